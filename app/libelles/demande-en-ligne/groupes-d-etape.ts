import { type ChampEnLigne, CHAMPS_FIXES } from '#domain/demande-en-ligne/etapes'
import type { QuestionDeCampagne } from '#domain/demande-en-ligne/questions-de-campagne'
import { BLOCS_FORMULAIRE } from '#libelles/portail/portail'

type Groupe = { titre: string; aide?: string; champs: readonly ChampEnLigne[] }

const AIDES: Record<string, string> = {
  'En cas de changement d’adresse': 'Ne remplissez ces lignes que si votre structure a changé d’adresse.',
}

/** Ticked beside the fields of its block. */
const AVEC: Record<string, readonly ChampEnLigne[]> = { Coordonnées: ['adresseDeReponse'] }

/** The questions of a step by block of the portal's form, in its order. */
const blocs = (etape: 'STRUCTURE' | 'PROJET'): Groupe[] =>
  BLOCS_FORMULAIRE.map(({ titre, champs }) => ({
    titre,
    ...(AIDES[titre] && { aide: AIDES[titre] }),
    champs: [...CHAMPS_FIXES[etape].filter((un) => champs.some((champ) => champ === un)), ...(AVEC[titre] ?? [])],
  })).filter(({ champs }) => CHAMPS_FIXES[etape].some((champ) => champs.includes(champ)))

const FIXES: Record<'STRUCTURE' | 'PROJET', readonly Groupe[]> = {
  STRUCTURE: blocs('STRUCTURE'),
  PROJET: [{ titre: 'Règlement', champs: ['reglementLu'] }, ...blocs('PROJET')],
}

/** The questions of a step, by block; those that the campagne asks of its own come last. */
export const groupesDEtape = (
  etape: 'STRUCTURE' | 'PROJET',
  posees: readonly QuestionDeCampagne[],
): readonly Groupe[] =>
  etape === 'PROJET' && posees.length > 0
    ? [...FIXES.PROJET, { titre: 'Questions de cette campagne', champs: posees.map(({ champ }) => champ) }]
    : FIXES[etape]

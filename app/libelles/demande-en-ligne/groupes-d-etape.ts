import { CHAMPS_D_ETAPE, type ChampEnLigne } from '#domain/demande-en-ligne/etapes'
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
    champs: [...CHAMPS_D_ETAPE[etape].filter((un) => champs.some((champ) => champ === un)), ...(AVEC[titre] ?? [])],
  })).filter(({ champs }) => champs.some((champ) => CHAMPS_D_ETAPE[etape].includes(champ)))

/** The questions of a step, by block. */
export const GROUPES_D_ETAPE: Record<'STRUCTURE' | 'PROJET', readonly Groupe[]> = {
  STRUCTURE: blocs('STRUCTURE'),
  PROJET: [{ titre: 'Règlement', champs: ['reglementLu'] }, ...blocs('PROJET')],
}

import { type ChampEnLigne, peutRemplir } from '#domain/demande-en-ligne/etapes'
import { estQuestionPosee, type QuestionDeCampagne } from '#domain/demande-en-ligne/questions-de-campagne'
import { type Deverrouillage, estAnnulable, ouvert, type Parties, SECTIONS } from '#domain/dossier/deverrouillage'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { estChampOuvert } from '#domain/portail/modification'
import { no, ok, type Result } from '#domain/result'

/** All that is written in before the deposit. */
const TOUT: Parties = { sections: SECTIONS, champs: [], pieces: [] }

type Ouvrable = Pick<Deverrouillage, 'sections' | 'champs' | 'pieces' | 'echeance' | 'annulableJusquA' | 'refermeLe'>

type EnLigne<D extends Ouvrable> = {
  deposeeLe: Date | null
  /** The dossier that it became; null before its deposit. */
  dossier: { deverrouillages: readonly D[] } | null
}

/**
 * The opening under which the structure writes again in what it deposited; null when there is none. One that its officer can still take back is not told
 * of yet, here as by its mail (docs/domaine.md § 8.2).
 */
export function reouverture<D extends Ouvrable>({ dossier }: Pick<EnLigne<D>, 'dossier'>, now: Date): D | null {
  const courant = dossier ? ouvert(dossier, now) : undefined
  return courant && !estAnnulable(courant, now) ? courant : null
}

export type RefusDeRemplir = 'LECTEUR_SEUL' | 'DEJA_DEPOSEE'

/** What this member may write in it at this instant: all of it until it is deposited, then what an officer opened again, until it closes. */
export function verifierSaisie(
  role: RoleMembre,
  demandeEnLigne: EnLigne<Ouvrable>,
  now: Date,
): Result<Parties, RefusDeRemplir> {
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  if (!demandeEnLigne.deposeeLe) return ok(TOUT)
  const parties = reouverture(demandeEnLigne, now)
  return parties ? ok(parties) : no('DEJA_DEPOSEE')
}

/** May this member do away with it? Only what was never deposited, and who does more than read. */
export function verifierBrouillon(
  role: RoleMembre,
  { deposeeLe }: Pick<EnLigne<Ouvrable>, 'deposeeLe'>,
): Result<undefined, RefusDeRemplir> {
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  return deposeeLe ? no('DEJA_DEPOSEE') : ok()
}

/** May this answer change under these parties? What has no column in the form of the portal goes with the questions it stands among. */
export const estReponseOuverte = (parties: Parties, champ: ChampEnLigne): boolean =>
  champ === 'reglementLu' || estQuestionPosee(champ)
    ? parties.sections.includes('PROJET')
    : estChampOuvert(parties, champ)

/** Of the questions of the campagne, those that an answer may be missing to: one that is not open again, which may have come since, stops nobody. */
export const questionsAttendues = (
  posees: readonly QuestionDeCampagne[],
  ouverture: Parties | null,
): readonly QuestionDeCampagne[] =>
  ouverture === null ? posees : posees.filter(({ champ }) => estReponseOuverte(ouverture, champ))

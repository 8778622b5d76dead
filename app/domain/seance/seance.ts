import type { Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import { addDays, compareJours, type Jour } from '#domain/temps/jour'

/** The last day on which a dossier may be put to a séance held that day, whose list closes so many days before it. */
export const clotureProposee = (jour: Jour, clotureSeanceJours: number): Jour => addDays(jour, -clotureSeanceJours)

export const LONGUEUR_INTITULE_MAX = 200

/** The meeting of the Commission permanente, and the last day of its list, included. */
export type SeanceSaisie = { jour: Jour; cloture: Jour; intitule: string }

export type RefusSeance = 'CLOTURE_APRES_SEANCE' | 'INTITULE_TROP_LONG' | 'DELIBEREE'

/** How far a séance is: its list is made, then frozen, then its votes are entered, then the délibération is numbered, then in force. */
export type EtapeSeance = 'ORDRE_DU_JOUR' | 'VOTES' | 'DELIBEREE' | 'EXECUTOIRE'

export type Avancement = { closeLe: Date | null; deliberation: { executoireLe: Jour | null } | null }

export function etapeDe({ closeLe, deliberation }: Avancement): EtapeSeance {
  if (deliberation) return deliberation.executoireLe === null ? 'DELIBEREE' : 'EXECUTOIRE'
  return closeLe === null ? 'ORDRE_DU_JOUR' : 'VOTES'
}

/** A séance as it may be kept: the list closes on the day of the meeting at the latest. */
export function lireSeance({ jour, cloture, intitule }: SeanceSaisie): Result<SeanceSaisie, RefusSeance> {
  if (compareJours(cloture, jour) > 0) return no('CLOTURE_APRES_SEANCE')
  const nom = intitule.trim()
  return nom.length > LONGUEUR_INTITULE_MAX ? no('INTITULE_TROP_LONG') : ok({ jour, cloture, intitule: nom })
}

/** Another day, another end of the list or another name: until the délibération, which bears them. */
export const modifierSeance = (seance: Avancement, saisie: SeanceSaisie): Result<SeanceSaisie, RefusSeance> =>
  seance.deliberation ? no('DELIBEREE') : lireSeance(saisie)

/** Where a dossier may be put to the vote: complete, and not voted yet. */
export const PRESENTABLES = ['COMPLET', 'EN_INSTRUCTION'] as const satisfies Etat[]

export type RefusInscription =
  'LISTE_CLOSE' | 'CLOTURE_PASSEE' | 'PAS_EN_INSTRUCTION' | 'SANS_PROPOSITION' | 'DEJA_INSCRIT'

type DossierAInscrire = {
  etat: Etat
  /** Something is proposed for it now. */
  propose: boolean
  /** It is on the list of this séance, or of another that has not voted on it. */
  inscrit: boolean
}

/** Why the list of this séance takes nothing more and gives nothing back; null while it does. */
const listeFermee = (
  { cloture, ...avancement }: Avancement & { cloture: Jour },
  today: Jour,
): 'LISTE_CLOSE' | 'CLOTURE_PASSEE' | null => {
  if (etapeDe(avancement) !== 'ORDRE_DU_JOUR') return 'LISTE_CLOSE'
  return compareJours(today, cloture) > 0 ? 'CLOTURE_PASSEE' : null
}

/** May this dossier be put to this séance? What is put to the vote is what is proposed, and of one séance at a time. */
export function inscrire(
  seance: Avancement & { cloture: Jour },
  { etat, propose, inscrit }: DossierAInscrire,
  today: Jour,
): Result<undefined, RefusInscription> {
  const fermee = listeFermee(seance, today)
  if (fermee) return no(fermee)
  if (!PRESENTABLES.some((un) => un === etat)) return no('PAS_EN_INSTRUCTION')
  if (inscrit) return no('DEJA_INSCRIT')
  return propose ? ok() : no('SANS_PROPOSITION')
}

/** May a dossier be taken off this list, or put elsewhere in it? Until it is frozen, its last day passed or not: what is late leaves it. */
export const peutChangerLaListe = (seance: Avancement): boolean => etapeDe(seance) === 'ORDRE_DU_JOUR'

export type RefusCloture = 'LISTE_CLOSE' | 'LISTE_VIDE' | 'A_REVOIR'

/** A line of the list, as its dossier stands when it is frozen. */
export type LigneAFiger = { numero: string; etat: Etat; propose: boolean }

/** Freezes the list: each line takes the proposition of that instant. `detail` of A_REVOIR: the dossiers that cannot be put to the vote. */
export function clore(seance: Avancement, lignes: readonly LigneAFiger[]): Result<undefined, RefusCloture> {
  if (etapeDe(seance) !== 'ORDRE_DU_JOUR') return no('LISTE_CLOSE')
  if (lignes.length === 0) return no('LISTE_VIDE')
  const aRevoir = lignes.filter(({ etat, propose }) => !propose || !PRESENTABLES.some((un) => un === etat))
  return aRevoir.length > 0 ? no('A_REVOIR', aRevoir.map(({ numero }) => numero).join(', ')) : ok()
}

export type RefusReouverture = 'LISTE_OUVERTE' | 'VOTES_SAISIS' | 'DELIBEREE'

/** Opens a frozen list again, while nothing was voted on it. */
export function rouvrirListe(seance: Avancement, votes: number): Result<undefined, RefusReouverture> {
  const etape = etapeDe(seance)
  if (etape === 'ORDRE_DU_JOUR') return no('LISTE_OUVERTE')
  if (etape !== 'VOTES') return no('DELIBEREE')
  return votes > 0 ? no('VOTES_SAISIS') : ok()
}

import type { EtatCourriel, Modele } from '#domain/courriel/courriel'
import { no, ok, type Result } from '#domain/result'
import { estPassable, type MotifRetenue, MOTIFS_RETENUE } from '#domain/courriel/retenue'

/** A mail leaves at most this many days after it was written: later, its words would no longer be true. */
export const JOURS_MAX_DEPART = 60

const JOUR_MS = 86_400_000

export type RefusDepart = 'DEPART_PASSE' | 'DEPART_TROP_LOIN'

/** May a mail be set to leave then? Not before now, and not so late that nobody remembers it. */
export function verifierDepart(partirLe: Date, now: Date): Result<Date, RefusDepart> {
  if (partirLe.getTime() <= now.getTime()) return no('DEPART_PASSE')
  if (partirLe.getTime() > now.getTime() + JOURS_MAX_DEPART * JOUR_MS) return no('DEPART_TROP_LOIN')
  return ok(partirLe)
}

type Courriel = { modele: string; etat: EtatCourriel; partirLe: Date | null; tentatives: number }

/** True while it waits for its hour: nobody has tried to send it, and it was told when to leave. */
export const attendSonHeure = ({ etat, partirLe, tentatives }: Omit<Courriel, 'modele'>): boolean =>
  etat === 'A_ENVOYER' && partirLe !== null && tentatives === 0

/**
 * How a mail stands to the act it tells: SEUL, an officer takes it back, moves it or sends it now; ACTE, it says what another act did, on a day
 * that act counts from, and is moved or taken back with it; DECISION, it is taken back with the decision, and never alone.
 */
const ATTACHE: Record<Modele, 'SEUL' | 'ACTE' | 'DECISION'> = {
  fiche_recue: 'SEUL',
  avis_preprojet: 'SEUL',
  invitation_depot: 'SEUL',
  message_libre: 'SEUL',
  confirmation_envoi: 'SEUL',
  ar_depot: 'SEUL',
  pieces_manquantes: 'ACTE',
  relance: 'SEUL',
  dossier_complet: 'SEUL',
  deverrouillage_accorde: 'ACTE',
  deverrouillage_refuse: 'ACTE',
  deverrouillage_rappel: 'SEUL',
  demande_bilan: 'SEUL',
  versement: 'SEUL',
  reversement: 'ACTE',
  decision_favorable: 'DECISION',
  decision_partielle: 'DECISION',
  decision_defavorable: 'DECISION',
  sans_suite: 'DECISION',
  retrait: 'DECISION',
  irrecevabilite: 'DECISION',
  mot_de_passe: 'SEUL',
  nouvelles_du_jour: 'SEUL',
  compte_a_confirmer: 'SEUL',
  compte_ouvert: 'SEUL',
  compte_refuse: 'SEUL',
  mot_de_passe_extranet: 'SEUL',
  demande_a_deposer: 'SEUL',
  changement_reglement: 'SEUL',
  demande_avis: 'SEUL',
}

const attache = ({ modele }: Pick<Courriel, 'modele'>) => (isModele(modele) ? ATTACHE[modele] : 'SEUL')

const isModele = (modele: string): modele is Modele => Object.hasOwn(ATTACHE, modele)

export const ditUneDecision = (courriel: Pick<Courriel, 'modele'>): boolean => attache(courriel) === 'DECISION'

export const estLie = (courriel: Pick<Courriel, 'modele'>): boolean => attache(courriel) !== 'SEUL'

export type RefusRetouche = 'COURRIEL_DEJA_PARTI' | 'COURRIEL_LIE'

/** May an officer take it back, send it now or move it? Only one that waits for its hour and stands by itself. */
export function retoucher(courriel: Courriel): Result<undefined, RefusRetouche> {
  if (!attendSonHeure(courriel)) return no('COURRIEL_DEJA_PARTI')
  return estLie(courriel) ? no('COURRIEL_LIE') : ok()
}

export type RefusRetenue = 'COURRIEL_PAS_RETENU' | 'MOTIF_NON_PASSABLE' | 'DECISION_A_RELIRE'

type Retenu = { etat: EtatCourriel; motifRetenue: string | null }

/** May an officer send this held mail in spite of the reason? Gives the reason they accept. */
export function passerOutre(courriel: Retenu): Result<MotifRetenue, RefusRetenue> {
  const motif = MOTIFS_RETENUE.find((un) => un === courriel.motifRetenue)
  if (courriel.etat !== 'RETENU') return no('COURRIEL_PAS_RETENU')
  return motif && estPassable(motif) ? ok(motif) : no('MOTIF_NON_PASSABLE')
}

/**
 * May an officer give up this held mail? Not that of a decision that waits for a second person: told by post instead, it would be told without being read
 * again. It is taken back with its decision.
 */
export function abandonner({ etat, motifRetenue }: Retenu): Result<undefined, RefusRetenue> {
  if (etat !== 'RETENU') return no('COURRIEL_PAS_RETENU')
  return motifRetenue === ('A_RELIRE' satisfies MotifRetenue) ? no('DECISION_A_RELIRE') : ok()
}

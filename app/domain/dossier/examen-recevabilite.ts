import { estArrete, type Etat } from '#domain/dossier/etat'
import type { EtatRecevabilite } from '#domain/dossier/etat-recevabilite'
import { empreinteDe, type Signalement } from '#domain/dossier/recevabilite'
import { no, ok, type Result } from '#domain/result'

/** RECEVABLE: what was signalled is not so. PASSER_OUTRE: it is so, and the demande is examined all the same, for a reason. */
export const VERDICTS_RECEVABILITE = ['RECEVABLE', 'PASSER_OUTRE'] as const
export type VerdictRecevabilite = (typeof VERDICTS_RECEVABILITE)[number]

export type ExamenRecevabilite = {
  verdict: VerdictRecevabilite
  motif: string
  empreinte: string
  constats: string[]
  par: string
  le: Date
}

/** What was signalled, and the examen that still holds for it; null where none does. */
export type Recevabilite = { signalements: Signalement[]; examen: ExamenRecevabilite | null }

/** The state these facts put a dossier in: an examen holds while what was signalled is the same. */
export function etatRecevabilite({ signalements, examen }: Recevabilite): EtatRecevabilite {
  if (signalements.length === 0) return 'RIEN_A_SIGNALER'
  return examen?.empreinte === empreinteDe(signalements) ? 'VERIFIEE' : 'A_VERIFIER'
}

export type RefusExamen =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'RIEN_A_VERIFIER'
  | 'DEJA_VERIFIEE'
  | 'PAS_VERIFIEE'
  | 'RESERVE_AU_RESPONSABLE'
  | 'MOTIF_TROP_COURT'

/** The reason of a passage outre stays in the dossier: fewer characters than this say nothing. */
export const LONGUEUR_MIN_MOTIF_RECEVABILITE = 10

type Vise = Recevabilite & { etat: Etat; peutPasserOutre: boolean }

const empechement = (etat: Etat): RefusExamen | null => {
  if (etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  return estArrete(etat) ? 'DECISION_DEJA_PRISE' : null
}

/** An officer answers what is signalled: it is not so, or it is and they pass over it with a reason. */
export function verifierRecevabilite(
  dossier: Vise,
  { verdict, motif }: { verdict: VerdictRecevabilite; motif: string },
): Result<{ verdict: VerdictRecevabilite; motif: string; empreinte: string }, RefusExamen> {
  const closed = empechement(dossier.etat)
  if (closed) return no(closed)
  const etat = etatRecevabilite(dossier)
  if (etat !== 'A_VERIFIER') return no(etat === 'VERIFIEE' ? 'DEJA_VERIFIEE' : 'RIEN_A_VERIFIER')
  const mots = motif.trim()
  if (verdict === 'PASSER_OUTRE') {
    if (!dossier.peutPasserOutre) return no('RESERVE_AU_RESPONSABLE')
    if (mots.length < LONGUEUR_MIN_MOTIF_RECEVABILITE) return no('MOTIF_TROP_COURT')
  }
  return ok({ verdict, motif: mots, empreinte: empreinteDe(dossier.signalements) })
}

/** Puts the dossier back to be looked at. */
export function reprendreRecevabilite(dossier: Vise): Result<ExamenRecevabilite, RefusExamen> {
  const closed = empechement(dossier.etat)
  if (closed) return no(closed)
  return dossier.examen && etatRecevabilite(dossier) === 'VERIFIEE' ? ok(dossier.examen) : no('PAS_VERIFIEE')
}

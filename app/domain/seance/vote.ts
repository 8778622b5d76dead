import type { Montant } from '#domain/budget/montant'
import {
  type Decision,
  decider,
  type DossierADecider,
  LONGUEUR_MIN_PRECISION,
  type RefusDecision,
} from '#domain/dossier/decision'
import type { Etat } from '#domain/dossier/etat'
import type { EnSeance } from '#domain/dossier/vote-de-decision'
import type { AvisProposition } from '#domain/proposition/proposition'
import { no, ok, type Result } from '#domain/result'
import { type Avancement, etapeDe } from '#domain/seance/seance'
import { nettoyer } from '#domain/texte'

/** What the Commission permanente made of a line: as proposed, for another amount, put off to another séance, or rejected. */
export const VOTES = ['ADOPTE', 'MODIFIE', 'AJOURNE', 'REJETE'] as const
export type Vote = (typeof VOTES)[number]

export type VoteSaisi = {
  vote: Vote
  /** Read for MODIFIE alone. */
  montantCents: Montant | null
  /** The ground of a refusal, and its words or those of a partial grant, that the structure will read. */
  motif: string
  precision: string
  /** Why more than the enveloppe holds; `''` where it holds it. */
  depassement: string
  /** Who was there and who took no part, as the record of the séance says it; `''` where nobody says. */
  presents: string
}

/** Characters of who was there. */
export const LONGUEUR_MAX_PRESENTS = 500

/** What was put to the vote, as it was frozen. */
type LignePresentee = { avis: AvisProposition; montantProposeCents: Montant; vote: Vote | null }

export type RefusVote =
  RefusDecision | 'PAS_OUVERTE_AU_VOTE' | 'DEJA_VOTE' | 'PRESENTS_TROP_LONGS' | 'MONTANT_A_DONNER' | 'MEME_MONTANT'

/** The words or the amount of a vote that its refusal is about; absent where it is about the vote itself. */
export const CHAMP_DU_REFUS_DE_VOTE: Partial<
  Record<RefusVote, 'montant' | 'motif' | 'precision' | 'depassement' | 'presents'>
> = {
  PRESENTS_TROP_LONGS: 'presents',
  MONTANT_A_DONNER: 'montant',
  MEME_MONTANT: 'montant',
  MONTANT_NUL: 'montant',
  MONTANT_SUPERIEUR_AU_DEMANDE: 'montant',
  MONTANT_SUPERIEUR_AU_PLAFOND: 'montant',
  ENVELOPPE_DEPASSEE: 'depassement',
  MOTIF_INCONNU: 'motif',
  PRECISION_TROP_COURTE: 'precision',
}

/** What a vote leaves: the decision it will be once the délibération is in force, and null where the line is put off. */
type VoteRendu = { vote: Vote; decision: Decision<EnSeance> | null; depassement: string; presents: string }

/** The decision that this vote is. Adopting a proposition of no aid is refusing. */
function voulue({ avis, montantProposeCents }: LignePresentee, saisi: VoteSaisi, tenu: EnSeance) {
  const { vote, montantCents, motif, precision } = saisi
  if (vote === 'REJETE' || (vote === 'ADOPTE' && avis === 'DEFAVORABLE'))
    return { acte: 'refuser', motif, precision, vote: tenu } as const
  const montant = vote === 'MODIFIE' ? montantCents : montantProposeCents
  return montant === null ? null : ({ acte: 'accorder', montantCents: montant, precision, vote: tenu } as const)
}

/**
 * Enters the vote of a line: within what was asked and what the campagne allows, over nothing that blocks, and beyond the enveloppe with a reason
 * only. A line is voted once; its vote is taken back before another.
 */
export function voter(
  { seance, ligne, dossier }: { seance: Avancement & { id: string }; ligne: LignePresentee; dossier: DossierADecider },
  saisi: VoteSaisi,
  now: Date,
): Result<VoteRendu, RefusVote> {
  if (etapeDe(seance) !== 'VOTES') return no('PAS_OUVERTE_AU_VOTE')
  if (ligne.vote !== null) return no('DEJA_VOTE')
  const depassement = saisi.depassement.trim()
  const presents = nettoyer(saisi.presents)
  if (presents.length > LONGUEUR_MAX_PRESENTS) return no('PRESENTS_TROP_LONGS')
  if (saisi.vote === 'AJOURNE') return ok({ vote: 'AJOURNE', decision: null, depassement: '', presents })
  const demandee = voulue(ligne, saisi, { par: 'SEANCE', seanceId: seance.id })
  if (!demandee) return no('MONTANT_A_DONNER')
  const modifie = saisi.vote === 'MODIFIE' && demandee.acte === 'accorder'
  if (modifie && demandee.montantCents === ligne.montantProposeCents) return no('MEME_MONTANT')
  const justifie = depassement.length >= LONGUEUR_MIN_PRECISION
  const juge = decider(justifie ? { ...dossier, resteEnveloppeCents: null } : dossier, demandee, now)
  if (!juge.ok) return juge
  const reste = dossier.resteEnveloppeCents
  const depasse = reste !== null && (juge.value.montantCents ?? 0n) > reste
  return ok({ vote: saisi.vote, decision: juge.value, depassement: depasse ? depassement : '', presents })
}

export type RefusRepriseVote = 'PAS_OUVERTE_AU_VOTE' | 'PAS_VOTE' | 'INSCRIT_AILLEURS'

/**
 * Takes a vote back, until the délibération is numbered; gives the state its dossier returns to, null where it did not move. What was put off may
 * wait for another séance since: it waits for one at a time.
 */
export function reprendreVote(
  seance: Avancement,
  { vote, etatAvant, attendAilleurs }: { vote: Vote | null; etatAvant: Etat | null; attendAilleurs: boolean },
): Result<Etat | null, RefusRepriseVote> {
  if (etapeDe(seance) !== 'VOTES') return no('PAS_OUVERTE_AU_VOTE')
  if (vote === null) return no('PAS_VOTE')
  return attendAilleurs ? no('INSCRIT_AILLEURS') : ok(etatAvant)
}

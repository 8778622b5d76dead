import { parUneAutre, type RefusSecondePersonne } from '#domain/acces/seconde-personne'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { VoteTenu } from '#domain/dossier/vote-de-decision'
import { no, type Result } from '#domain/result'

type Portee = { vote: VoteTenu['par'] | 'NON_RENSEIGNE' | null; libereeLe: Date | null }

/**
 * True of a decision that a second person has still to read before it is told: one of a vote held elsewhere, whose délibération was typed. In a séance kept
 * here somebody else has read its mails already (#domain/seance/liberation); what no vote makes is told by letter, without it.
 */
export const estARelire = ({ vote, libereeLe }: Portee): boolean => vote === 'HORS_SEANCE' && libereeLe === null

export type RefusLiberationDeDecision = 'PAS_A_LIBERER' | RefusSecondePersonne

export type ALiberer = {
  decision: (Portee & { priseParId: string | null }) | null
  /** The mail that tells it; null when none was written. */
  courriel: { etat: EtatCourriel } | null
}

/** May this agent let this decision be told? Once, where its mail is held for that, and never who took it. */
export function liberer(
  { decision, courriel }: ALiberer,
  agentId: string,
): Result<undefined, RefusLiberationDeDecision> {
  if (!decision?.priseParId || !estARelire(decision) || courriel?.etat !== 'RETENU') return no('PAS_A_LIBERER')
  return parUneAutre(decision.priseParId, agentId)
}

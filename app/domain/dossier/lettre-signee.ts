import type { NatureDecision } from '#domain/dossier/decision'
import { aUneLettre } from '#domain/dossier/lettre'
import { no, ok, type Result } from '#domain/result'

/** Bytes of a signed letter, at most. */
export const OCTETS_DE_LETTRE = 10 * 1024 * 1024

/** What a reader says of a PDF that was given: it opens, or why it does not. */
export type PdfRecu = 'LISIBLE' | 'PAS_UN_PDF' | 'PROTEGE' | 'ILLISIBLE'

export type RefusDuFichierSigne = 'VIDE' | 'TROP_LOURDE' | Exclude<PdfRecu, 'LISIBLE'>

export type RefusLettreSignee = RefusDuFichierSigne | 'PAS_DE_DECISION' | 'DEJA_DEPOSEE' | 'AUCUNE_SIGNEE'

/** May a file of this size, in bytes, be a signed letter? Asked before it is read. */
export function verifierTaille(taille: number): Result<undefined, 'VIDE' | 'TROP_LOURDE'> {
  if (taille === 0) return no('VIDE')
  return taille > OCTETS_DE_LETTRE ? no('TROP_LOURDE') : ok()
}

type Signee = { id: string; sha256: string }

/**
 * May this signed letter stand for the decision of a dossier? It replaces the one that stands, unless it is the same to the byte; `remplacee` is that one. `decision` is
 * null where none is taken.
 */
export function deposerLettreSignee(
  { decision, enVigueur }: { decision: { id: string; nature: NatureDecision } | null; enVigueur: Signee | null },
  sha256: string,
): Result<{ decisionId: string; remplacee: string | null }, RefusLettreSignee> {
  if (!decision || !aUneLettre(decision.nature)) return no('PAS_DE_DECISION')
  if (enVigueur?.sha256 === sha256) return no('DEJA_DEPOSEE')
  return ok({ decisionId: decision.id, remplacee: enVigueur?.id ?? null })
}

/** Takes away the one that stands: the drawn letter is given again. */
export const retirerLettreSignee = <S extends Signee>(enVigueur: S | null): Result<S, RefusLettreSignee> =>
  enVigueur ? ok(enVigueur) : no('AUCUNE_SIGNEE')

/** A mail of a conversation, as the answer to it needs to know it. Identifiers are without their angle brackets. */
export type MailRepondu = { messageId: string; references: readonly string[]; inReplyTo: string | null }

/** Identifiers kept of a long conversation: a header has a length. The first one is what mail programs tie a thread by. */
const MAX_REFERENCES = 20

/**
 * The `References` of an answer (RFC 5322 § 3.6.4): those of the mail answered, else what it answered itself, then its own
 * identifier. Of too many, the first and the last are kept.
 */
export function suiteDuFil({ messageId, references, inReplyTo }: MailRepondu): string[] {
  const avant = references.length > 0 ? references : inReplyTo ? [inReplyTo] : []
  const ids = [...new Set([...avant, messageId])].filter((id) => /^[^\s<>]{1,250}$/.test(id))
  return ids.length <= MAX_REFERENCES ? ids : [ids[0] ?? messageId, ...ids.slice(1 - MAX_REFERENCES)]
}

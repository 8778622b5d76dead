import { type MailRepondu, suiteDuFil } from '#domain/courriel/fil'
import type { Db, Tx } from '#infra/db'

/** What the thread is about. */
export type Sujet = { preProjetId: string } | { dossierId: string }

/** A mail of the structure that can be answered. */
export type MailDuFil = MailRepondu & { id: string; de: string; deNom: string; sujet: string; recuLe: Date }

const LU = {
  id: true,
  de: true,
  deNom: true,
  sujet: true,
  recuLe: true,
  messageId: true,
  enReponseA: true,
  references: true,
} as const

/** The last mail that a person of the structure wrote in this thread: the one a reply answers. Null when there is none. */
export async function dernierDuFil(tx: Tx | Db, sujet: Sujet, id?: string): Promise<MailDuFil | null> {
  const dernier = await tx.courrielRecu.findFirst({
    where: { ...sujet, ...(id ? { id } : { automatisme: null, de: { not: '' } }) },
    orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
    select: LU,
  })
  if (!dernier) return null
  const { enReponseA: inReplyTo, ...reste } = dernier
  return { ...reste, inReplyTo }
}

/** An identifier that was made from the content of a mail that had none: nobody's program knows it. */
const estDerive = (messageId: string) => messageId.endsWith('.invalid')

/** The headers of the answer to this mail; none when the mail bears no identifier of its own. */
export const enTetesDeReponse = (mail: MailRepondu | null): { enReponseA?: string; references?: string[] } =>
  mail && !estDerive(mail.messageId) ? { enReponseA: mail.messageId, references: suiteDuFil(mail) } : {}

/** How far the thread went: a reply written before a newer mail of it was seen is to be looked at again. */
export async function etatDuFil(tx: Tx | Db, sujet: Sujet): Promise<string> {
  const [recu, envoye] = await Promise.all([
    tx.courrielRecu.findFirst({ where: sujet, orderBy: { creeLe: 'desc' }, select: { id: true } }),
    tx.courriel.findFirst({
      where: { ...sujet, etat: { not: 'ANNULE' } },
      orderBy: { creeLe: 'desc' },
      select: { id: true },
    }),
  ])
  return [recu?.id ?? '-', envoye?.id ?? '-'].join('/')
}

/** Messages of one thread are written one at a time. */
export const lockFil = (tx: Tx, sujet: Sujet) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fil'), hashtext(${Object.values(sujet).join()}))`

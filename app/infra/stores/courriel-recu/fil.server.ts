import { type MailRepondu, suiteDuFil } from '#domain/courriel/fil'
import type { Db, Tx } from '#infra/db'
import type { Prisma } from '#prisma'

/** What the thread is about. */
export type Sujet = { preProjetId: string } | { dossierId: string }

/** The thread of a fiche, of a dossier, or of a received mail that is with neither: the mail, what officers answered, and what came back to that. */
export type Conversation = Sujet | { courrielRecuId: string }

type Rangee = { courrielRecuId: string | null; dossierId: string | null; preProjetId: string | null }

/** The thread of a mail, by what it is with; null for one that is with nothing. */
export const conversationDe = ({ courrielRecuId, dossierId, preProjetId }: Rangee): Conversation | null =>
  dossierId ? { dossierId } : preProjetId ? { preProjetId } : courrielRecuId ? { courrielRecuId } : null

/** Under what the journal tells what happens in a thread, so that the journal of a dossier and of a fiche is whole. */
export const objetDuFil = (fil: Conversation) =>
  'dossierId' in fil
    ? { objet: 'dossier' as const, objetId: fil.dossierId }
    : 'preProjetId' in fil
      ? { objet: 'pre-projet' as const, objetId: fil.preProjetId }
      : { objet: 'courriel-recu' as const, objetId: fil.courrielRecuId }

/**
 * The received mails of a thread. A mail that carries several fiches is in the thread of each; those that came beside the first are found by
 * their own index, since a condition over two tables would have every mail looked at.
 */
export async function recusDuFil(tx: Tx | Db, sujet: Conversation): Promise<Prisma.CourrielRecuWhereInput> {
  if ('courrielRecuId' in sujet) return { OR: [{ id: sujet.courrielRecuId }, { reponseA: sujet }] }
  if (!('preProjetId' in sujet)) return sujet
  const autres = await tx.ficheDeCourriel.findMany({ where: sujet, select: { courrielRecuId: true } })
  return autres.length === 0
    ? sujet
    : { OR: [sujet, { id: { in: autres.map(({ courrielRecuId }) => courrielRecuId) } }] }
}

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

const lireMail = ({
  enReponseA: inReplyTo,
  ...reste
}: Omit<MailDuFil, 'inReplyTo'> & { enReponseA: string | null }) => ({
  ...reste,
  inReplyTo,
})

/** The mail of this thread that bears this id; null when there is none. */
export async function mailDuFil(tx: Tx | Db, sujet: Conversation, id: string): Promise<MailDuFil | null> {
  const mail = await tx.courrielRecu.findFirst({ where: { AND: [await recusDuFil(tx, sujet), { id }] }, select: LU })
  return mail && lireMail(mail)
}

/** The last mails that a person wrote in this thread, the newest first: that is the one a reply answers. */
export const derniersDuFil = async (tx: Tx | Db, sujet: Conversation, nombre: number): Promise<MailDuFil[]> =>
  (
    await tx.courrielRecu.findMany({
      where: { AND: [await recusDuFil(tx, sujet)], automatisme: null, de: { not: '' } },
      orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
      take: nombre,
      select: LU,
    })
  ).map(lireMail)

/** An identifier that was made from the content of a mail that had none: nobody's program knows it. */
const estDerive = (messageId: string) => messageId.endsWith('.invalid')

/** The headers of the answer to this mail; none when the mail bears no identifier of its own. */
export const enTetesDeReponse = (mail: MailRepondu | null): { enReponseA?: string; references?: string[] } =>
  mail && !estDerive(mail.messageId) ? { enReponseA: mail.messageId, references: suiteDuFil(mail) } : {}

/** How far the thread went: a reply written before a newer mail of it was seen is to be looked at again. */
export async function etatDuFil(tx: Tx | Db, sujet: Conversation): Promise<string> {
  const where = await recusDuFil(tx, sujet)
  const [recu, envoye] = await Promise.all([
    tx.courrielRecu.findFirst({ where, orderBy: { creeLe: 'desc' }, select: { id: true } }),
    tx.courriel.findFirst({
      where: { ...sujet, etat: { not: 'ANNULE' } },
      orderBy: { creeLe: 'desc' },
      select: { id: true },
    }),
  ])
  return [recu?.id ?? '-', envoye?.id ?? '-'].join('/')
}

/** Messages of one thread are written one at a time. */
export const lockFil = (tx: Tx, sujet: Conversation) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fil'), hashtext(${Object.values(sujet).join()}))`

import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Boite } from '#infra/boite'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { newKey } from '#infra/storage'
import { avancerBoite, noterBoiteVue, reprendreBoite } from '#infra/stores/courriel-recu/boite'
import { garderMessage } from '#usecases/courriel-recu/garder-message'

export type Lecteur = { deps: DepsFichiers; client: ImapFlow; boite: Boite; isClosed: () => boolean }

/** Messages asked about in one command; each is then brought by itself. */
const LOT = 100

/**
 * Brings what the folder holds beyond the last message kept, oldest first, each stored whole and written before the next is asked for.
 * Gives how many are new. Nothing is deleted, nor marked; only with `deplacer` is a message moved, once it is kept.
 */
export async function rattraper(lecteur: Lecteur): Promise<number> {
  const { deps, client, boite, isClosed } = lecteur
  if (!client.mailbox) throw new Error('no mailbox')
  const depuis = await reprendreBoite(deps.db, boite.cle, client.mailbox.uidValidity)
  if (boite.deplacer && depuis > 0) await deplacer(lecteur, await uidsDe(client, `1:${depuis}`))
  const uids = (await uidsDe(client, `${depuis + 1}:*`)).filter((uid) => uid > depuis)
  let nouveaux = 0
  for (let i = 0; i < uids.length && !isClosed(); i += LOT) {
    const messages = await client.fetchAll(
      uids.slice(i, i + LOT).join(','),
      { uid: true, size: true, internalDate: true, envelope: true },
      { uid: true },
    )
    messages.sort((a, b) => a.uid - b.uid)
    const connus = await dejaGardes(deps.db, messages)
    for (const message of messages) {
      if (isClosed()) return nouveaux
      if (connus.has(message.uid)) await avancerBoite(deps.db, boite.cle, message.uid)
      else if (await apporter(lecteur, message)) nouveaux += 1
      if (boite.deplacer) await deplacer(lecteur, [message.uid])
    }
  }
  await noterBoiteVue(deps.db, boite.cle, deps.now())
  return nouveaux
}

const uidsDe = async (client: ImapFlow, plage: string): Promise<number[]> =>
  ((await client.search({ uid: plage }, { uid: true })) || []).sort((a, b) => a - b)

const nu = (messageId: string | undefined) => (messageId ?? '').trim().replace(/^<+|(?<!>)>+$/g, '')

/** Those that were kept before, under another number: same identifier and same length. Spares bringing a whole mailbox twice. */
async function dejaGardes(db: Db, messages: readonly FetchMessageObject[]): Promise<Set<number>> {
  const messageIds = messages.map(({ envelope }) => nu(envelope?.messageId)).filter((id) => id !== '')
  const gardes = await db.courrielRecu.findMany({
    where: { messageId: { in: messageIds } },
    select: { messageId: true, taille: true },
  })
  const tailles = new Map(gardes.map(({ messageId, taille }) => [messageId, taille]))
  return new Set(
    messages.filter(({ envelope, size }) => tailles.get(nu(envelope?.messageId)) === size).map(({ uid }) => uid),
  )
}

async function apporter({ deps, client, boite }: Lecteur, { uid, internalDate }: FetchMessageObject): Promise<boolean> {
  const { db, storage, now } = deps
  const { content } = (await client.download(String(uid), undefined, { uid: true })) as Partial<
    Awaited<ReturnType<ImapFlow['download']>>
  >
  if (!content) {
    // Gone between the list and the question: somebody took it out of the folder.
    await avancerBoite(db, boite.cle, uid)
    return false
  }
  const cle = newKey('courriels', 'eml')
  const hash = createHash('sha256')
  let taille = 0
  const compteur = new Transform({
    transform(morceau: Buffer, _encodage, fait) {
      hash.update(morceau)
      taille += morceau.length
      fait(null, morceau)
    },
  })
  content.on('error', (erreur: Error) => compteur.destroy(erreur))
  await storage.put(cle, content.pipe(compteur))
  const recuLe = internalDate === undefined ? now() : new Date(internalDate)
  const arrive = { cle, nomFichier: `message-${uid}.eml`, taille, sha256: hash.digest('hex'), recuLe, le: now() }
  const nouveau = await garderMessage(db, { ...arrive, boite: boite.cle, uid })
  if (!nouveau) await storage.remove(cle)
  return nouveau
}

async function deplacer({ client, boite }: Lecteur, uids: readonly number[]): Promise<void> {
  if (!boite.deplacer || uids.length === 0) return
  for (let i = 0; i < uids.length; i += LOT)
    await client.messageMove(uids.slice(i, i + LOT).join(','), boite.deplacer, { uid: true })
}

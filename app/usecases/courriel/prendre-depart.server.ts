import { randomUUID } from 'node:crypto'
import { prochainRegard } from '#domain/courriel/ordre'
import type { Rythme } from '#domain/courriel/suspension'
import { direRetenu } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { DepsEnvoi } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { promiseJob } from '#infra/outbox'
import { placesDuGroupe, tenirGroupe } from '#infra/stores/courriel/allure'
import { lockExpedition } from '#infra/stores/courriel/expedition'
import { precedentAttendu } from '#infra/stores/courriel/precedent'
import { envoiDeCourriel } from '#jobs/catalogue'
import type { Prisma } from '#prisma'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'

type Courriel = Prisma.CourrielGetPayload<object>

/** A courriel in the hands of one run, and the name of that hold. */
export type Depart = { courriel: Courriel; prise: string }

/**
 * Takes a courriel to be sent, at the instant it leaves. While the sending is suspended it waits with the others; where its receiving servers take no
 * more at once it waits for its turn; where another of its deposit leaves first, for that one. Another run that holds it
 * is left to it, and asked after once its hold has lapsed. Gives null when nothing is to be sent. Throws NotFound, Conflict.
 */
export async function prendreDepart({ db, now, rythme }: DepsEnvoi, courrielId: string): Promise<Depart | null> {
  // Read before the transaction: of two runs at once, both have seen the same version, and one claims it.
  const courriel = await db.courriel.findUnique({ where: { id: courrielId } })
  if (!courriel) throw new NotFound('courriel', courrielId)
  if (courriel.etat !== 'A_ENVOYER' || courriel.transmisLe) return null
  return db.$transaction(async (tx) => {
    const le = now()
    const { suspension } = await lockExpedition(tx, 'SHARE')
    if (suspension) {
      await tx.courriel.updateMany({
        where: { id: courrielId, etat: 'A_ENVOYER', attendDepuis: null },
        data: { attendDepuis: le },
      })
      return null
    }
    const finDePrise = finDuBail(courriel, rythme)
    if (finDePrise > le) {
      await promiseJob(tx, envoiDeCourriel, { courrielId }, finDePrise)
      return null
    }
    if (await precedentAttendu(tx, courriel)) {
      await promiseJob(tx, envoiDeCourriel, { courrielId }, prochainRegard(courriel.creeLe, le))
      return null
    }
    const groupe = await tenirGroupe(tx, courriel.destinataire)
    if (groupe && (await placesDuGroupe(tx, groupe, { le, rythme })) === 0) {
      await attendreSonTour(tx, courriel, le)
      return null
    }
    return saisir(tx, courriel, le)
  })
}

/** Its receiving servers take no more for now: it is called when a place is left, and no try is counted. */
const attendreSonTour = (tx: Tx, { id, attendTourDepuis, attendDepuis }: Courriel, le: Date) =>
  tx.courriel.updateMany({
    where: { id, etat: 'A_ENVOYER', transmisLe: null },
    data: { attendTourDepuis: attendTourDepuis ?? le, attendDepuis: attendDepuis ?? le },
  })

/** When another may take it: in the past where nobody holds it. */
const finDuBail = ({ prisLe }: Courriel, { bail }: Rythme): Date => new Date(prisLe ? prisLe.getTime() + bail : 0)

/**
 * The gate is asked again, since what the mail tells may have lapsed while it waited. Let through, it is claimed, and one more try is counted;
 * held, it is RETENU with the reason, the journal says so, and null is given. Throws Conflict.
 */
export async function saisir(tx: Tx, courriel: Courriel, le: Date): Promise<Depart | null> {
  const permis = await permisDePartir(tx, courriel, le)
  const prise = randomUUID()
  const { count } = await tx.courriel.updateMany({
    where: { id: courriel.id, version: courriel.version },
    data: {
      ...(permis.ok
        ? {
            ...{ tentatives: { increment: 1 }, prise, prisLe: le, essayeLe: le },
            ...{ attendDepuis: courriel.attendDepuis ?? le, attendTourDepuis: null },
          }
        : {
            etat: 'RETENU' as const,
            motifRetenue: permis.reason,
            partirLe: null,
            attendDepuis: null,
            attendTourDepuis: null,
          }),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw new Conflict('courriel', courriel.id)
  if (permis.ok) return { courriel, prise }
  await direRetenu(tx, { courrielId: courriel.id, motif: permis.reason, le })
  return null
}

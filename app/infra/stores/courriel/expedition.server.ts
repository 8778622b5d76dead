import { randomInt } from 'node:crypto'
import type { Acteur } from '#domain/acces/acteur'
import { type CauseSuspension, estCauseEchec, estSuspension } from '#domain/courriel/echec-envoi'
import { attenteMs, type Rythme } from '#domain/courriel/suspension'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { promiseJob, promiseJobs } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import { sondeDesEnvois } from '#jobs/envois'
import { Prisma } from '#prisma'

/** Under which the journal keeps what happens to the sending as a whole. */
const OBJET = { objet: 'envois', objetId: 'envois' } as const

/** `suspension` is null while mails leave. */
export type Expedition = {
  version: number
  suspension: { depuis: Date; cause: CauseSuspension; essais: number; prochainEssaiLe: Date } | null
}

type Ligne = {
  version: number
  suspendue_depuis: Date | null
  cause: string | null
  essais: number
  prochain_essai_le: Date | null
}

/**
 * How the sending stands, held until the commit: `UPDATE` by who suspends it or lets it go on, `SHARE` by a mail that leaves or begins to
 * wait, so that none begins to wait as the others are let go.
 */
export async function lockExpedition(tx: Tx, pour: 'UPDATE' | 'SHARE'): Promise<Expedition> {
  const [ligne] = await tx.$queryRaw<Ligne[]>`
    SELECT version, suspendue_depuis, cause, essais, prochain_essai_le FROM expedition WHERE id = 1 FOR ${Prisma.raw(pour)}`
  if (!ligne) throw new Error('the row of the sending is missing')
  const { version, suspendue_depuis: depuis, cause, essais, prochain_essai_le: prochainEssaiLe } = ligne
  if (!depuis || !prochainEssaiLe || !estCauseEchec(cause) || !estSuspension(cause))
    return { version, suspension: null }
  return { version, suspension: { depuis, cause, essais, prochainEssaiLe } }
}

/** The hour of the next try, and the promise of it. */
async function prevoirSonde(tx: Tx, quand: Date) {
  await promiseJob(tx, sondeDesEnvois, { essai: quand.getTime() }, quand)
  return { prochainEssaiLe: quand, version: { increment: 1 } }
}

type Panne = { cause: CauseSuspension; reponse: string; le: Date; rythme: Rythme }

/** Nothing leaves any more, from now on; the first try comes soon, and the journal says why. */
export async function suspendreEnvois(tx: Tx, acteur: Acteur, { cause, reponse, le, rythme }: Panne): Promise<void> {
  const quand = new Date(le.getTime() + attenteMs(0, randomInt(1000) / 1000, rythme))
  await tx.expedition.update({
    where: { id: 1 },
    data: { suspendueDepuis: le, cause, reponse, essais: 0, ...(await prevoirSonde(tx, quand)) },
  })
  await writeJournal(tx, acteur, { acte: 'suspendreEnvois', ...OBJET, detail: { cause, reponse }, le })
}

/** The try that asked whether mails leave again failed: the next one comes later. */
export async function prolongerSuspension(
  tx: Tx,
  { essais, cause, reponse, le, rythme }: Panne & { essais: number },
): Promise<void> {
  const quand = new Date(le.getTime() + attenteMs(essais + 1, randomInt(1000) / 1000, rythme))
  await tx.expedition.update({
    where: { id: 1 },
    data: { cause, reponse, essais: essais + 1, ...(await prevoirSonde(tx, quand)) },
  })
}

/** The next try comes then: asked for by an officer, or as a net under the one that begins. */
export async function deplacerSonde(tx: Tx, quand: Date): Promise<void> {
  await tx.expedition.update({ where: { id: 1 }, data: await prevoirSonde(tx, quand) })
}

/** Mails leave again: all that wait are promised anew, and the journal says so. Gives how many. */
export async function libererEnvois(tx: Tx, acteur: Acteur, le: Date): Promise<number> {
  const attendent = await tx.courriel.findMany({
    where: { etat: 'A_ENVOYER', attendDepuis: { not: null }, transmisLe: null },
    orderBy: [{ attendDepuis: 'asc' }, { creeLe: 'asc' }],
    select: { id: true },
  })
  await promiseJobs(
    tx,
    envoiDeCourriel,
    attendent.map(({ id }) => ({ courrielId: id })),
  )
  await tx.expedition.update({
    where: { id: 1 },
    data: {
      suspendueDepuis: null,
      cause: null,
      reponse: '',
      essais: 0,
      prochainEssaiLe: null,
      version: { increment: 1 },
    },
  })
  await writeJournal(tx, acteur, { acte: 'reprendreEnvois', ...OBJET, detail: { courriels: attendent.length }, le })
  return attendent.length
}

/** An officer asks for a try now. */
export const direReessai = (tx: Tx, acteur: Acteur, le: Date): Promise<void> =>
  writeJournal(tx, acteur, { acte: 'reessayerEnvois', ...OBJET, le })

import { SYSTEME } from '#domain/acces/acteur'
import type { Tx } from '#infra/db'
import type { DepsEnvoi } from '#infra/deps'
import { deplacerSonde, libererEnvois, lockExpedition } from '#infra/stores/courriel/expedition'
import { precedentAttendu } from '#infra/stores/courriel/precedent'
import { type Depart, saisir } from '#usecases/courriel/prendre-depart'

/**
 * Takes the one mail that asks whether mails leave again; null when it is not the hour of this try, or when nothing waits any more and the
 * suspension ends by itself. The mail tried least goes first: one that the server refuses alone must not keep the others.
 */
export async function prendreSonde({ db, now, rythme }: DepsEnvoi, essai: number): Promise<Depart | null> {
  return db.$transaction(async (tx) => {
    const le = now()
    const { suspension } = await lockExpedition(tx, 'UPDATE')
    if (suspension?.prochainEssaiLe.getTime() !== essai) return null
    const depart = await premierQuiPeut(tx, le, new Date(le.getTime() - rythme.bail))
    // A net under this very try: were it to die, or were what waits in the hands of another run, the next one comes.
    if (depart || (await tx.courriel.count({ where: ATTENTE })) > 0)
      await deplacerSonde(tx, new Date(le.getTime() + rythme.bail))
    else await libererEnvois(tx, SYSTEME, le)
    return depart
  })
}

const ATTENTE = { etat: 'A_ENVOYER', attendDepuis: { not: null }, transmisLe: null } as const

/** The first of those that wait that the gate lets through, or the one that leaves before it. */
async function premierQuiPeut(tx: Tx, le: Date, prisAvant: Date): Promise<Depart | null> {
  for (;;) {
    const premier = await tx.courriel.findFirst({
      where: { ...ATTENTE, OR: [{ prisLe: null }, { prisLe: { lt: prisAvant } }] },
      orderBy: [{ tentatives: 'asc' }, { attendDepuis: 'asc' }, { creeLe: 'asc' }],
    })
    if (!premier) return null
    const courriel = (await precedentAttendu(tx, premier)) ?? premier
    if (courriel.prisLe && courriel.prisLe >= prisAvant) return null
    const depart = await saisir(tx, courriel, le)
    if (depart) return depart
  }
}

/** The try passed: all that wait leave. */
export async function reprendreApresSonde({ db, now }: DepsEnvoi): Promise<void> {
  await db.$transaction(async (tx) => {
    const { suspension } = await lockExpedition(tx, 'UPDATE')
    if (suspension) await libererEnvois(tx, SYSTEME, now())
  })
}

import { randomUUID } from 'node:crypto'
import { SYSTEME } from '#domain/acces/acteur'
import { colonnesDActeur } from '#infra/acteur'
import type { Db } from '#infra/db'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import { type Bilan, compterLesCourriels } from '#support/pannes/bilan'
import { ouvriersDe, passerLesFilets } from '#support/pannes/ouvriers'
import { ADRESSE_FAUSSE, type Banc, type Panne, rien } from '#support/pannes/pannes'
import { until } from '#support/until'

async function promettre(db: Db, n: number): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    await db.$transaction(async (tx) => {
      const destinataire = i === n - 1 ? ADRESSE_FAUSSE : `mairie${i}@commune${i % 40}.exemple.test`
      const { id } = await tx.courriel.create({
        data: {
          cleUnique: `essai/${randomUUID()}`,
          ...{ modele: 'message_libre', destinataire, destinataireNom: 'Mairie d’Exemple' },
          ...{ sujet: 'Votre demande de subvention', texte: 'Votre demande est accordée.' },
          html: '<p>Votre demande est accordée.</p>',
          creeLe: new Date(),
          ...colonnesDActeur(SYSTEME),
        },
        select: { id: true },
      })
      await promiseJob(tx, envoiDeCourriel, { courrielId: id })
    })
  }
}

export type Essai = {
  n: number
  /** How long, in ms, a fault that lasts lasts. */
  dure: number
  /** How long, in ms, the last mail may wait. */
  patience: number
  /** How often, in ms, the nets are passed: their own schedules, at the pace of the trial. */
  cadence: number
}

/** Sends `n` mails, lets the fault come when a fifth have left, waits until nothing waits any more, and counts. */
export async function eprouver(banc: Banc, panne: Panne, { n, dure, patience, cadence }: Essai): Promise<Bilan> {
  const { db, smtp } = banc
  const debut = performance.now()
  smtp.mails.length = 0
  const { lancer, dire, tuer } = ouvriersDe(banc)
  await promettre(db, n)
  const ouvrier = lancer()
  const arreter = passerLesFilets(banc, cadence)
  try {
    await until(
      () => `a fifth left\n${dire()}`,
      () => smtp.mails.length >= n / 5,
      60_000,
    )
    await panne.arrive({ ...banc, dure, ouvrier, relancer: lancer })
    const attendent = () => db.courriel.count({ where: { etat: 'A_ENVOYER' } }).catch(() => n)
    // What still waits then is lost, and counted so.
    await until('nothing waits', async () => (await attendent()) === 0, patience).catch(() => undefined)
    return await compterLesCourriels(banc, n, (performance.now() - debut) / 1000)
  } finally {
    await arreter()
    await tuer()
    Object.assign(smtp, { answer: rien, expediteur: rien, coupe: () => false })
    await db.courriel.deleteMany()
    await db.outboxJob.deleteMany()
  }
}

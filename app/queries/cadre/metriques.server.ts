import { Gauge, Registry } from 'prom-client'
import { lire } from '#infra/db'
import type { Deps } from '#infra/deps'
import { etatDesPlanifies } from '#infra/stores/entretien/execution'
import { etatDuRelais } from '#infra/relais'
import type { Storage } from '#infra/storage'
import { Prisma } from '#prisma'
import { envoisSuspendus } from '#queries/courriel/envois-suspendus'

type Mesure = { nom: string; aide: string; etiquette?: string }

/**
 * What is worth an alarm (docs/decisions/0003): work promised and not carried, mails that do not leave or failed, what repeats and no longer runs,
 * room on the disk, dossiers by state. No name, no amount.
 */
export async function metriques({
  db,
  now,
  storage,
}: Deps & { storage: Pick<Storage, 'free'> }): Promise<{ type: string; texte: string }> {
  const registre = new Registry()
  const jauge = ({ nom, aide, etiquette }: Mesure) =>
    new Gauge({ name: `mcei_${nom}`, help: aide, labelNames: etiquette ? [etiquette] : [], registers: [registre] })

  const [relais, suspension, planifies, libre, comptes] = await Promise.all([
    etatDuRelais(db),
    envoisSuspendus(db),
    etatDesPlanifies(db, now()),
    storage.free(),
    lire<{ objet: string; etat: string; nombre: number }>(
      db,
      Prisma.sql`SELECT objet, valeurs[1] AS etat, sum(nombre)::int AS nombre FROM compte WHERE objet IN ('courriel', 'rapport') GROUP BY 1, 2
        UNION ALL SELECT 'dossier', valeur, sum(nombre)::int FROM dossier_compte WHERE axe = 'etat' GROUP BY 2`,
    ),
  ])
  jauge({ nom: 'relais', aide: 'Relays at work' }).set(relais.relais)
  jauge({ nom: 'promesse_retard_secondes', aide: 'Age of the oldest promise that is due and not carried' }).set(
    relais.retard,
  )
  jauge({ nom: 'courriel_retard_secondes', aide: 'Age of the oldest mail that should have left' }).set(
    relais.retardCourriel,
  )
  jauge({ nom: 'envois_suspendus_secondes', aide: 'For how long no mail leaves; 0 while mails leave' }).set(
    suspension ? (now().getTime() - suspension.depuis.getTime()) / 1000 : 0,
  )
  jauge({ nom: 'courriels_en_attente', aide: 'Mails that wait for the sending to go on' }).set(
    suspension?.enAttente ?? 0,
  )
  jauge({ nom: 'disque_libre_octets', aide: 'Free bytes where the data is kept' }).set(libre)
  const travaux = jauge({
    nom: 'travail_retard_secondes',
    aide: 'Time without a success, by repeated job',
    etiquette: 'travail',
  })
  for (const { nom, retard } of planifies) travaux.set({ travail: nom }, retard)
  const parEtat = (mesure: Mesure, voulu: string) => {
    const etats = jauge({ ...mesure, etiquette: 'etat' })
    for (const { objet, etat, nombre } of comptes) if (objet === voulu) etats.set({ etat }, nombre)
  }
  parEtat({ nom: 'courriels', aide: 'Courriels by state' }, 'courriel')
  parEtat({ nom: 'rapports', aide: 'Rapports by state' }, 'rapport')
  parEtat({ nom: 'dossiers', aide: 'Dossiers by state' }, 'dossier')
  return { type: registre.contentType, texte: await registre.metrics() }
}

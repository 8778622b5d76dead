import { Gauge, Registry } from 'prom-client'
import type { Db } from '#infra/db'
import { etatDuRelais } from '#infra/relais'

type Mesure = { nom: string; aide: string; etiquette?: string }

/** What is worth an alarm (docs/decisions/0003): work promised and not carried, mails that failed, dossiers by state. No name, no amount. */
export async function metriques(db: Db): Promise<{ type: string; texte: string }> {
  const registre = new Registry()
  const jauge = ({ nom, aide, etiquette }: Mesure) =>
    new Gauge({ name: `mcei_${nom}`, help: aide, labelNames: etiquette ? [etiquette] : [], registers: [registre] })

  const [relais, courriels, rapports, dossiers] = await Promise.all([
    etatDuRelais(db),
    db.courriel.groupBy({ by: ['etat'], _count: true }),
    db.rapport.groupBy({ by: ['etat'], _count: true }),
    db.dossier.groupBy({ by: ['etat'], _count: true }),
  ])
  jauge({ nom: 'relais', aide: 'Relays at work' }).set(relais.relais)
  jauge({ nom: 'promesse_retard_secondes', aide: 'Age of the oldest promise that is due and not carried' }).set(
    relais.retard,
  )
  const parEtat = (mesure: Mesure, comptes: { etat: string; _count: number }[]) => {
    const etats = jauge({ ...mesure, etiquette: 'etat' })
    for (const { etat, _count } of comptes) etats.set({ etat }, _count)
  }
  parEtat({ nom: 'courriels', aide: 'Courriels by state' }, courriels)
  parEtat({ nom: 'rapports', aide: 'Rapports by state' }, rapports)
  parEtat({ nom: 'dossiers', aide: 'Dossiers by state' }, dossiers)
  return { type: registre.contentType, texte: await registre.metrics() }
}

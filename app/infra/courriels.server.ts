import { envoyerCourriel } from '#jobs/catalogue'
import type { Tx } from '#infra/db'
import { promiseJob } from '#infra/outbox'

export type CourrielAEcrire = {
  /** Names the fact it tells, such as `decision/<id>`: the same fact writes one courriel. */
  cleUnique: string
  modele: string
  destinataire: string
  destinataireNom?: string
  sujet: string
  texte: string
  html: string
  /** The instant of the act that writes it. */
  creeLe: Date
  dossierId?: string
  preProjetId?: string
}

/**
 * Writes a courriel, words frozen, and the promise to send it. A second call for the same fact writes nothing and gives
 * the first one's id.
 */
export async function writeCourriel(tx: Tx, courriel: CourrielAEcrire): Promise<{ id: string }> {
  const known = await tx.courriel.findUnique({ where: { cleUnique: courriel.cleUnique }, select: { id: true } })
  if (known) return known
  const { id } = await tx.courriel.create({ data: courriel, select: { id: true } })
  await promiseJob(tx, envoyerCourriel, { courrielId: id })
  return { id }
}

/** What the journal says of a courriel, under the dossier or the fiche it is about so that their own journal tells it. */
export async function sujetDuCourriel(tx: Tx, courrielId: string) {
  const { dossierId, preProjetId, ...detail } = await tx.courriel.findUniqueOrThrow({
    where: { id: courrielId },
    select: { modele: true, destinataire: true, sujet: true, dossierId: true, preProjetId: true },
  })
  if (dossierId) return { objet: 'dossier' as const, objetId: dossierId, detail: { courrielId, ...detail } }
  if (preProjetId) return { objet: 'pre-projet' as const, objetId: preProjetId, detail: { courrielId, ...detail } }
  return { objet: 'courriel' as const, objetId: courrielId, detail: { courrielId, ...detail } }
}

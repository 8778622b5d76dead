import { createHash } from 'node:crypto'
import type { Acteur } from '#domain/acces/acteur'
import type { Modele } from '#domain/courriel/courriel'
import { envoiDeCourriel } from '#jobs/catalogue'
import { colonnesDActeur } from '#infra/acteur'
import type { Tx } from '#infra/db'
import { promiseJob } from '#infra/outbox'

export type CourrielAEcrire = {
  /** Names the fact it tells, such as `decision/<id>`: the same fact writes one courriel. */
  cleUnique: string
  modele: Modele
  destinataire: string
  destinataireNom?: string
  sujet: string
  texte: string
  html: string
  /** The instant of the act that writes it. */
  creeLe: Date
  dossierId?: string
  preProjetId?: string
  /** It leaves then, and may be taken back before; absent means at once. */
  partirLe?: Date
  /** Message-ID it answers, and those it follows, oldest first, without angle brackets. */
  enReponseA?: string
  references?: string[]
}

/**
 * Writes a courriel, words frozen, and the promise to send it. `acteur` is who asked for this very mail. A second call for the same
 * fact writes nothing and gives the first one's id.
 */
export async function writeCourriel(tx: Tx, acteur: Acteur, courriel: CourrielAEcrire): Promise<{ id: string }> {
  const known = await tx.courriel.findUnique({ where: { cleUnique: courriel.cleUnique }, select: { id: true } })
  if (known) return known
  const { id } = await tx.courriel.create({ data: { ...courriel, ...colonnesDActeur(acteur) }, select: { id: true } })
  await promiseJob(tx, envoiDeCourriel, { courrielId: id }, courriel.partirLe)
  return { id }
}

/**
 * Takes away the promise to send this courriel; false when the relay has carried it, and the courriel is on its way. A promise
 * left behind would send at its hour a courriel that was moved.
 */
export async function retirerPromesse(tx: Tx, courrielId: string): Promise<boolean> {
  const { count } = await tx.outboxJob.deleteMany({
    where: {
      name: envoiDeCourriel.name,
      publishedAt: null,
      payload: { path: ['courrielId'], equals: courrielId },
    },
  })
  return count > 0
}

/** Takes back the courriel of this fact if it has not left; false when it has, or when there is none. */
export async function reprendreCourriel(tx: Tx, cleUnique: string): Promise<boolean> {
  const { count } = await tx.courriel.updateMany({
    where: { cleUnique, etat: 'A_ENVOYER', tentatives: 0 },
    data: { etat: 'ANNULE', version: { increment: 1 } },
  })
  return count > 0
}

/** Takes back the courriels of this kind about this fiche that wait for their hour: a newer one says what they would have said. */
export async function reprendreCourriels(tx: Tx, sujet: { preProjetId: string; modele: Modele }): Promise<void> {
  const attendent = await tx.courriel.findMany({
    where: { ...sujet, etat: 'A_ENVOYER', tentatives: 0, partirLe: { not: null } },
    select: { id: true, cleUnique: true },
  })
  for (const { id, cleUnique } of attendent) {
    if (await retirerPromesse(tx, id)) await reprendreCourriel(tx, cleUnique)
  }
}

/** Two mails with the same fingerprint are the same to who receives them. */
export const empreinteDuCourriel = ({
  destinataire,
  sujet,
  texte,
  html,
}: Pick<CourrielAEcrire, 'destinataire' | 'sujet' | 'texte' | 'html'>): string =>
  createHash('sha256')
    .update(JSON.stringify([destinataire, sujet, texte, html]))
    .digest('hex')

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

import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { departDuCourriel } from '#domain/dossier/deverrouillage'
import type { VersementGarde } from '#domain/suite-accord/versement'
import { direVersement } from '#domain/suite-accord/versement-dit'
import { debutDeJournee, jourDeParis } from '#domain/temps/jour'
import { courrielDeVersement } from '#emails/courriel-de-dossier'
import { promettreCourriel, reprendreCourriel, retirerPromesse } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { versementsDe } from '#infra/stores/suite-accord/suite-accord'

/**
 * Writes the mail of each payment that an act has just recorded (M13), which leaves after the time to take it back; gives to whom by payment, null for
 * nobody to write to. What was given back writes none, nor a dossier taken over as history: nothing leaves of it by itself.
 */
export async function ecrireVersements(
  tx: Tx,
  agent: Agent,
  dossier: DossierCharge,
  { gardes, le }: { gardes: readonly VersementGarde[]; le: Date },
): Promise<Map<string, string | null>> {
  const ecrits = new Map<string, string | null>()
  if (dossier.reprisLe !== null) return ecrits
  const { coutTotalCents, decision } = dossier
  const faits = { accordeCents: decision?.montantCents ?? 0n, coutTotalCents, bilan: await bilanDe(tx, dossier.id) }
  const tous = await versementsDe(tx, dossier.id)
  const redacteur = await loadRedacteur(tx, agent.id)
  for (const [rang, versement] of gardes.entries()) {
    const suivants = gardes.slice(rang + 1)
    const versements = tous.filter(({ id }) => !suivants.some((un) => un.id === id))
    const estDernier = suivants.every(({ nature }) => nature === 'REVERSEMENT')
    const dit = direVersement(versement, { ...faits, versements }, { estDernier, today: jourDeParis(le) })
    if (!dit) continue
    const mots = courrielDeVersement(dossier, dit, { now: le, redacteur })
    await promettreCourriel(tx, agent, {
      cleUnique: cleUnique('versement', versement.id),
      mots,
      sujet: { dossierId: dossier.id },
      ...{ faitLe: debutDeJournee(versement.le), creeLe: le, partirLe: departDuCourriel(le), reponse: {} },
    })
    ecrits.set(versement.id, mots?.destinataire ?? null)
  }
  return ecrits
}

/** Takes back the mail of a fact that is cancelled, where it has not left. */
export async function reprendreAnnonce(tx: Tx, cle: string): Promise<void> {
  const courriel = await tx.courriel.findUnique({ where: { cleUnique: cle }, select: { id: true, etat: true } })
  if (!courriel) return
  // What the relay has carried is looked at by the gate as it leaves, and held there.
  if (courriel.etat === 'RETENU' || (await retirerPromesse(tx, courriel.id))) await reprendreCourriel(tx, cle)
}

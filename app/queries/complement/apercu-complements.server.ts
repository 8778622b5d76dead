import { type Agent, requireDroit } from '#domain/acces/droits'
import { delaiCourt, horlogeRejet } from '#domain/dossier/delais'
import {
  type Complement,
  demander,
  MINUTES_ANNULATION,
  type RefusComplement,
  suspensionsDe,
} from '#domain/complement/demande-complement'
import { ok, type Result } from '#domain/result'
import { fromDate, type Jour, jourDeParis } from '#domain/temps/jour'
import { courrielDeComplements, courrielDeCompletude } from '#emails/courriel-de-complement'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import type { Db } from '#infra/db'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { demandeEnAttente, lireDemande, rejetDuDossier } from '#infra/stores/complement/complement'
import { loadDossier } from '#infra/stores/dossier/dossier'

export type ApercuComplements = {
  limite: Jour
  elements: number
  /** The day silence would reject before this request, and if nothing comes after it; equal when nothing is suspended. */
  rejetAvant: Jour | null
  rejetApres: Jour | null
  courriel: CourrielCompose | null
}

/** The very mail this request would send and what it would do to the clock, without asking anything. For those who may ask. */
export async function apercuComplements(
  db: Db,
  agent: Agent,
  { dossierId, now, ...voulu }: Complement & { dossierId: string; remplace: string | null; now: Date },
): Promise<Result<ApercuComplements, RefusComplement>> {
  requireDroit(agent, 'dossier.instruire')
  const dossier = await loadDossier(db, dossierId)
  const attente = await demandeEnAttente(db, dossierId)
  const partirLe = new Date(now.getTime() + MINUTES_ANNULATION * 60_000)
  const du = jourDeParis(partirLe)
  const answer = demander({ etat: dossier.etat, enAttente: attente?.id ?? null }, { ...voulu, du })
  if (!answer.ok) return answer
  const { elements, limite } = answer.value
  const passees = (await db.demandeComplement.findMany({ where: { dossierId } })).map(lireDemande)
  const fermees = passees.map((d) => (d.id === attente?.id ? { ...d, leveeLe: du } : d))
  const deposeLe = dossier.deposeLe && fromDate(dossier.deposeLe)
  const rejetApres =
    deposeLe && delaiCourt(dossier)
      ? horlogeRejet(deposeLe, [...suspensionsDe(fermees), { du, limite, leveeLe: null }]).rejetLe
      : null
  const contexte = { now: partirLe, redacteur: await loadRedacteur(db, agent.id) }
  return ok({
    limite,
    elements: elements.length,
    rejetAvant: await rejetDuDossier(db, dossier),
    rejetApres,
    courriel: courrielDeComplements(dossier, { elements, limite, rejetLe: rejetApres }, contexte),
  })
}

/** The very mail that declaring this dossier complete now would send; null when nobody can be written to. */
export async function apercuCompletude(db: Db, agent: Agent, { dossierId, now }: { dossierId: string; now: Date }) {
  requireDroit(agent, 'dossier.instruire')
  const dossier = await loadDossier(db, dossierId)
  const attente = await demandeEnAttente(db, dossierId)
  const demandes = (await db.demandeComplement.findMany({ where: { dossierId } })).map(lireDemande)
  const today = jourDeParis(now)
  const levees = demandes.map((d) => (d.id === attente?.id ? { ...d, leveeLe: today } : d))
  const deposeLe = dossier.deposeLe && fromDate(dossier.deposeLe)
  const rejetLe = deposeLe && delaiCourt(dossier) ? horlogeRejet(deposeLe, suspensionsDe(levees)).rejetLe : null
  return courrielDeCompletude(dossier, { rejetLe }, { now, redacteur: await loadRedacteur(db, agent.id) })
}

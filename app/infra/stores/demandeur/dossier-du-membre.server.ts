import { cleUnique } from '#domain/courriel/courriel'
import { MINUTES_ANNULATION } from '#domain/complement/demande-complement'
import { type EtatDit, etatDit } from '#domain/demandeur/etat-dit'
import type { Etat } from '#domain/dossier/etat'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import { type DemandeLue, demandeEnAttente, EN_ATTENTE, lireDemande } from '#infra/stores/complement/complement'
import { roleDans } from '#infra/stores/demandeur/demandeur'

/**
 * The structure of a dossier, and what this demandeur is in it. Throws NotFound for a dossier that is not of a structure of theirs: nothing tells that it is
 * there.
 */
export async function dossierDuMembre(db: Db | Tx, demandeurId: string, dossierId: string) {
  const dossier = await db.dossier.findFirst({
    where: { id: dossierId, disparuLe: null },
    select: { id: true, structureId: true, numero: true, etat: true, origine: true },
  })
  if (!dossier) throw new NotFound('dossier', dossierId)
  return { ...dossier, role: await roleDans(db, demandeurId, dossier.structureId) }
}

/** The request for compléments that waits and that its structure was told of; null when none is. `now` counts where it could not be written to. */
export async function complementsDits(db: Db | Tx, dossierId: string, now: Date) {
  const attente = await demandeEnAttente(db, dossierId)
  if (!attente) return null
  const courriel = await db.courriel.findUnique({
    where: { cleUnique: cleUnique('complement', attente.id) },
    select: { envoyeLe: true },
  })
  return estDite(attente, courriel ? courriel.envoyeLe !== null : undefined, now) ? attente : null
}

/** Whether a request was told: its mail has left, or, where nobody could be written to, it can be taken back no more. */
const estDite = ({ creeLe }: { creeLe: Date }, parti: boolean | undefined, now: Date): boolean =>
  parti ?? now.getTime() >= creeLe.getTime() + MINUTES_ANNULATION * 60_000

/** Whether a decision was told: by its mail, by post, or by itself where it is their own act. */
const decisionEstDite = (
  { courrierLe, retireeParId }: { courrierLe: Date | null; retireeParId: string | null },
  parti: boolean | undefined,
): boolean => retireeParId !== null || courrierLe !== null || parti === true

/** The decision that its structure was told of; null when none is. */
export async function decisionDite(db: Db | Tx, dossierId: string) {
  const decision = await db.decision.findUnique({
    where: { dossierId },
    select: { id: true, nature: true, montantCents: true, courrierLe: true, retireeParId: true },
  })
  if (!decision) return null
  const partis = await db.courriel.count({
    where: { cleUnique: cleUnique('decision', decision.id), envoyeLe: { not: null } },
  })
  return decisionEstDite(decision, partis > 0) ? decision : null
}

/** Where a dossier stands in what its structure is told, with what it was told of. */
export async function etatPourLeMembre(
  db: Db | Tx,
  { id, etat }: { id: string; etat: Etat },
  now: Date,
): Promise<{
  etat: EtatDit
  complements: Awaited<ReturnType<typeof complementsDits>>
  decision: Awaited<ReturnType<typeof decisionDite>>
}> {
  const [complements, decision] = [await complementsDits(db, id, now), await decisionDite(db, id)]
  return {
    etat: etatDit(etat, { complements: complements !== null, decision: decision !== null }),
    complements,
    decision,
  }
}

/** Where one of many stands, with the request for compléments that it was told of. */
type DitDUnDossier = { etat: EtatDit; complement: DemandeLue | null }

/** The same of many dossiers, by their id: three questions whatever their number. */
export async function etatsPourLeMembre(
  db: Db,
  dossiers: readonly { id: string; etat: Etat }[],
  now: Date,
): Promise<Map<string, DitDUnDossier>> {
  const ids = dossiers.map(({ id }) => id)
  const [decisions, attentes] = await Promise.all([
    db.decision.findMany({
      where: { dossierId: { in: ids } },
      select: { id: true, dossierId: true, courrierLe: true, retireeParId: true },
    }),
    db.demandeComplement.findMany({ where: { dossierId: { in: ids }, etat: EN_ATTENTE } }),
  ])
  const cles = [
    ...decisions.map(({ id }) => cleUnique('decision', id)),
    ...attentes.map(({ id }) => cleUnique('complement', id)),
  ]
  const courriels = await db.courriel.findMany({
    where: { cleUnique: { in: cles } },
    select: { cleUnique: true, envoyeLe: true },
  })
  const partis = new Map(courriels.map((un) => [un.cleUnique, un.envoyeLe !== null]))
  const decidees = new Set(
    decisions
      .filter((une) => decisionEstDite(une, partis.get(cleUnique('decision', une.id))))
      .map(({ dossierId }) => dossierId),
  )
  const complements = new Map(
    attentes
      .filter((une) => estDite(une, partis.get(cleUnique('complement', une.id)), now))
      .map((une) => [une.dossierId, lireDemande(une)]),
  )
  return new Map(
    dossiers.map(({ id, etat }) => {
      const complement = complements.get(id) ?? null
      return [id, { complement, etat: etatDit(etat, { complements: complement !== null, decision: decidees.has(id) }) }]
    }),
  )
}

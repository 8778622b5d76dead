import type { Acteur } from '#domain/acces/acteur'
import { requireDroit, type Agent } from '#domain/acces/droits'
import { estRelancable, RELANCABLES } from '#domain/courriel/courriel'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { no, ok, type Result } from '#domain/result'
import { direRetenu, sujetDuCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'
import type { Prisma } from '#prisma'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'

/** `version` is the one the officer's page was made from. */
export type Input = { courrielId: string; version: number }

/** A mail asked for again, or held since what it tells has lapsed while it had failed. */
export type Relance = { retenu: MotifRetenue | null }

/**
 * Asks again for a courriel that failed or came back: the gate is asked now, and again as it leaves. Let through, it waits for the worker anew, with all its
 * tries. Throws NotFound, Conflict.
 */
export async function relancerCourriel(
  { db, now }: Deps,
  agent: Agent,
  { courrielId, version }: Input,
): Promise<Result<Relance, 'COURRIEL_PAS_EN_ECHEC'>> {
  requireDroit(agent, 'courriel.relancer')

  return db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId } })
    if (!courriel) throw new NotFound('courriel', courrielId)
    if (!estRelancable(courriel.etat)) return no('COURRIEL_PAS_EN_ECHEC')
    const relance = await remettreEnRoute(tx, agent, { courriel, version, le: now() })
    if (!relance) throw new Conflict('courriel', courrielId)
    return ok(relance)
  })
}

type Remise = { courriel: Prisma.CourrielGetPayload<object>; version: number; le: Date }

/** One courriel that failed or came back, in the transaction of who asks for it again; null when it has moved since `version`. */
export async function remettreEnRoute(
  tx: Tx,
  acteur: Acteur,
  { courriel, version, le }: Remise,
): Promise<Relance | null> {
  const courrielId = courriel.id
  const permis = await permisDePartir(tx, courriel, le)
  const { count } = await tx.courriel.updateMany({
    where: { id: courrielId, version, etat: { in: [...RELANCABLES] } },
    data: {
      ...(permis.ok ? { etat: 'A_ENVOYER' } : { etat: 'RETENU', motifRetenue: permis.reason, partirLe: null }),
      ...{ cause: null, erreur: null, echecLe: null, attendDepuis: null, attendTourDepuis: null, transmisLe: null },
      ...{ envoyeLe: null, regleLe: null, remisAuServeurLe: null },
      version: { increment: 1 },
    },
  })
  if (count === 0) return null
  await writeJournal(tx, acteur, { acte: 'relancerCourriel', ...(await sujetDuCourriel(tx, courrielId)), le })
  if (permis.ok) await promiseJob(tx, envoiDeCourriel, { courrielId })
  else await direRetenu(tx, { courrielId, motif: permis.reason, le })
  return { retenu: permis.ok ? null : permis.reason }
}

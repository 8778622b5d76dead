import { type Agent, requireDroit } from '#domain/acces/droits'
import type { RefusLettre } from '#domain/dossier/lettre'
import { no, type Result } from '#domain/result'
import type { Lettre } from '#emails/lettre'
import { lettreDeLaDecision } from '#emails/lettre-du-dossier'
import type { Db } from '#infra/db'
import { lireFichierRecu } from '#infra/fichier-recu'
import { logger } from '#infra/logger'
import type { Storage } from '#infra/storage'
import { decisionALettre } from '#infra/stores/dossier/lettre-de-decision'
import { lettreSigneeDe } from '#infra/stores/dossier/lettre-signee'
import { type Interrompue, lire } from '#lecteurs/lecteurs'
import { LIBELLE_REFUS_LETTRE } from '#libelles/dossier/lettre'

const refuser = (raison: RefusLettre) => no(raison, LIBELLE_REFUS_LETTRE[raison])

/** Drawn by a reader process. A refusal is in words. `de` names what it tells, for the log. */
export async function dessiner(
  lettre: Lettre | RefusLettre,
  de: object,
): Promise<Result<Uint8Array, RefusLettre | Interrompue>> {
  if (typeof lettre === 'string') return refuser(lettre)
  const dessinee = await lire('lettre', lettre)
  if (!dessinee.ok) return dessinee
  if (dessinee.value.ok) return dessinee.value
  logger.error({ ...de, detail: dessinee.value.detail }, 'a letter was not composed')
  return refuser(dessinee.value.reason)
}

/**
 * The letter of the decision on a dossier, as PDF/UA-1, of the day of the decision: the same each time it is asked for. Drawn by a reader process. A
 * refusal is in words. Asked by who may read it.
 */
async function dessinerLettre(
  { db }: { db: Db },
  dossierId: string,
): Promise<Result<Uint8Array, RefusLettre | Interrompue>> {
  return dessiner(lettreDeLaDecision(await decisionALettre(db, dossierId)), { dossierId })
}

/** What reads a letter: rows, and the signed file where one stands. */
type DepsLettre = { db: Db; storage: Storage }

/**
 * The letter of the decision on a dossier as it is given: the signed one where it stands and may be opened, else the drawn one. Asked by who may read it.
 */
export async function donnerLettre(
  { db, storage }: DepsLettre,
  dossierId: string,
): Promise<Result<Uint8Array, RefusLettre | Interrompue>> {
  const decision = await db.decision.findUnique({ where: { dossierId }, select: { id: true } })
  const signee = decision && (await lettreSigneeDe(db, decision.id))
  const lue = signee && (await lireFichierRecu(storage, signee))
  return lue?.ok ? lue : dessinerLettre({ db }, dossierId)
}

/** The same for an officer; `dessinee` asks for the drawn one whatever stands. */
export async function lettreDossier(
  deps: DepsLettre,
  agent: Agent,
  { dossierId, dessinee = false }: { dossierId: string; dessinee?: boolean },
): Promise<Result<Uint8Array, RefusLettre | Interrompue>> {
  requireDroit(agent, 'dossier.lire')
  return dessinee ? dessinerLettre(deps, dossierId) : donnerLettre(deps, dossierId)
}

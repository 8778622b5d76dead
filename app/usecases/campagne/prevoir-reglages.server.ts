import { type Agent, requireDroit } from '#domain/acces/droits'
import { ceQueTouchent, type DifferenceReglement, type RefusReglement } from '#domain/campagne/reglement'
import type { Touche } from '#domain/campagne/saisie-reglage'
import { restants } from '#domain/dossier/bloquants'
import { EN_COURS } from '#domain/dossier/etat'
import { etatRecevabilite } from '#domain/dossier/examen-recevabilite'
import { ok, type Result } from '#domain/result'
import type { Db, Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { essayer } from '#infra/recommencer'
import { bloquantsDuDossier } from '#infra/stores/dossier/bloquants'
import { recevabilitesDe } from '#infra/stores/dossier/recevabilite'
import {
  ecrireReglement,
  empreinteDesChangements,
  lireChangements,
  type ReglementSaisi,
} from '#usecases/campagne/regler-campagne'

/** Dossiers looked at in one reading. */
const PAQUET = 200

/** Dossiers looked at one by one for what blocks them: budgets are read for it. */
const BLOQUANTS_MAX = 200

/** Dossiers named, of those that would change. */
const NOMMES = 10

/** What a change would do to the dossiers in course: how many were looked at, of how many, which would stand otherwise. */
export type EffetReglages = { examines: number; enCours: number; changent: number; exemples: string[] }

export type ReglagesPrevus = {
  /** Names these changes, for the yes that follows. */
  vu: string
  differences: DifferenceReglement[]
  /** Null where nothing that is changed can move it. */
  effets: Record<Touche, EffetReglages | null>
}

type EnCours = { id: string; numero: string | null }

async function recevabilites(db: Db | Tx, dossiers: readonly EnCours[]): Promise<Map<string, string>> {
  const lues = new Map<string, string>()
  for (let rang = 0; rang < dossiers.length; rang += PAQUET) {
    const ids = dossiers.slice(rang, rang + PAQUET).map(({ id }) => id)
    for (const [id, lue] of await recevabilitesDe(db, ids)) lues.set(id, etatRecevabilite(lue))
  }
  return lues
}

async function bloquants(db: Db | Tx, dossiers: readonly EnCours[], now: Date): Promise<Map<string, string>> {
  const lus = new Map<string, string>()
  for (const { id } of dossiers.slice(0, BLOQUANTS_MAX))
    lus.set(id, restants(await bloquantsDuDossier(db, id, now)).map(({ cle }) => cle).join(' ')) // prettier-ignore
  return lus
}

function effet(dossiers: readonly EnCours[], avant: Map<string, string>, apres: Map<string, string>): EffetReglages {
  const autres = dossiers.filter(({ id }) => avant.get(id) !== apres.get(id))
  return {
    examines: avant.size,
    enCours: dossiers.length,
    changent: autres.length,
    exemples: autres.slice(0, NOMMES).flatMap(({ numero }) => numero ?? []),
  }
}

/**
 * Says what a change of the règlement would do, before the yes: each field before and after, and the dossiers in course whose recevabilité
 * or bloquants would stand otherwise. The rules are asked over the new règlement itself, written in a transaction that is undone.
 */
export async function prevoirReglages(
  { db, now }: Deps,
  agent: Agent,
  saisi: ReglementSaisi,
): Promise<Result<ReglagesPrevus, RefusReglement>> {
  requireDroit(agent, 'campagne.regler')
  const answer = await db.$transaction((tx) => lireChangements(tx, saisi))
  if (!answer.ok) return answer
  const { id, differences, apres } = answer.value
  const prevus = { vu: empreinteDesChangements(differences), differences }
  const touches = ceQueTouchent(differences)
  if (touches.size === 0) return ok({ ...prevus, effets: { RECEVABILITE: null, BLOQUANTS: null } })

  const le = now()
  const dossiers = await db.dossier.findMany({
    where: { campagneId: id, etat: { in: [...EN_COURS] } },
    orderBy: { numero: 'asc' },
    select: { id: true, numero: true },
  })
  const lire = async (lecteur: Db | Tx) => ({
    recevabilite: touches.has('RECEVABILITE') ? await recevabilites(lecteur, dossiers) : null,
    bloquants: touches.has('BLOQUANTS') ? await bloquants(lecteur, dossiers, le) : null,
  })
  const avant = await lire(db)
  const sous = await essayer(db, async (tx) => {
    await ecrireReglement(tx, { id, version: saisi.version, apres })
    return lire(tx)
  })
  return ok({
    ...prevus,
    effets: {
      RECEVABILITE: avant.recevabilite && sous.recevabilite && effet(dossiers, avant.recevabilite, sous.recevabilite),
      BLOQUANTS: avant.bloquants && sous.bloquants && effet(dossiers, avant.bloquants, sous.bloquants),
    },
  })
}

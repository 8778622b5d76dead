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
import { campagneARegler } from '#infra/stores/campagne/version-exigences'
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

/** Of them, those in one reading. */
const BLOQUANTS_PAQUET = 50

/** How long an officer waits for a preview, in milliseconds. */
export const DUREE_APERCU_MS = 10_000

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

/** What stands of each of these dossiers, by its id. */
type Lecture = (lecteur: Db | Tx, dossiers: readonly EnCours[]) => Promise<Map<string, string>>

const recevabilites: Lecture = async (lecteur, dossiers) => {
  const lues = await recevabilitesDe(
    lecteur,
    dossiers.map(({ id }) => id),
  )
  return new Map([...lues].map(([id, lue]) => [id, etatRecevabilite(lue)]))
}

const bloquants =
  (now: Date): Lecture =>
  async (lecteur, dossiers) => {
    const lus = new Map<string, string>()
    for (const { id } of dossiers)
      lus.set(id, restants(await bloquantsDuDossier(lecteur, id, now)).map(({ cle }) => cle).join(' ')) // prettier-ignore
    return lus
  }

/** Which of these dossiers would stand otherwise, packet by packet: each under a règlement written for it and taken back, none longer than a few seconds. */
async function effet(
  dossiers: readonly EnCours[],
  { lire, sous, max, paquet, dureeMs }: { lire: Lecture; sous: Sous; max: number; paquet: number; dureeMs: number },
): Promise<EffetReglages> {
  const debut = performance.now()
  const autres: EnCours[] = []
  let examines = 0
  const vus = dossiers.slice(0, max)
  while (examines < vus.length && (examines === 0 || performance.now() - debut < dureeMs)) {
    const ceux = vus.slice(examines, examines + paquet)
    const [avant, apres] = await sous((lecteur) => lire(lecteur, ceux))
    autres.push(...ceux.filter(({ id }) => avant.get(id) !== apres.get(id)))
    examines += ceux.length
  }
  return {
    examines,
    enCours: dossiers.length,
    changent: autres.length,
    exemples: autres.slice(0, NOMMES).flatMap(({ numero }) => numero ?? []),
  }
}

/** Reads twice: as things are, and under the règlement that is typed. */
type Sous = <T>(lire: (lecteur: Db | Tx) => Promise<T>) => Promise<[T, T]>

/**
 * Says what a change of the règlement would do, before the yes: each field before and after, and the dossiers in course whose recevabilité
 * or bloquants would stand otherwise, of as many as `dureeMs` allows: after it no other packet is begun. The rules are asked over the new règlement itself, written in
 * transactions that are undone.
 */
export async function prevoirReglages(
  { db, now }: Deps,
  agent: Agent,
  saisi: ReglementSaisi,
  dureeMs: number,
): Promise<Result<ReglagesPrevus, RefusReglement | 'CAMPAGNE_ARCHIVEE'>> {
  requireDroit(agent, 'campagne.regler')
  const visee = await db.$transaction((tx) => campagneARegler(tx, saisi.campagne))
  if (!visee.ok) return visee
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
  const sous: Sous = async (lire) => [
    await lire(db),
    await essayer(db, async (tx) => {
      await ecrireReglement(tx, { id, version: saisi.version, apres })
      return lire(tx)
    }),
  ]
  const parPaquet = { lire: recevabilites, sous, max: dossiers.length, paquet: PAQUET, dureeMs }
  const unParUn = { lire: bloquants(le), sous, max: BLOQUANTS_MAX, paquet: BLOQUANTS_PAQUET, dureeMs }
  return ok({
    ...prevus,
    effets: {
      RECEVABILITE: touches.has('RECEVABILITE') ? await effet(dossiers, parPaquet) : null,
      BLOQUANTS: touches.has('BLOQUANTS') ? await effet(dossiers, unParUn) : null,
    },
  })
}

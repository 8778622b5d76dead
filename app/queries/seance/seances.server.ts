import { etapeDe } from '#domain/seance/seance'
import { numeroDeDeliberation } from '#domain/seance/deliberation'
import { fromDate, type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { clotureSeanceJours } from '#infra/stores/seance/a-venir'

type Sommes = { seanceId: string; lignes: number; votes: number; proposeCents: bigint; voteCents: bigint }

/** What each list holds: its lines, those voted, what is proposed (frozen, or as it is today) and what is voted, in cents. */
const sommesDe = (db: Db, ids: readonly string[]) =>
  db.$queryRaw<Sommes[]>`
    SELECT l.seance_id AS "seanceId", count(*)::int AS lignes, count(l.vote)::int AS votes,
      coalesce(sum(coalesce(l.montant_propose_cents, p.montant_cents)), 0)::bigint AS "proposeCents",
      coalesce(sum(l.montant_cents), 0)::bigint AS "voteCents"
    FROM ligne_seance l LEFT JOIN proposition p ON p.dossier_id = l.dossier_id AND p.remplacee_le IS NULL
    WHERE l.seance_id = ANY(${[...ids]}::uuid[]) GROUP BY 1`

/** Séances shown on one page. */
const SEANCES_MAX = 100

/** The meetings of the Commission permanente: those to come first by date, then the past ones, the last first. */
export async function pageSeances(db: Db, now: Date) {
  const today = jourDeParis(now)
  const lues = await db.seance.findMany({
    include: { deliberation: true },
    orderBy: { jour: 'desc' },
    take: SEANCES_MAX,
  })
  const sommes = await sommesDe(
    db,
    lues.map(({ id }) => id),
  )
  const seances = lues.map(({ id, jour, cloture, intitule, closeLe, deliberation }) => {
    const {
      lignes = 0,
      votes = 0,
      proposeCents = 0n,
      voteCents = 0n,
    } = sommes.find(({ seanceId }) => seanceId === id) ?? {}
    const executoireLe = deliberation?.executoireLe ? fromDate(deliberation.executoireLe) : null
    return {
      ...{ id, jour: fromDate(jour), cloture: fromDate(cloture), intitule, lignes, votes, proposeCents, voteCents },
      numero: deliberation && numeroDeDeliberation(deliberation.annee, deliberation.rang),
      etape: etapeDe({ closeLe, deliberation: deliberation && { executoireLe } }),
    }
  })
  const estAVenir = ({ jour }: { jour: Jour }) => jour >= today
  return {
    aVenir: seances.filter(estAVenir).toReversed(),
    passees: seances.filter((une) => !estAVenir(une)),
    clotureJours: await clotureSeanceJours(db),
  }
}

/** The séances whose list still takes a dossier today, the nearest first. */
export async function seancesOuvertes(db: Db, now: Date) {
  const lues = await db.seance.findMany({
    where: { closeLe: null, cloture: { gte: toDate(jourDeParis(now)) } },
    orderBy: { jour: 'asc' },
    select: { id: true, jour: true, intitule: true },
  })
  return lues.map(({ jour, ...reste }) => ({ ...reste, jour: fromDate(jour) }))
}

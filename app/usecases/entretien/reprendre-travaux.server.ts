import type { Deps } from '#infra/deps'
import { promiseJob } from '#infra/outbox'
import {
  envoiDeCourriel,
  generationDeRapport,
  reapplicationDesExigences,
  traitementDeCourriel,
  traitementDeLot,
} from '#jobs/catalogue'
import type { JobContract, QueueName } from '#jobs/contract'
import { examenDeTranche, traitementDeTranche } from '#jobs/lot-actes'
import { dessinDesLettres } from '#jobs/seance'
import { TRANCHE } from '#domain/lot-actes/acte-de-lot'
import { Prisma } from '#prisma'

/** Longer than the tries of any job and their waits: a job that ended so long ago and left its row waiting is lost too. */
const DELAI_MS = 2 * 60 * 60 * 1000

/** Rows looked at in one reading, and promised anew in one commit. */
const PAQUET = 500

type Charge = Prisma.InputJsonObject

/** What waits for a job: the job, and a statement that gives, of each row that waits, the payload that names it (`charge`) and since when (`depuis`). */
type Attente = { job: JobContract<string, Charge>; lignes: Prisma.Sql }

const ATTENTES = {
  courriels: {
    job: envoiDeCourriel,
    // One on its way is never sent a second time, and while the sending is suspended none has a job (#usecases/courriel/reprendre-envois).
    lignes: Prisma.sql`SELECT jsonb_build_object('courrielId', id) AS charge, cree_le AS depuis FROM courriel
      WHERE etat = 'A_ENVOYER' AND transmis_le IS NULL AND NOT EXISTS (SELECT 1 FROM expedition WHERE suspendue_depuis IS NOT NULL)`,
  },
  examens: {
    job: examenDeTranche,
    lignes: Prisma.sql`SELECT DISTINCT jsonb_build_object('lotId', g.id, 'tranche', l.rang / ${TRANCHE}::int) AS charge, g.examen_le AS depuis
      FROM lot_actes_ligne l JOIN lot_actes g ON g.id = l.lot_id
      WHERE l.etat = 'A_EXAMINER' AND g.lance_le IS NULL AND g.examen_le IS NOT NULL`,
  },
  actes: {
    job: traitementDeTranche,
    lignes: Prisma.sql`SELECT DISTINCT jsonb_build_object('lotId', g.id, 'tranche', l.rang / ${TRANCHE}::int) AS charge, g.lance_le AS depuis
      FROM lot_actes_ligne l JOIN lot_actes g ON g.id = l.lot_id WHERE l.etat = 'PRETE' AND g.lance_le IS NOT NULL`,
  },
  lettres: {
    job: dessinDesLettres,
    lignes: Prisma.sql`SELECT jsonb_build_object('seanceId', id) AS charge, lettres_demandees_le AS depuis FROM seance
      WHERE lettres_demandees_le > coalesce(lettres_dessinees_le, '-infinity')`,
  },
  rapports: {
    job: generationDeRapport,
    lignes: Prisma.sql`SELECT jsonb_build_object('rapportId', id) AS charge, cree_le AS depuis FROM rapport
      WHERE etat IN ('EN_ATTENTE', 'EN_COURS')`,
  },
  lots: {
    job: traitementDeLot,
    lignes: Prisma.sql`SELECT jsonb_build_object('lotId', id) AS charge, cree_le AS depuis FROM lot WHERE etat IN ('EN_ATTENTE', 'EN_COURS')`,
  },
  messages: {
    job: traitementDeCourriel,
    lignes: Prisma.sql`SELECT jsonb_build_object('courrielRecuId', id) AS charge, cree_le AS depuis FROM courriel_recu WHERE traite_le IS NULL`,
  },
  reapplications: {
    job: reapplicationDesExigences,
    lignes: Prisma.sql`SELECT jsonb_build_object('reapplicationId', id) AS charge, cree_le AS depuis FROM reapplication
      WHERE etat IN ('EN_ATTENTE', 'EN_COURS')`,
  },
} satisfies Record<string, Attente>

type Repris = Record<keyof typeof ATTENTES, number>

type Options = Deps & {
  /** Those of these jobs that the queue still knows. Throws while the queue does not answer: nothing is then called lost. */
  connus: (queue: QueueName, ids: readonly string[]) => Promise<Set<string>>
}

/** A row that waits, all its promises carried: `promesses` are their jobs, `derniere` is when the last was carried. */
type Candidat = { cle: string; charge: Charge; depuis: Date; promesses: string[]; derniere: Date | null }

/**
 * Promises anew what waits for a job that the queue no longer has (a Redis emptied), or that ended long ago without it (a worker killed as it
 * gave up). Handlers look at the state first, so a job too many does nothing.
 */
export async function reprendreTravaux(options: Options): Promise<Repris> {
  const repris: Repris = {
    courriels: 0,
    examens: 0,
    actes: 0,
    lettres: 0,
    rapports: 0,
    lots: 0,
    messages: 0,
    reapplications: 0,
  }
  for (const quoi of Object.keys(ATTENTES) as (keyof Repris)[]) repris[quoi] = await reprendre(options, ATTENTES[quoi])
  return repris
}

async function reprendre({ db, now, connus }: Options, { job, lignes }: Attente): Promise<number> {
  const limite = new Date(now().getTime() - DELAI_MS)
  let repris = 0
  for (let apres = ''; ;) {
    const candidats = await db.$queryRaw<Candidat[]>`
      SELECT r.charge::text COLLATE "C" AS cle, r.charge, r.depuis, max(o.published_at) AS derniere,
        coalesce(array_agg(o.id::text) FILTER (WHERE o.id IS NOT NULL), '{}') AS promesses
      FROM (${lignes}) r LEFT JOIN outbox_job o ON o.name = ${job.name} AND o.payload = r.charge
      WHERE r.charge::text COLLATE "C" > ${apres}
      GROUP BY r.charge, r.depuis HAVING bool_and(o.id IS NULL OR o.published_at IS NOT NULL) ORDER BY 1 LIMIT ${PAQUET}`
    const recents = candidats.filter(({ derniere }) => derniere !== null && derniere >= limite)
    const gardes = await connus(
      job.queue,
      recents.flatMap(({ promesses }) => promesses),
    )
    // What was never promised is another's: the command line reads a mail by itself. Left waiting so long, it is nobody's.
    const perdus = candidats.filter(({ depuis, derniere, promesses }) =>
      (derniere ?? depuis) < limite ? true : derniere !== null && !promesses.some((id) => gardes.has(id)),
    )
    await db.$transaction(async (tx) => {
      for (const { charge } of perdus) await promiseJob(tx, job, charge)
    })
    repris += perdus.length
    if (candidats.length < PAQUET) return repris
    apres = candidats.at(-1)?.cle ?? ''
  }
}

import { formatMontant } from '#domain/budget/montant'
import type { Db } from '#infra/db'
import { lancerLot } from '#usecases/lot-actes/lancer-lot'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { preparerNotification } from '#usecases/seance/preparer-notification'
import { type Bilan, compterLesCourriels } from '#support/pannes/bilan'
import type { Essai } from '#support/pannes/eprouver'
import { ouvriersDe, passerLesFilets } from '#support/pannes/ouvriers'
import { ADRESSE_FAUSSE, type Banc, type Panne, PANNES, rien } from '#support/pannes/pannes'
import { until } from '#support/until'
import type { WorkerProcess } from '#support/worker-process'
import { SIGNATAIRE, uneCampagne } from '../../db/dossier/faits'
import { PRECISION, seancesDans } from '../../db/seance/faits-seance'

/** How many worker processes share the work, each with a relay of its own. */
const OUVRIERS = 3

/** How long, in ms, one step may take for each decision it holds: what waits longer waits for nobody. */
const PATIENCE_PAR_DECISION = 1_000

export type BilanDeDecisions = Bilan & {
  /** How many faults came, each while something was still to be done. */
  pannes: number
  /** Decisions whose letter was composed before they were told, and mails that carry theirs. */
  lettres: number
  jointes: number
  /** Decisions made, one for each vote. */
  decisions: number
  /** Mails taken by the server that do not say what was voted. */
  faux: number
}

/** A séance whose délibération has its number, with `n` votes, one in ten a refusal; the last address is one that a server refuses. */
async function uneSeanceVotee(db: Db, n: number) {
  const monde = await seancesDans(db)
  const { id: campagneId } = await uneCampagne(db, {
    ...{ reglages: { signataire: SIGNATAIRE }, enveloppeCents: BigInt(n) * 500_000n },
  })
  const dossiers: string[] = []
  for (let rang = 0; rang < n; rang += 1) {
    const id = await monde.unPropose(campagneId, 450_000n + BigInt(rang))
    const contactCourriel = rang === n - 1 ? ADRESSE_FAUSSE : `contact${rang}@commune${rang % 40}.exemple.test`
    await db.dossier.update({ where: { id }, data: { contactCourriel }, select: { id: true } })
    dossiers.push(id)
  }
  const { seanceId, lignes } = await monde.uneListe(...dossiers)
  const refus = { vote: 'REJETE', motif: 'CREDITS_EPUISES', precision: PRECISION } as const
  for (const [rang, ligne] of lignes.entries()) await monde.voter(ligne, rang % 10 === 9 ? refus : {})
  monde.horloge.now = new Date()
  await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  return { ...monde, seanceId, dossiers }
}

/** Half an hour passes: nobody takes a decision back any more, and its mail may leave. */
async function attendreUneDemiHeure(db: Db) {
  await db.$executeRaw`UPDATE decision SET reprenable_a = reprenable_a - interval '30 minutes'`
  await db.$executeRaw`UPDATE courriel SET partir_le = partir_le - interval '30 minutes'`
  await db.$executeRaw`UPDATE outbox_job SET run_at = run_at - interval '30 minutes' WHERE published_at IS NULL`
}

/** What of a step is done, of `n`. */
type Avancement = () => Promise<number>

/**
 * Tells `n` decisions of one séance, from the drawing of their letters to the server that takes their mails, with three workers: each fault of the queue, of
 * a worker or of the database comes while letters are drawn, again while decisions are let go, and every fault, one after the other, while the mails leave.
 */
export async function eprouverDecisions(
  banc: Banc,
  { n, dure, cadence }: Omit<Essai, 'patience'>,
): Promise<BilanDeDecisions> {
  const { db, smtp, store } = banc
  const possibles = PANNES.filter(({ sur, base }) => (!sur || sur === store.kind) && (!base || banc.redemarrerBase))
  // An address that a server refuses is so from the first mail; the others come and go.
  const [deLAdresse, pannes] = [possibles.filter(({ refus }) => refus), possibles.filter(({ refus }) => !refus)]
  const deLaFile = pannes.filter(({ sur, base, tue }) => sur ?? base ?? tue)
  const seance = await uneSeanceVotee(db, n)
  const { deps, agent, chef, seanceId, vise, dossiers } = seance
  const { lancer, dire, tuer } = ouvriersDe(banc)
  const vivants: WorkerProcess[] = Array.from({ length: OUVRIERS }, lancer)
  const arreter = passerLesFilets(banc, cadence)
  const debut = performance.now()
  let venues = 0

  /** Lets each fault come in its turn, as the step goes on, and waits for its end. */
  async function traverser(quoi: string, fait: Avancement, aVenir: readonly Panne[]) {
    const combien = () => fait().catch(() => 0)
    const patience = n * PATIENCE_PAR_DECISION + 120_000
    for (const [rang, panne] of aVenir.entries()) {
      const voulu = Math.floor(((rang + 1) * n) / (aVenir.length + 1))
      const dit = () => `${voulu} ${quoi} before « ${panne.nom} »\n${dire()}`
      await until(dit, async () => (await combien()) >= voulu, patience)
      if ((await combien()) < n) venues += 1
      const ouvrier = vivants.shift() ?? lancer()
      if (!panne.tue) vivants.push(ouvrier)
      await panne.arrive({ ...banc, dure, ouvrier, relancer: () => vivants.push(lancer()) })
    }
    await until(
      () => `all ${quoi}\n${dire()}`,
      async () => (await combien()) >= n,
      patience,
    )
  }

  const lettres = () => db.lettreRepetee.count({ where: { seanceId, composee: true } })
  const lignes = (etat: 'FAITE' | 'PRETE') => () => db.lotActesLigne.count({ where: { etat } })
  const decides = () => db.courriel.count({ where: { etat: { not: 'A_ENVOYER' } } })
  try {
    await rendreExecutoire(deps, chef, { ...(await vise(seanceId)), executoireLe: '2025-06-19' })
    await traverser('letters drawn', lettres, deLaFile)
    await preparerNotification(deps, agent, await vise(seanceId))
    const lot = await preparerLot(deps, chef, { acte: 'notifier', champs: {}, dossierIds: dossiers })
    if (!lot.ok) throw new Error(lot.reason)
    await traverser('lines looked at', lignes('PRETE'), [])
    const { id: lotId, version } = await db.lotActes.findUniqueOrThrow({ where: { id: lot.value.lotId } })
    const lance = await lancerLot(deps, chef, { lotId, version })
    if (!lance.ok) throw new Error(lance.reason)
    await traverser('decisions let go', lignes('FAITE'), deLaFile)
    const [ouvrier = lancer()] = vivants
    for (const panne of deLAdresse) await panne.arrive({ ...banc, dure, ouvrier, relancer: lancer })
    venues += deLAdresse.length
    await attendreUneDemiHeure(db)
    await traverser('mails ended', decides, pannes)
    const bilan = await compterLesCourriels(banc, n, (performance.now() - debut) / 1000)
    return { ...bilan, pannes: venues, lettres: await lettres(), ...(await compterLesDecisions(banc)) }
  } finally {
    await arreter()
    await tuer()
    Object.assign(smtp, { answer: rien, expediteur: rien, coupe: () => false })
  }
}

/** How many decisions there are, and how many of the mails that the server took do not say theirs. */
async function compterLesDecisions({
  db,
  smtp,
}: Banc): Promise<Pick<BilanDeDecisions, 'decisions' | 'faux' | 'jointes'>> {
  const rows = await db.courriel.findMany({
    select: { id: true, dossier: { select: { numero: true, montantAccordeCents: true } } },
  })
  const dossierDe = new Map(rows.map(({ id, dossier }) => [`<${id}@mcei.test>`, dossier]))
  const espaces = (mots: string) => mots.replace(/\s+/g, ' ')
  const justes = smtp.mails.filter(({ messageId = '', text = '' }) => {
    const dossier = dossierDe.get(messageId)
    if (!dossier) return false
    const { numero, montantAccordeCents } = dossier
    const montant = montantAccordeCents === null ? PRECISION : formatMontant(montantAccordeCents)
    return [numero ?? '', montant].every((dit) => espaces(text).includes(espaces(dit)))
  })
  const jointes = smtp.mails.filter(({ attachments }) =>
    attachments.some(({ filename = '' }) => filename.startsWith('lettre-')),
  )
  return {
    decisions: await db.decision.count(),
    faux: smtp.mails.length - justes.length,
    jointes: jointes.length,
  }
}

import type { Agent } from '#domain/acces/droits'
import type { DeliberationSaisie, HorsSeance } from '#domain/dossier/vote-de-decision'
import { addDays, fromDate, type Jour, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import type { Deps } from '#infra/deps'
import { agentDe } from '#infra/stores/acces/agent'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { proposerMontant } from '#usecases/proposition/proposer-montant'
import { cloreListe } from '#usecases/seance/clore-liste'
import { inscrireDossier } from '#usecases/seance/composer-liste'
import { dessinerLettres } from '#usecases/seance/dessiner-lettres'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { preparerNotification } from '#usecases/seance/preparer-notification'
import { creerSeance } from '#usecases/seance/regler-seance'
import { voterLigne } from '#usecases/seance/voter-ligne'

/** Who acts, on what version of which dossier, and a number drawn to choose what is left open. */
type Faire = { deps: Deps; agent: Agent; vise: Vise; choix: number }

/** A vote held elsewhere: as it must be more often than not, else without its number, to come, or not in force. */
export function voteTire({ deps, choix }: Pick<Faire, 'deps' | 'choix'>): HorsSeance {
  const today = jourDeParis(deps.now())
  const le = choix % 2 === 0 ? today : addDays(today, -9)
  const juste = { reference: `2025-${104 + (choix % 7)}`, le, executoireLe: today }
  const autres: Partial<DeliberationSaisie>[] = [
    ...[{}, {}, {}, {}, {}],
    { reference: ' ' },
    { le: addDays(today, 1), executoireLe: addDays(today, 2) },
    { executoireLe: addDays(today, -10) },
    { executoireLe: addDays(today, 1) },
  ]
  return { par: 'HORS_SEANCE', deliberation: { ...juste, ...autres[(choix >> 1) % autres.length] } }
}

/** Who else than this agent reads the mails of a séance. */
async function unAutre({ deps, agent }: Faire) {
  const role = agent.role === 'ADMIN' ? 'RESPONSABLE' : 'ADMIN'
  return agentDe(await deps.db.agent.findFirstOrThrow({ where: { role } }))
}

type Pas = (faire: Faire, seanceId: string) => Promise<{ ok: boolean }>

/** What is at hand again: each act leaves the dossier and the séance at another version. */
const dossierDe = async ({ deps, vise: { dossierId } }: Faire) => ({
  dossierId,
  version: (await deps.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).version,
})
const seanceDe = async ({ deps }: Faire, id: string) => ({
  id,
  version: (await deps.db.seance.findUniqueOrThrow({ where: { id } })).version,
})

const PAS: readonly Pas[] = [
  async (faire, seanceId) => inscrireDossier(faire.deps, faire.agent, { ...(await dossierDe(faire)), seanceId }),
  async (faire, id) => cloreListe(faire.deps, faire.agent, await seanceDe(faire, id)),
  async ({ deps, agent, choix }, seanceId) => {
    const { id: ligneId, version } = await deps.db.ligneSeance.findFirstOrThrow({ where: { seanceId } })
    const saisi =
      choix % 2 === 0
        ? ({ vote: 'ADOPTE', montantCents: null, motif: '', precision: '', depassement: '', presents: '' } as const)
        : ({ vote: 'REJETE', montantCents: null, motif: 'CREDITS_EPUISES', precision: 'Il ne reste rien.', depassement: '', presents: '' } as const) // prettier-ignore
    return voterLigne(deps, agent, { ligneId, version, saisi })
  },
  async (faire, id) =>
    deliberer(faire.deps, faire.agent, { ...(await seanceDe(faire, id)), le: jourDeParis(faire.deps.now()) }),
  async (faire, id) =>
    rendreExecutoire(faire.deps, faire.agent, {
      ...(await seanceDe(faire, id)),
      executoireLe: jourDeParis(faire.deps.now()),
    }),
  async (faire, id) => ({ ok: (await dessinerLettres(faire.deps, id)).enEchec.length === 0 }),
  async (faire, id) => preparerNotification(faire.deps, await unAutre(faire), await seanceDe(faire, id)),
]

/**
 * A séance of its own for this dossier, as far as a number drawn says: one in two only puts it on the list, the others go on to tell what was voted,
 * some of them too early.
 */
export async function passerEnSeance(faire: Faire) {
  const { deps, agent, vise, choix } = faire
  const jour = jourDeParis(deps.now())
  const voulue = { avis: 'FAVORABLE', montant: { base: 'DEMANDE' }, motif: '' } as const
  const proposee = await proposerMontant(deps, agent, { ...vise, ...voulue })
  const creee = await creerSeance(deps, agent, { jour, cloture: jour, intitule: '' })
  if (!proposee.ok || !creee.ok) return proposee.ok ? creee : proposee
  const jusquA = [1, 1, 1, 4, PAS.length, PAS.length][(choix >> 1) % 6] ?? 1
  for (const pas of PAS.slice(0, jusquA)) {
    const answer = await pas(faire, creee.value.id)
    if (!answer.ok) return answer
  }
  return jusquA === 1 ? proposee : notifierDossier(deps, agent, await dossierDe(faire))
}

const SUR_LE_FOND = ['ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE']

/**
 * What is wrong with who read the decision of this dossier, found again from its rows alone: voted elsewhere, its mail waits to leave once somebody else than who
 * took it has let it go, and no sooner. `liberee`: somebody has.
 */
export async function relectureConstatee(db: Db, dossierId: string) {
  const decision = await db.decision.findUnique({ where: { dossierId } })
  if (decision?.vote !== 'HORS_SEANCE') return { liberee: false, fautes: [] }
  const courriel = await db.courriel.findUnique({ where: { cleUnique: `decision/${decision.id}` } })
  const { priseParId, libereeParId, libereeLe, priseLe } = decision
  const attend = courriel !== null && ['RETENU', 'ANNULE'].includes(courriel.etat)
  const agent = libereeParId && (await db.agent.findUniqueOrThrow({ where: { id: libereeParId } }))
  const fautes = [
    ...(courriel && !attend && !libereeParId ? ['a decision told that one person alone has read'] : []),
    ...(libereeParId && libereeParId === priseParId ? ['a decision let go by who took it'] : []),
    ...(agent && !['RESPONSABLE', 'ADMIN'].includes(agent.role) ? [`a decision let go by a ${agent.role}`] : []),
    ...(libereeLe && libereeLe < priseLe ? ['a decision let go before it was taken'] : []),
    ...(courriel && libereeLe && courriel.partirLe && courriel.partirLe < libereeLe
      ? ['a mail before it was read']
      : []),
  ]
  return { liberee: libereeParId !== null, fautes }
}

type Porte = { reference: string | null; le: Date | null; executoireLe: Date | null } | null

/**
 * What is wrong with the vote of this dossier’s decision, found again from its rows alone: a grant or a refusal bears a vote in force on that day, or
 * its mail would tell what is no decision yet (docs/domaine.md § 7.6). `par` is how it was voted; null where nothing is granted nor refused.
 */
export async function voteConstate(db: Db, dossierId: string, now: Date) {
  const { etat, decision, seances, courriels, voteRouvertLe, deliberationRouverte } =
    await db.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      select: {
        ...{ etat: true, voteRouvertLe: true, deliberationRouverte: true },
        decision: { include: { ligneSeance: { include: { seance: { include: { deliberation: true } } } } } },
        seances: { where: { vote: null }, select: { id: true } },
        courriels: {
          where: { modele: { startsWith: 'decision_' }, etat: { not: 'ANNULE' } },
          select: { cleUnique: true, creeLe: true, partirLe: true },
        },
      },
    })
  if (!SUR_LE_FOND.includes(etat)) return { par: null, fautes: [] }
  const today: Jour = jourDeParis(now)
  const ligne = decision?.ligneSeance
  const saisie: Porte = decision && {
    reference: decision.deliberationReference,
    le: decision.deliberationLe,
    executoireLe: decision.deliberationExecutoireLe,
  }
  const tenue = ligne?.seance.deliberation
  const porte: Porte = ligne ? (tenue ? { ...tenue, reference: `${tenue.annee}-${tenue.rang}` } : null) : saisie
  const enVigueur = porte?.executoireLe && porte.le && fromDate(porte.executoireLe) <= today
  const fautes = [
    ...(decision?.nature === etat ? [] : [`${etat} without its decision`]),
    ...(porte?.reference?.trim() ? [] : [`${etat} without a délibération`]),
    ...(voteRouvertLe && porte?.le && fromDate(porte.le) < jourDeParis(voteRouvertLe)
      ? [`${etat} by a vote before the reopening`]
      : []),
    ...(saisie?.reference && saisie.reference === deliberationRouverte ? [`${etat} by the vote reopened`] : []),
    ...(enVigueur ? [] : [`${etat} before its délibération is in force`]),
    ...(porte?.executoireLe && porte.le && porte.executoireLe < porte.le ? [`${etat} in force before its vote`] : []),
    ...(ligne && ligne.nature !== etat ? [`${etat} where ${ligne.nature ?? 'nothing'} was voted`] : []),
    ...courriels
      .filter(
        ({ cleUnique, creeLe, partirLe }) =>
          cleUnique !== `decision/${decision?.id}` ||
          !porte?.executoireLe ||
          jourDeParis(partirLe ?? creeLe) < fromDate(porte.executoireLe),
      )
      .map(({ cleUnique }) => `the mail ${cleUnique} before what it tells is in force`),
    ...(seances.length > 0 ? [`${etat} while a séance is to vote on it`] : []),
  ]
  return { par: ligne ? 'SEANCE' : 'HORS_SEANCE', fautes }
}

/** What a vote can have wrong. */
export const DU_VOTE = ['INSCRIT_EN_SEANCE', 'DELIBERATION_SANS_NUMERO', 'VOTE_A_VENIR', 'EXECUTOIRE_AVANT_LE_VOTE', 'EXECUTOIRE_A_VENIR', 'DELIBERATION_ROUVERTE', 'VOTE_AVANT_REOUVERTURE'] // prettier-ignore

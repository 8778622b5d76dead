import { type Montant, somme } from '#domain/budget/montant'
import { scoreDe } from '#domain/notation/lecture'
import { PROPOSABLES } from '#domain/proposition/proposition'
import { type LettreDeScenario, type ObjetDeSimulation, REGLES_DE_DEPART } from '#domain/simulation/scenario'
import type { Repartition } from '#domain/simulation/repartition'
import type { Db, Tx } from '#infra/db'
import { Conflict } from '#infra/errors'
import { resteEnveloppe } from '#infra/stores/campagne/enveloppe'
import type { Prisma } from '#prisma'

/** What a simulation is of. */
export type Simule = { objet: ObjetDeSimulation; objetId: string }

const DOSSIER = {
  ...{
    id: true,
    version: true,
    numero: true,
    objet: true,
    pays: true,
    nbParticipants: true,
    montantDemandeCents: true,
  },
  campagne: { select: { id: true, enveloppeCents: true } },
  structure: { select: { nom: true, genre: true, codeInsee: true } },
  propositions: {
    where: { OR: [{ remplaceeLe: null }, { avis: { not: 'DEFAVORABLE' } }] },
    orderBy: { le: 'desc' },
    select: { avis: true, montantCents: true, scenario: true, remplaceeLe: true },
  },
  lectures: {
    where: { remplaceeLe: null, rendueLe: { not: null } },
    select: { agentId: true, points: true, maximum: true },
  },
} satisfies Prisma.DossierSelect

type DossierLu = Prisma.DossierGetPayload<{ select: typeof DOSSIER }>

/** The dossiers in their order of priority: that of the list of a séance, or that of their deposit in a campagne. */
async function dossiersDe(tx: Tx | Db, { objet, objetId }: Simule): Promise<DossierLu[]> {
  if (objet === 'campagne')
    return tx.dossier.findMany({
      where: { campagneId: objetId, etat: { in: [...PROPOSABLES] }, propositions: { some: { remplaceeLe: null } } },
      orderBy: [{ deposeLe: 'asc' }, { numero: 'asc' }],
      select: DOSSIER,
    })
  const lignes = await tx.ligneSeance.findMany({
    where: { seanceId: objetId },
    orderBy: { rang: 'asc' },
    select: { dossier: { select: DOSSIER } },
  })
  return lignes.map(({ dossier }) => dossier)
}

async function territoiresDe(tx: Tx | Db, dossiers: readonly DossierLu[]): Promise<Map<string, string>> {
  const codes = [...new Set(dossiers.flatMap(({ structure }) => structure.codeInsee ?? []))]
  const lus = await tx.territoireCommune.findMany({
    where: { codeInsee: { in: codes } },
    select: { codeInsee: true, territoire: { select: { nom: true } } },
  })
  return new Map(lus.map(({ codeInsee, territoire }) => [codeInsee, territoire.nom]))
}

/** What is proposed for a dossier and the opinion that an amount would bear: where a scenario gave it nothing, the one that was before. Null where somebody proposes no aid, or nobody anything. */
function partageable(propositions: DossierLu['propositions']) {
  const proposition = propositions.find(({ remplaceeLe }) => remplaceeLe === null)
  if (!proposition || (proposition.avis === 'DEFAVORABLE' && proposition.scenario === null)) return null
  const avis = propositions.find((une) => une.avis !== 'DEFAVORABLE')?.avis ?? 'FAVORABLE'
  return { avis, proposeCents: proposition.montantCents }
}

/**
 * The dossiers that a simulation shares between, in their order of priority, and how many are left out: an unfavourable opinion proposes no aid, unless a
 * scenario made it, and nothing is shared where nothing is proposed.
 */
export async function loadASimuler(tx: Tx | Db, simule: Simule) {
  const dossiers = await dossiersDe(tx, simule)
  const territoires = await territoiresDe(tx, dossiers)
  const lignes = dossiers.flatMap(({ structure, propositions, nbParticipants, lectures, ...dossier }) => {
    const proposee = partageable(propositions)
    return proposee === null
      ? []
      : [
          {
            ...{ id: dossier.id, version: dossier.version, numero: dossier.numero ?? '', objet: dossier.objet },
            ...{ structure: structure.nom, genre: structure.genre, pays: dossier.pays, campagne: dossier.campagne },
            territoire: territoires.get(structure.codeInsee ?? '') ?? '',
            ...{ demandeCents: dossier.montantDemandeCents, jeunes: nbParticipants, ...proposee },
            score: scoreDe(lectures.map(({ points, maximum }) => ({ points: points ?? 0, maximum: maximum ?? 0 }))),
            lecteurs: lectures.map(({ agentId }) => agentId),
          },
        ]
  })
  return { lignes, ecartes: dossiers.length - lignes.length }
}

/** The amounts by hand as they were kept. */
function lireFixes(lus: Prisma.JsonValue): Record<string, Montant> {
  if (typeof lus !== 'object' || lus === null || Array.isArray(lus)) return {}
  return Object.fromEntries(
    Object.entries(lus).flatMap(([id, cents]) =>
      typeof cents === 'string' && /^\d{1,18}$/.test(cents) ? [[id, BigInt(cents)]] : [],
    ),
  )
}

const cleDe = ({ objet, objetId }: Simule) => (objet === 'seance' ? { seanceId: objetId } : { campagneId: objetId })

/** A scenario as it was kept. */
export type ScenarioGarde = Repartition & { lettre: LettreDeScenario; version: number; par: string; regleLe: Date }

/** The scenarios that somebody set. */
export async function loadScenarios(tx: Tx | Db, simule: Simule): Promise<ScenarioGarde[]> {
  const lus = await tx.scenario.findMany({
    where: cleDe(simule),
    orderBy: { lettre: 'asc' },
    include: { par: { select: { prenom: true, nom: true } } },
  })
  return lus.map(({ lettre, regle, enveloppeCents, plafondParJeuneCents, fixes, version, regleLe, par }) => ({
    ...{ lettre, regle, enveloppeCents, plafondParJeuneCents, version, regleLe },
    fixes: lireFixes(fixes),
    par: `${par.prenom} ${par.nom}`,
  }))
}

type AGarder = { lettre: LettreDeScenario; version: number; repartition: Repartition; parId: string; le: Date }

/** Keeps a scenario at the version that was seen; 0 is one that nobody had set. Throws Conflict. */
export async function saveScenario(tx: Tx, simule: Simule, { lettre, version, repartition, parId, le }: AGarder) {
  const { fixes, ...reste } = repartition
  const enBase = Object.fromEntries(Object.entries(fixes).map(([id, cents]) => [id, cents.toString()]))
  const data = { ...reste, fixes: enBase, parId, regleLe: le }
  if (version === 0) {
    const { count } = await tx.scenario.createMany({
      data: { ...cleDe(simule), ...data, lettre },
      skipDuplicates: true,
    })
    if (count === 0) throw new Conflict(simule.objet, simule.objetId)
    return
  }
  const { count } = await tx.scenario.updateMany({
    where: { ...cleDe(simule), lettre, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict(simule.objet, simule.objetId)
}

type ASimuler = Awaited<ReturnType<typeof loadASimuler>>['lignes']

/** What the enveloppes of these dossiers still hold, in all; what is proposed for them where none has an enveloppe. */
export async function enveloppeDeDepart(tx: Tx, lignes: ASimuler): Promise<Montant> {
  const campagnes = new Map(lignes.map(({ campagne }) => [campagne.id, campagne]))
  const restes: Montant[] = []
  for (const campagne of campagnes.values()) restes.push((await resteEnveloppe(tx, campagne)) ?? 0n)
  const reste = somme(restes.filter((un) => un > 0n))
  return reste > 0n ? reste : somme(lignes.map(({ proposeCents }) => proposeCents))
}

/** A scenario that nobody has set yet. */
export const scenarioDeDepart = (lettre: LettreDeScenario, enveloppeCents: Montant): Repartition => ({
  regle: REGLES_DE_DEPART[lettre],
  enveloppeCents,
  plafondParJeuneCents: 0n,
  fixes: {},
})

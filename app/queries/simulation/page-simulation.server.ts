import { type Agent, hasDroit } from '#domain/acces/droits'
import { type Montant, somme } from '#domain/budget/montant'
import { PROPOSABLES } from '#domain/proposition/proposition'
import { peutChangerLaListe } from '#domain/seance/seance'
import { repartir, type Repartition } from '#domain/simulation/repartition'
import { agreger, type LettreDeScenario, LETTRES_DE_SCENARIO } from '#domain/simulation/scenario'
import { lireGenre } from '#domain/structure/genre'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { loadSeance } from '#infra/stores/seance/seance'
import {
  enveloppeDeDepart,
  loadASimuler,
  loadScenarios,
  scenarioDeDepart,
  type Simule,
} from '#infra/stores/simulation/simulation'
import { nomDeSeance } from '#libelles/seance/seance'
import { nomDeGenre } from '#libelles/structure'

/** What is simulated, as its page names it and goes back to it, and whether its propositions may still change. Throws NotFound. */
async function sujetDe(db: Db, { objet, objetId }: Simule) {
  if (objet === 'seance') {
    const seance = await loadSeance(db, objetId)
    return { nom: nomDeSeance(seance), retour: `/commissions/${objetId}`, ouverte: peutChangerLaListe(seance) }
  }
  const campagne = await db.campagne.findUnique({ where: { id: objetId }, select: { libelle: true } })
  if (!campagne) throw new NotFound('campagne', objetId)
  return { nom: campagne.libelle, retour: '/commissions', ouverte: true }
}

/** A scenario and what it gives to each line, in their order. */
type Calcule = Repartition & {
  lettre: LettreDeScenario
  version: number
  par: string
  regleLe: Date | null
  parts: Montant[]
}

/**
 * The scenarios of a simulation and what each gives; two of them beside each other, line by line, then by genre, territoire and country. Throws
 * NotFound.
 */
export async function pageSimulation(
  db: Db,
  agent: Agent,
  { gauche, droite, ...simule }: Simule & { gauche: LettreDeScenario; droite: LettreDeScenario },
) {
  const sujet = await sujetDe(db, simule)
  const [{ lignes, ecartes }, gardes] = await Promise.all([loadASimuler(db, simule), loadScenarios(db, simule)])
  const enveloppe = await db.$transaction((tx) => enveloppeDeDepart(tx, lignes))
  const scenarios = LETTRES_DE_SCENARIO.map((lettre): Calcule => {
    const garde = gardes.find((un) => un.lettre === lettre)
    const scenario = garde ?? { ...scenarioDeDepart(lettre, enveloppe), version: 0, par: '', regleLe: null }
    return { ...scenario, lettre, parts: repartir(lignes, scenario) }
  })
  const toutVoir = hasDroit(agent, 'dossier.decider')
  const cote = (lettre: LettreDeScenario) => scenarios[LETTRES_DE_SCENARIO.indexOf(lettre)]
  const [a, b] = [cote(gauche), cote(droite)]
  const comparees = lignes.map((ligne, rang) => ({
    ...{ id: ligne.id, numero: ligne.numero, objet: ligne.objet, structure: ligne.structure, jeunes: ligne.jeunes },
    score: toutVoir || ligne.lecteurs.includes(agent.id) ? ligne.score : null,
    lectures: ligne.lecteurs.length,
    ...{ demandeCents: ligne.demandeCents, proposeCents: ligne.proposeCents },
    gaucheCents: a?.parts[rang] ?? 0n,
    droiteCents: b?.parts[rang] ?? 0n,
    fixeCents: a?.fixes[ligne.id] ?? null,
    fixeDroite: b?.fixes[ligne.id] !== undefined,
  }))
  const par = (cle: (ligne: (typeof lignes)[number]) => string) =>
    agreger(
      lignes.map((ligne, rang) => ({
        ...{ cle: cle(ligne), jeunes: ligne.jeunes, demandeCents: ligne.demandeCents },
        parts: [comparees[rang]?.gaucheCents ?? 0n, comparees[rang]?.droiteCents ?? 0n],
      })),
    )
  return {
    ...{ ...simule, ...sujet, gauche, droite, ecartes, lignes: comparees },
    sansJeunes: lignes.filter(({ jeunes }) => jeunes === null).length,
    sansScore: lignes.filter(({ score }) => score === null).length,
    demandeCents: somme(lignes.map(({ demandeCents }) => demandeCents)),
    scenarios: scenarios.map(({ parts, fixes, ...scenario }) => ({
      ...scenario,
      fixes: lignes.filter(({ id }) => Object.hasOwn(fixes, id)).length,
      donneCents: somme(parts),
      aides: parts.filter((part) => part > 0n).length,
    })),
    groupes: {
      genre: par(({ genre }) => nomDeGenre(lireGenre(genre))),
      territoire: par(({ territoire }) => territoire || 'Sans territoire'),
      pays: par(({ pays }) => pays || 'Pays non précisé'),
    },
    peutRegler: hasDroit(agent, 'dossier.instruire'),
  }
}

/** The campagnes in which something is proposed that a simulation may share between, by name. */
export const campagnesASimuler = (db: Db) =>
  db.campagne.findMany({
    where: { dossiers: { some: { etat: { in: [...PROPOSABLES] }, propositions: { some: { remplaceeLe: null } } } } },
    orderBy: { libelle: 'asc' },
    select: { id: true, libelle: true },
  })

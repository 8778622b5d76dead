import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import type { Repartition } from '#domain/simulation/repartition'
import {
  type LettreDeScenario,
  lireFixes,
  lireScenario,
  type RefusMain,
  type RefusScenario,
  type ScenarioSaisi,
} from '#domain/simulation/scenario'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import {
  enveloppeDeDepart,
  loadASimuler,
  loadScenarios,
  saveScenario,
  scenarioDeDepart,
  type Simule,
} from '#infra/stores/simulation/simulation'

/** `version` is that of the scenario that was on the screen; 0 where nobody had set it. */
type Vise = Simule & { lettre: LettreDeScenario; version: number }

const enJournal = ({ regle, enveloppeCents, plafondParJeuneCents, fixes }: Repartition) => ({
  ...{ regle, enveloppeCents: enveloppeCents.toString(), plafondParJeuneCents: plafondParJeuneCents.toString() },
  fixes: Object.fromEntries(Object.entries(fixes).map(([id, cents]) => [id, cents.toString()])),
})

async function garder(
  tx: Tx,
  agent: Agent,
  { vise, avant, apres, le }: { vise: Vise; avant: Repartition | null; apres: Repartition; le: Date },
) {
  const { objet, objetId, lettre, version } = vise
  await saveScenario(tx, vise, { lettre, version, repartition: apres, parId: agent.id, le })
  const detail = { lettre, ...enJournal(apres), avant: avant && enJournal(avant) }
  await writeJournal(tx, agent, { acte: 'reglerScenario', objet, objetId, detail, le })
}

/** Sets how a scenario shares, over what was given by hand. It decides nothing. Throws Forbidden, NotFound, Conflict. */
export async function reglerScenario(
  { db, now }: Deps,
  agent: Agent,
  { saisi, ...vise }: Vise & { saisi: ScenarioSaisi },
): Promise<Result<undefined, RefusScenario>> {
  requireDroit(agent, 'dossier.instruire')
  const lu = lireScenario(saisi)
  if (!lu.ok) return lu
  return db.$transaction(async (tx) => {
    const avant = (await loadScenarios(tx, vise)).find(({ lettre }) => lettre === vise.lettre) ?? null
    await garder(tx, agent, { vise, avant, apres: { ...lu.value, fixes: avant?.fixes ?? {} }, le: now() })
    return ok()
  })
}

/**
 * Sets what a scenario gives by hand, by dossier, in place of what it gave so; one left empty follows the rule. Throws Forbidden, NotFound, Conflict.
 */
export async function donnerALaMain(
  { db, now }: Deps,
  agent: Agent,
  { saisies, ...vise }: Vise & { saisies: ReadonlyMap<string, string> },
): Promise<Result<undefined, RefusMain>> {
  requireDroit(agent, 'dossier.instruire')
  return db.$transaction(async (tx) => {
    const { lignes } = await loadASimuler(tx, vise)
    const lues = lireFixes(lignes.map((ligne) => ({ ...ligne, saisie: saisies.get(ligne.id) ?? '' })))
    if (!lues.ok) return lues
    const avant = (await loadScenarios(tx, vise)).find(({ lettre }) => lettre === vise.lettre) ?? null
    const base = avant ?? scenarioDeDepart(vise.lettre, await enveloppeDeDepart(tx, lignes))
    const { regle, enveloppeCents, plafondParJeuneCents } = base
    const apres = { regle, enveloppeCents, plafondParJeuneCents, fixes: lues.value }
    await garder(tx, agent, { vise, avant, apres, le: now() })
    return ok()
  })
}

import { type Agent, requireDroit } from '#domain/acces/droits'
import { formatNombre } from '#domain/budget/montant'
import { no, type Result } from '#domain/result'
import { peutChangerLaListe } from '#domain/seance/seance'
import { repartir } from '#domain/simulation/repartition'
import type { LettreDeScenario } from '#domain/simulation/scenario'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { loadSeance } from '#infra/stores/seance/seance'
import { loadASimuler, loadScenarios, type Simule } from '#infra/stores/simulation/simulation'
import { motifDuScenario, RIEN_DONNE } from '#libelles/simulation/simulation'
import { preparerParLigne } from '#usecases/lot-actes/preparer-par-ligne'
import type { RefusPreparation } from '#usecases/lot-actes/preparer-lot'

export type RefusFiger = RefusPreparation | 'PAS_REGLE' | 'LISTE_CLOSE'

/**
 * Makes propositions of a scenario at the version that was seen: a lot is prepared, each dossier with its amount and the opinion it had, to be looked
 * at before any yes; a dossier to which it gives nothing is proposed no aid, so that all that is proposed is what the scenario gives. The same scenario
 * again changes nothing, and another takes those dossiers back. Throws Forbidden, NotFound, Conflict.
 */
export async function figerScenario(
  deps: Deps,
  agent: Agent,
  { lettre, version, ...simule }: Simule & { lettre: LettreDeScenario; version: number },
): Promise<Result<{ lotId: string }, RefusFiger>> {
  requireDroit(agent, 'dossier.instruire')
  const { objet, objetId } = simule
  if (objet === 'seance' && !peutChangerLaListe(await loadSeance(deps.db, objetId))) return no('LISTE_CLOSE')
  const scenario = (await loadScenarios(deps.db, simule)).find((un) => un.lettre === lettre)
  if (!scenario) return no('PAS_REGLE')
  if (scenario.version !== version) throw new Conflict(objet, objetId)
  const { lignes } = await loadASimuler(deps.db, simule)
  const parts = repartir(lignes, scenario)
  const motif = motifDuScenario(lettre, scenario)
  return preparerParLigne(deps, agent, {
    acte: 'proposer',
    champs: {
      ...{ avis: 'FAVORABLE', base: 'FIXE', motif, scenario: lettre },
      ...(objet === 'seance' && { seanceId: objetId }),
    },
    lignes: lignes.map(({ id, avis }, rang) => {
      const part = parts[rang] ?? 0n
      const rien = { avis: 'DEFAVORABLE', base: 'AUCUN', motif: `${motif} ${RIEN_DONNE}` }
      return { dossierId: id, saisie: part === 0n ? rien : { avis, valeur: formatNombre(part) }, motif: null }
    }),
    rejets: [],
  })
}

import type { Agent } from '#domain/acces/droits'
import {
  type ActeDeLot,
  type ChampsDeLot,
  ETATS_LIGNE,
  type EtatLigne,
  tranchesDe,
} from '#domain/lot-actes/acte-de-lot'
import type { Db } from '#infra/db'
import type { Deps } from '#infra/deps'
import { lancerLot } from '#usecases/lot-actes/lancer-lot'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { traiterTranche } from '#usecases/lot-actes/traiter-tranche'

type Voulu = { acte: ActeDeLot; champs?: ChampsDeLot; dossierIds: readonly string[] }

/** What tests about lots do with one database. */
export function lotsDans(db: () => Db, deps: () => Deps) {
  const lire = (id: string) =>
    db().lotActes.findUniqueOrThrow({ where: { id }, include: { lignes: { orderBy: { rang: 'asc' } } } })

  const preparer = async (agent: Agent, { champs = {}, ...voulu }: Voulu) => {
    const answer = await preparerLot(deps(), agent, { ...voulu, champs })
    if (!answer.ok) throw new Error(answer.reason)
    return answer.value.lotId
  }

  const lancer = async (agent: Agent, lotId: string) =>
    lancerLot(deps(), agent, { lotId, version: (await lire(lotId)).version })

  /** As the workers do: every slice, in order. */
  const traiter = async (lotId: string, avec: Deps = deps()) => {
    const { lignes } = await lire(lotId)
    for (const tranche of tranchesDe(lignes.map(({ rang }) => rang))) await traiterTranche(avec, { lotId, tranche })
  }

  const etats = async (lotId: string): Promise<EtatLigne[]> => (await lire(lotId)).lignes.map(({ etat }) => etat)

  const comptes = async (lotId: string) => {
    const lus = await etats(lotId)
    return Object.fromEntries(
      ETATS_LIGNE.flatMap((etat) => {
        const n = lus.filter((un) => un === etat).length
        return n > 0 ? [[etat, n]] : []
      }),
    )
  }

  return {
    lire,
    preparer,
    lancer,
    traiter,
    etats,
    comptes,
    async faire(agent: Agent, voulu: Voulu) {
      const lotId = await preparer(agent, voulu)
      await lancer(agent, lotId)
      await traiter(lotId)
      return lire(lotId)
    },
  }
}

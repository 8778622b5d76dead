import { requireDroit, type Agent } from '#domain/acces/droits'
import { type ChoixDeColonnes, reprendreColonnes, lireChoix } from '#domain/bannette/colonnes'
import { type Bannette, BANNETTES } from '#domain/bannette/vue-enregistree'
import type { Db } from '#infra/db'
import type { Deps } from '#infra/deps'

/** Keeps the columns an agent chose, for all their browsers. A taste is no fact of a dossier: the journal does not tell it. */
export async function garderColonnes(
  { db, now }: Deps,
  agent: Agent,
  { bannette, choix }: { bannette: Bannette; choix: ChoixDeColonnes },
): Promise<void> {
  requireDroit(agent, 'dossier.lire')
  await ecrire(db, { agentId: agent.id, bannette, choix, majLe: now() })
}

/** What a browser must hold of the columns of who signs in there: what it holds alone is kept, what it does not hold is given. */
export async function colonnesALaConnexion(
  { db, now }: Deps,
  agentId: string,
  cookies: string | null,
): Promise<{ bannette: Bannette; choix: ChoixDeColonnes }[]> {
  const lues = await db.colonnesGardees.findMany({ where: { agentId } })
  const gardes = Object.fromEntries(
    BANNETTES.flatMap((bannette) => {
      const une = lues.find((lue) => lue.bannette === bannette)
      return une ? [[bannette, lireChoix(une.choix)]] : []
    }),
  )
  return Promise.all(
    reprendreColonnes(agentId, cookies, gardes).map(async (reprise) => {
      const { bannette } = reprise
      if ('donner' in reprise) return { bannette, choix: reprise.donner }
      await ecrire(db, { agentId, bannette, choix: reprise.garder, majLe: now() })
      return { bannette, choix: reprise.garder }
    }),
  )
}

const ecrire = (db: Db, { choix: { visibles, largeurs, densite }, agentId, bannette, majLe }: Ecrites) =>
  db.colonnesGardees.upsert({
    where: { agentId_bannette: { agentId, bannette } },
    create: { agentId, bannette, choix: { visibles, largeurs, densite }, majLe },
    update: { choix: { visibles, largeurs, densite }, majLe },
    select: { agentId: true },
  })

type Ecrites = { agentId: string; bannette: Bannette; choix: ChoixDeColonnes; majLe: Date }

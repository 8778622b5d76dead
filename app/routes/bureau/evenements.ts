import { z } from 'zod'
import { lireSujet } from '#domain/direct/fait'
import { cadres } from '#queries/cadre/cadre'
import { changementsDits, ouEnEst } from '#queries/direct/changements'
import { agentFlux } from '#web/agent-route'
import { deps, urlDeLaBase } from '#web/deps'
import { ouvrirCentral } from '#web/direct/central'

const EvenementsParams = z.object({
  /** What the page shows, as `dossier:<id>`. */
  sujet: z.string().max(80).transform(lireSujet).catch(null),
  version: z.coerce.number().int().min(0).nullable().catch(null),
  onglet: z.guid().catch(() => crypto.randomUUID()),
  ecrit: z.stringbool().catch(false),
})

let central: ReturnType<typeof ouvrirCentral> | undefined

const leCentral = () =>
  (central ??= ouvrirCentral(deps, urlDeLaBase, {
    compteurs: (agents) => cadres(deps.db, deps.now(), agents),
    changements: (entrees) => changementsDits(deps.db, entrees),
    ouEnEst: (sujet) => ouEnEst(deps.db, sujet),
  }))

/** What happens, told to one page as it happens: EventSource opens it, and it stays open. */
export const loader = agentFlux(
  { droit: 'dossier.lire', search: EvenementsParams },
  ({ agent: { id, role }, session, search }, tuyau) =>
    leCentral().inscrire({ agent: { id, role }, session, ...search }, tuyau),
)

import { z } from 'zod'
import { PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { recherchePartout } from '#queries/cadre/recherche-partout'
import { agentLoader } from '#web/agent-route'

/** What a few words name, wherever it is: asked by the box that Ctrl K opens. */
export const loader = agentLoader(
  { droit: 'dossier.lire', search: z.object({ q: PARAMETRES_COMMUNS.q }) },
  async ({ deps, search: { q } }) => ({ q, trouves: await recherchePartout(deps.db, q) }),
)

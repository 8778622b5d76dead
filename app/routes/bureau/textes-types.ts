import { z } from 'zod'
import { USAGES_TEXTE } from '#domain/texte-type/texte-type'
import { textesOfferts } from '#queries/texte-type/textes-types'
import { agentLoader } from '#web/agent-route'

const id = z.uuid().optional().catch(undefined)

const Choix = z.object({
  usage: z.enum(USAGES_TEXTE).catch('MESSAGE'),
  numero: z.string().max(20).optional().catch(undefined),
  dossierId: id,
  preProjetId: id,
  courrielRecuId: id,
  lotId: id,
})

/** The words that are ready for what is being written, read when they are asked for. */
export const loader = agentLoader({ droit: 'dossier.lire', search: Choix }, async ({ deps, search }) => {
  const { usage, ...vise } = search
  return { textes: await textesOfferts(deps.db, usage, vise) }
})

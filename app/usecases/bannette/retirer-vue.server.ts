import { Forbidden, requireDroit, type Agent } from '#domain/acces/droits'
import { peutRetirerVue } from '#domain/bannette/vue-enregistree'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'

/** Takes away a view that was kept under a name, as it was on the screen. Throws NotFound, Forbidden and Conflict. */
export async function retirerVue(
  { db, now }: Deps,
  agent: Agent,
  { id, version }: { id: string; version: number },
): Promise<{ nom: string }> {
  requireDroit(agent, 'dossier.lire')
  return db.$transaction(async (tx) => {
    const vue = await tx.vueEnregistree.findUnique({ where: { id } })
    if (!vue || (vue.agentId !== agent.id && !vue.partagee)) throw new NotFound('vue', id)
    if (!peutRetirerVue(agent, vue)) throw new Forbidden('vue.retirer')
    const { count } = await tx.vueEnregistree.deleteMany({ where: { id, version } })
    if (count === 0) throw new Conflict('vue', id)
    const detail = { nom: vue.nom, partagee: vue.partagee }
    await writeJournal(tx, agent, { acte: 'retirerVue', objet: 'vue', objetId: id, detail, le: now() })
    return { nom: vue.nom }
  })
}

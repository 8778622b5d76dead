import { requireDroit, type Agent } from '#domain/acces/droits'
import { type Bannette, nommerVue, type RefusVue, type SaisieVue } from '#domain/bannette/vue-enregistree'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'

/** Keeps a narrowing of a bannette under a name; the same name said again by the same agent takes its place. */
export async function enregistrerVue(
  { db, now }: Deps,
  agent: Agent,
  { bannette, ...saisie }: SaisieVue & { bannette: Bannette },
): Promise<Result<{ id: string }, RefusVue>> {
  requireDroit(agent, 'dossier.lire')
  const admise = nommerVue(saisie)
  if (!admise.ok) return admise
  const { nom, ...voulue } = admise.value
  const le = now()
  return db.$transaction(async (tx) => {
    const { id } = await tx.vueEnregistree.upsert({
      where: { agentId_bannette_nom: { agentId: agent.id, bannette, nom } },
      create: { agentId: agent.id, bannette, nom, ...voulue, creeLe: le },
      update: { ...voulue, version: { increment: 1 } },
      select: { id: true },
    })
    const detail = { nom, partagee: voulue.partagee }
    await writeJournal(tx, agent, { acte: 'enregistrerVue', objet: 'vue', objetId: id, detail, le })
    return ok({ id })
  })
}

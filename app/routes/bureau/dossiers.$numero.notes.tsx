import { useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { notesDe } from '#queries/note/notes'
import { Notes } from '#ui/note/notes'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) => ({
    sujet: { dossierId: dossier.id },
    ...(await notesDe(deps.db, { dossierId: dossier.id }, agent.id)),
    peut: hasDroit(agent, 'note.ecrire'),
  }),
)

/** What officers tell each other about the dossier. */
export default function NotesDuDossier() {
  return <Notes {...useLoaderData<typeof loader>()} />
}

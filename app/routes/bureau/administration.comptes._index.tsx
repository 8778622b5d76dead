import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ROLES } from '#domain/acces/droits'
import { adresseDuLien } from '#web/lien-de-compte'
import { LIBELLE_REFUS_CREATION } from '#libelles/acces'
import { quiEstAbsent } from '#queries/absence/absences'
import { comptes } from '#queries/acces/comptes'
import { CompteInviter } from '#ui/acces/compte-inviter'
import { ComptesListe } from '#ui/acces/comptes-liste'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { creerAgent } from '#usecases/acces/creer-agent'
import { agentAction, agentLoader } from '#web/agent-route'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Comptes – MCEI' }]

export const loader = agentLoader({ droit: 'agents.gerer' }, async ({ deps, now }) => ({
  comptes: await comptes(deps.db),
  absents: await quiEstAbsent(deps.db, now),
}))

const texte = z.string().max(200, 'Raccourcissez\u00a0: 200 caractères au plus.').default('')

const InvitationForm = sansVersion(
  'It makes a new account.',
  z.object({ prenom: texte, nom: texte, courriel: texte, role: z.enum(ROLES, 'Choisissez un rôle.') }),
)

const CHAMP_REFUSE = { COURRIEL_INVALIDE: 'courriel', COURRIEL_DEJA_PRIS: 'courriel', NOM_MANQUANT: 'nom' } as const

export const action = agentAction({ form: InvitationForm }, async ({ agent, deps, form, refuser }) => {
  const answer = await creerAgent(deps, agent, form)
  if (!answer.ok) return refuser(LIBELLE_REFUS_CREATION[answer.reason], CHAMP_REFUSE[answer.reason])
  return { lien: adresseDuLien(answer.value.jeton), a: `${form.prenom} ${form.nom}` }
})

export default function Comptes() {
  return (
    <>
      <PageHeader
        titre="Comptes"
        sousTitre="Qui peut entrer, et pour quoi faire. Un compte se ferme, il ne se supprime pas."
      />
      <CompteInviter />
      <ComptesListe {...useLoaderData<typeof loader>()} />
    </>
  )
}

export { PageError as ErrorBoundary }

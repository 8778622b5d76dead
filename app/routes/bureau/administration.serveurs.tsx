import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { RefusGroupe } from '#domain/courriel/groupe-de-serveurs'
import { libelleRefusGroupe } from '#libelles/courriel/groupe-de-serveurs'
import { groupesDeServeurs } from '#queries/courriel/groupes-de-serveurs'
import { GroupeForm, GroupesDeServeurs } from '#ui/courriel/groupes-de-serveurs'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import {
  creerGroupeDeServeurs,
  modifierGroupeDeServeurs,
  supprimerGroupeDeServeurs,
} from '#usecases/courriel/allure/regler-groupe-de-serveurs'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Serveurs destinataires – MCEI' }]

export const loader = agentLoader({ droit: 'envois.regler' }, async ({ deps }) => ({
  groupes: await groupesDeServeurs(deps.db),
}))

const saisi = {
  nom: z.string().max(500).default(''),
  domaines: z.string().max(40_000).default(''),
  simultanes: z.string().max(40).default(''),
  parHeure: z.string().max(40).default(''),
}
const vise = { id: z.uuid(), version: z.coerce.number().int() }

const GroupeSaisi = z.union([
  sansVersion('It makes something new.', z.object({ intent: z.literal('creer'), ...saisi })),
  z.object({ intent: z.literal('modifier'), ...vise, ...saisi }),
  z.object({ intent: z.literal('supprimer'), ...vise }),
])

const ADRESSE = '/administration/serveurs'

const CHAMP: Record<RefusGroupe, string> = {
  SANS_NOM: 'nom',
  NOM_TROP_LONG: 'nom',
  NOM_PRIS: 'nom',
  SANS_DOMAINE: 'domaines',
  TROP_DE_DOMAINES: 'domaines',
  DOMAINES_ILLISIBLES: 'domaines',
  DOMAINE_AILLEURS: 'domaines',
  SIMULTANES_HORS_BORNES: 'simultanes',
  PAR_HEURE_HORS_BORNES: 'parHeure',
}

export const action = agentAction({ form: GroupeSaisi }, async ({ agent, deps, form, refuser }) => {
  if (form.intent === 'supprimer') {
    const { nom } = await supprimerGroupeDeServeurs(deps, agent, form)
    return redirectWithToast(ADRESSE, { texte: `Le groupe ${nom} est supprimé.`, genre: 'success' })
  }
  const answer =
    form.intent === 'creer'
      ? await creerGroupeDeServeurs(deps, agent, form)
      : await modifierGroupeDeServeurs(deps, agent, form)
  if (!answer.ok) return refuser(libelleRefusGroupe(answer.reason, answer.detail), CHAMP[answer.reason])
  return redirectWithToast(ADRESSE, { texte: `Le groupe ${answer.value.nom} est enregistré.`, genre: 'success' })
})

export default function PageServeurs() {
  const { groupes } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        titre="Serveurs destinataires"
        sousTitre={
          'Certains fournisseurs n’acceptent que quelques courriels à la fois\u00a0: les suivants attendent leur tour, sans retarder les autres.'
        }
      />
      <GroupesDeServeurs groupes={groupes} />
      <GroupeForm key={groupes.length} reponse={useActionData<Reponse>()} />
    </>
  )
}

export { PageError as ErrorBoundary }

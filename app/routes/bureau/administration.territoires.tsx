import { Link as MuiLink } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { compter } from '#domain/nombre'
import type { RefusTerritoire } from '#domain/structure/territoire'
import { libelleRefusTerritoire } from '#libelles/structure'
import { pageTerritoires } from '#queries/structure/territoires'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { TerritoireForm, Territoires } from '#ui/structure/territoires'
import { creerTerritoire, modifierTerritoire, supprimerTerritoire } from '#usecases/structure/regler-territoire'
import { agentAction, agentLoader } from '#web/agent-route'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Territoires – MCEI' }]

export const loader = agentLoader({ droit: 'campagne.regler' }, ({ deps }) => pageTerritoires(deps.db))

const saisi = { nom: z.string().max(500).default(''), communes: z.string().max(40_000).default('') }
const vise = { id: z.uuid(), version: z.coerce.number().int() }

const TerritoireSaisi = z.union([
  sansVersion('It makes something new.', z.object({ intent: z.literal('creer'), ...saisi })),
  z.object({ intent: z.literal('modifier'), ...vise, ...saisi }),
  z.object({ intent: z.literal('supprimer'), ...vise }),
])

const ADRESSE = '/administration/territoires'

const champDe = (reason: RefusTerritoire) =>
  reason === 'SANS_NOM' || reason === 'NOM_TROP_LONG' || reason === 'NOM_PRIS' ? 'nom' : 'communes'

export const action = agentAction({ form: TerritoireSaisi }, async ({ agent, deps, form, refuser }) => {
  if (form.intent === 'supprimer') {
    const { nom } = await supprimerTerritoire(deps, agent, form)
    return redirectWithToast(ADRESSE, { texte: `Le territoire ${nom} est supprimé.`, genre: 'success' })
  }
  const answer =
    form.intent === 'creer' ? await creerTerritoire(deps, agent, form) : await modifierTerritoire(deps, agent, form)
  if (!answer.ok) return refuser(libelleRefusTerritoire(answer.reason, answer.detail), champDe(answer.reason))
  return redirectWithToast(ADRESSE, { texte: `Le territoire ${answer.value.nom} est enregistré.`, genre: 'success' })
})

export default function PageTerritoires() {
  const { territoires, sansTerritoire } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader titre="Territoires" sousTitre="Ils rangent les dossiers selon la commune de la structure." />
      <TerritoireForm key={territoires.length} reponse={useActionData<Reponse>()} />
      <Territoires territoires={territoires} />
      <p>
        {compter(sansTerritoire, 'commune')} du Pas-de-Calais hors de tout territoire.{' '}
        {territoires.length > 0 && (
          <MuiLink component={Link} to="/dossiers?territoire=aucun" underline="always">
            Voir les dossiers sans territoire
          </MuiLink>
        )}
      </p>
    </>
  )
}

export { PageError as ErrorBoundary }

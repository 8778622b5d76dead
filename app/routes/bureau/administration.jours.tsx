import { Link as MuiLink } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { jourDeParis } from '#domain/temps/jour'
import { LIBELLE_REFUS_FERMETURE } from '#libelles/jours'
import { CalendrierParams, joursChomes } from '#queries/temps/calendrier'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { JourAFermer, JoursChomes } from '#ui/temps/jours-chomes'
import { fermerJour, rouvrirJour } from '#usecases/temps/fermer-jour'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { redirectWithToast } from '#web/toast'
import { sansVersion } from '#web/vue'

export const meta: MetaFunction = () => [{ title: 'Jours de fermeture – MCEI' }]

export const loader = agentLoader(
  { droit: 'campagne.regler', search: CalendrierParams },
  async ({ deps, now, search }) => {
    const annee = search.annee ?? Number(jourDeParis(now).slice(0, 4))
    return { annee, jours: await joursChomes(deps.db, annee) }
  },
)

const jour = jourDuForm('Indiquez le jour.')

const RAISON = 'A day is closed or open: said twice, it is the same.'

const JourForm = z.union([
  sansVersion(
    RAISON,
    z.object({ intent: z.literal('fermer'), jour, libelle: z.string('Dites pourquoi, en quelques mots.').max(120) }),
  ),
  sansVersion(RAISON, z.object({ intent: z.literal('rouvrir'), jour })),
])

export const action = agentAction({ form: JourForm }, async ({ agent, deps, form, refuser }) => {
  const adresse = `/administration/jours?annee=${form.jour.slice(0, 4)}`
  if (form.intent === 'rouvrir') {
    await rouvrirJour(deps, agent, form)
    return redirectWithToast(adresse, { texte: 'Ce jour compte de nouveau.', genre: 'success' })
  }
  const answer = await fermerJour(deps, agent, form)
  if (!answer.ok)
    return refuser(LIBELLE_REFUS_FERMETURE[answer.reason], answer.reason === 'DEJA_CHOME' ? 'jour' : 'libelle')
  return redirectWithToast(adresse, { texte: 'Ce jour ne compte plus comme un jour ouvré.', genre: 'success' })
})

export default function Jours() {
  const { annee, jours } = useLoaderData<typeof loader>()
  const reponse = useActionData<Reponse>()
  return (
    <>
      <PageHeader
        titre={`Jours fériés et de fermeture ${annee}`}
        sousTitre="Les délais en jours ouvrés, celui de l’accusé de réception, sautent ces jours et les fins de semaine."
      />
      <JourAFermer reponse={reponse} />
      <JoursChomes jours={jours} />
      <p>
        <MuiLink component={Link} to={`?annee=${annee - 1}`}>
          {annee - 1}
        </MuiLink>{' '}
        ·{' '}
        <MuiLink component={Link} to={`?annee=${annee + 1}`}>
          {annee + 1}
        </MuiLink>
      </p>
    </>
  )
}

export { PageError as ErrorBoundary }

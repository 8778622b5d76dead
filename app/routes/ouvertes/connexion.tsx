import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import { Button, Link as MuiLink, Stack } from '@mui/material'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { phraseRefusConnexion } from '#libelles/acces'
import { Entree } from '#ui/kit/formulaire/entree'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { FormTextField } from '#ui/kit/formulaire/form-text-field'
import { PageError } from '#ui/kit/page-error/page-error'
import { cookieDeColonnes } from '#domain/bannette/colonnes'
import { colonnesALaConnexion } from '#usecases/bannette/garder-colonnes'
import { seConnecter } from '#usecases/acces/se-connecter'
import { deps } from '#web/deps'
import { readForm } from '#web/form'
import { navigateurDe } from '#web/navigateur'
import { refuseOtherOrigin } from '#web/origin'
import { pageDeRetour } from '#web/retour'
import { findAgent, openSession } from '#web/session'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

const ConnexionForm = z.object({
  courriel: z.email('Saisissez une adresse mail, par exemple prenom.nom@pasdecalais.fr.').max(254),
  motDePasse: z.string('Saisissez votre mot de passe.').max(200, 'Ce mot de passe est trop long.'),
})

/** Judged by the server alone: the page does without what reads a schema. */
type Saisie = z.input<typeof ConnexionForm>

export const meta: MetaFunction = () => [{ title: 'Connexion – MCEI' }]

/** The page to arrive on: the one that asked for the sign-in. */
const arrivee = (request: Request) => pageDeRetour(new URL(request.url).searchParams.get('retour'), '/')

export async function loader({ request }: LoaderFunctionArgs) {
  return (await findAgent(request)) ? redirect(await arrivee(request)) : null
}

export async function action({ request, context }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  const lu = await readForm(request, ConnexionForm, ['motDePasse'])
  if (!lu.lue) return lu.reponse

  const ip = typeof context.ip === 'string' ? context.ip : 'inconnue'
  const navigateur = await navigateurDe(request)
  const answer = await seConnecter(deps, { ...lu.value, ip, navigateur: navigateur.id })
  if (!answer.ok) {
    return lu.refuser(phraseRefusConnexion(answer.reason, answer.detail))
  }
  const colonnes = await colonnesALaConnexion(deps, answer.value.agentId, request.headers.get('Cookie'))
  return redirect(await arrivee(request), {
    headers: [
      ...colonnes.map(({ bannette, choix }) => ['Set-Cookie', cookieDeColonnes(bannette, choix)] as [string, string]),
      ['Set-Cookie', await openSession(answer.value.agentId, request)],
      ['Set-Cookie', navigateur.header],
    ],
  })
}

export default function Connexion() {
  const refusee = useActionData<Reponse>()
  const envoi = useEnvoi<Reponse>({ nom: 'connexion', objet: '' })
  const reponse = envoi.data ?? refusee
  const busy = envoi.state === 'submitting'
  const [form, fields] = useForm<Saisie>({ lastResult: reponse?.soumission ?? null })
  return (
    <Entree titre="Connexion" texte="Instruction des demandes de mobilité européenne et internationale et de jumelage.">
      <FormErreur id={form.errorId} reponse={reponse} champs={['courriel', 'motDePasse']} />
      <Formulaire envoi={envoi} {...getFormProps(form)}>
        <Stack spacing={2.5}>
          <FormTextField
            field={fields.courriel}
            label="Adresse mail"
            input={getInputProps(fields.courriel, { type: 'email' })}
            autoComplete="username"
          />
          <FormTextField
            field={fields.motDePasse}
            label="Mot de passe"
            input={getInputProps(fields.motDePasse, { type: 'password' })}
            autoComplete="current-password"
          />
          <Button type="submit" variant="contained" size="large" disabled={busy}>
            Se connecter
          </Button>
        </Stack>
      </Formulaire>
      <p>
        <MuiLink component={Link} to="/mot-de-passe-oublie">
          Mot de passe oublié
        </MuiLink>
      </p>
    </Entree>
  )
}

export { PageError as ErrorBoundary }

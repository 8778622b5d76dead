import { Button, Link as MuiLink, Stack } from '@mui/material'
import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { phraseRefusConnexion } from '#libelles/acces'
import { Bandeau } from '#ui/kit/bandeau'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Entree } from '#ui/kit/formulaire/entree'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { PageError } from '#ui/kit/page-error/page-error'
import { oublierMotDePasse } from '#usecases/acces/oublier-mot-de-passe'
import { deps } from '#web/deps'
import { readForm } from '#web/form'
import { refuseOtherOrigin } from '#web/origin'

const OubliForm = z.object({
  courriel: z.email('Saisissez une adresse mail, par exemple prenom.nom@pasdecalais.fr.').max(254),
})

export const meta: MetaFunction = () => [{ title: 'Mot de passe oublié – MCEI' }]

/** The same answer, whether somebody has this address or nobody. */
export async function action({ request, context }: ActionFunctionArgs) {
  refuseOtherOrigin(request)
  const lu = await readForm(request, OubliForm)
  if (!lu.lue) return lu.reponse
  const ip = typeof context.ip === 'string' ? context.ip : 'inconnue'
  const answer = await oublierMotDePasse(deps, { ...lu.value, ip })
  return answer.ok
    ? { soumission: lu.faite(), envoye: true }
    : lu.refuser(phraseRefusConnexion(answer.reason, answer.detail))
}

export default function MotDePasseOublie() {
  const sansScript = useActionData<Reponse<{ envoye: boolean }>>()
  const envoi = useEnvoi<Reponse<{ envoye: boolean }>>({ nom: 'motDePasseOublie', objet: '' })
  const reponse = envoi.data ?? sansScript
  const refus = erreurDe(reponse, 'courriel')
  return (
    <Entree
      titre="Mot de passe oublié"
      texte="Un lien pour en choisir un autre sera envoyé à votre adresse. Il sert une fois, pendant 24 heures."
    >
      {reponse?.envoye && (
        <Bandeau severity="success" role="status" marges="mb2">
          Si un compte est ouvert à cette adresse, un courriel vient d’y être envoyé.
        </Bandeau>
      )}
      <FormErreur reponse={reponse} champs={['courriel']} />
      <Formulaire envoi={envoi} noValidate>
        <Stack spacing={2.5}>
          <ChampTexte
            name="courriel"
            label="Adresse mail"
            type="email"
            autoComplete="username"
            error={refus !== undefined}
            helperText={refus}
          />
          <Button type="submit" variant="contained" size="large" disabled={envoi.state !== 'idle'}>
            Recevoir un lien
          </Button>
        </Stack>
      </Formulaire>
      <p>
        <MuiLink component={Link} to="/connexion">
          Revenir à la connexion
        </MuiLink>
      </p>
    </Entree>
  )
}

export { PageError as ErrorBoundary }

import { Link } from '@remix-run/react'
import { EtoileDite } from '#ui/extranet/etoile-dite'
import { ChampCode } from '#ui/extranet/champ-code'
import css from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Asked once the password was right, of who turned the second factor on. */
export function CodeDeConnexion({ recue }: { recue: Reponse | undefined }) {
  const envoi = useEnvoi<Reponse>({ nom: 'codeConnexion', objet: '' })
  const reponse = envoi.data ?? recue
  return (
    <>
      <h1>Saisissez votre code</h1>
      <p>Ouvrez l’application de votre téléphone{'\u00a0'}: elle affiche un code à six chiffres, qui change souvent.</p>
      <RefusResume reponse={reponse} questions={[['code', 'Code']]} />
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Code de connexion">
        <EtoileDite />
        <ChampCode
          label="Code"
          aide={'Téléphone perdu\u00a0? Saisissez l’un de vos codes de secours.'}
          reponse={reponse}
        />
        <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
          Se connecter
        </button>
      </Formulaire>
      <p>
        Ni téléphone, ni code de secours{'\u00a0'}? Écrivez à la mission coopération européenne et internationale, qui
        peut retirer la double authentification de votre compte.
      </p>
      <p>
        <Link to="/extranet/connexion">Revenir à la connexion</Link>
      </p>
    </>
  )
}

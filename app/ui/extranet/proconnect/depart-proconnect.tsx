import { Link } from '@remix-run/react'
import css from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Where ProConnect says what it is, which its charter asks to link to beside its button. */
const PRESENTATION = 'https://www.proconnect.gouv.fr/'

/** The button that signs in by ProConnect, and what it answers where it cannot be left for. */
export function BoutonProConnect({ recue }: { recue?: Reponse | undefined }) {
  const envoi = useEnvoi<Reponse>({ nom: 'proConnect', objet: '' })
  return (
    <Formulaire envoi={envoi} action="/extranet/proconnect" aria-label="ProConnect">
      <RefusResume reponse={envoi.data ?? recue} questions={[]} />
      <p>Avec l’identité que votre organisation vous donne{'\u00a0'}:</p>
      <button type="submit" className={`${css.bouton} ${css.second}`} disabled={envoi.state !== 'idle'}>
        S’identifier avec ProConnect
      </button>
      <p>
        <a href={PRESENTATION} target="_blank" rel="noreferrer">
          Qu’est-ce que ProConnect{'\u00a0'}? (nouvelle fenêtre)
        </a>
      </p>
    </Formulaire>
  )
}

/** The page of that button alone: where who has no script is answered. */
export const DepartProConnect = ({ recue }: { recue: Reponse | undefined }) => (
  <>
    <h1>ProConnect</h1>
    <BoutonProConnect recue={recue} />
    <p>
      <Link to="/extranet/connexion">Se connecter avec un mot de passe</Link>
    </p>
  </>
)

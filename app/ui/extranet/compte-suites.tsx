import { Link } from '@remix-run/react'
import css from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** The request has left: what comes next. Nothing of it stands on this page, which anybody may open. */
export const CompteDemandeEnvoyee = () => (
  <>
    <h1>Consultez votre messagerie</h1>
    <p>
      Un courriel part à l’adresse que vous avez donnée, avec la copie de votre demande et un lien. Suivez ce lien pour
      confirmer que l’adresse est la vôtre{'\u00a0'}: nous lirons alors votre demande et répondrons sous 48{'\u00a0'}
      heures ouvrées.
    </p>
    <p>Rien ne vient{'\u00a0'}? Regardez dans les courriels indésirables, puis refaites la demande.</p>
    <div className={css.actes}>
      <Link to="/extranet" className={`${css.bouton} ${css.second}`}>
        Revenir aux campagnes
      </Link>
    </div>
  </>
)

export type ReponseConfirmation = Reponse<{ confirmee: boolean }>

/** Says that the address is theirs, by a button. */
export function CompteConfirmation({ recue }: { recue: ReponseConfirmation | undefined }) {
  const envoi = useEnvoi<ReponseConfirmation>({ nom: 'confirmationDeCompte', objet: '' })
  const reponse = envoi.data ?? recue
  if (reponse?.confirmee)
    return (
      <>
        <h1>Votre adresse est confirmée</h1>
        <p role="status">
          Votre demande est entre nos mains. La réponse vient par courriel sous 48{'\u00a0'}heures ouvrées.
        </p>
      </>
    )
  return (
    <>
      <h1>Confirmez votre adresse</h1>
      <RefusResume reponse={reponse} questions={[]} />
      <p>Ce bouton dit que la demande d’ouverture de compte reçue par courriel vient bien de vous.</p>
      <Formulaire envoi={envoi} aria-label="Confirmation de l’adresse">
        <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
          Confirmer mon adresse
        </button>
      </Formulaire>
      <p>
        <Link to="/extranet/compte">Faire une nouvelle demande</Link>
      </p>
    </>
  )
}

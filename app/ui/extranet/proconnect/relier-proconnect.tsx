import { Link } from '@remix-run/react'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { lien: { courriel: string; relieeLe: Date } | null; recue: Reponse | undefined }

/** Links the account to ProConnect, or no more. */
export function RelierProConnect({ lien, recue }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'proConnectRelie', objet: '' })
  return (
    <>
      <h1>ProConnect</h1>
      <p>
        <Link to="/extranet/sessions">Revenir à votre compte</Link>
      </p>
      <RefusResume reponse={envoi.data ?? recue} questions={[]} />
      {lien ? (
        <>
          <p>Votre compte est relié à ProConnect depuis le {formatInstant(lien.relieeLe)}.</p>
          {lien.courriel && (
            <p>
              Adresse donnée par ProConnect{'\u00a0'}: {lien.courriel}
            </p>
          )}
        </>
      ) : (
        <p>
          Relié à ProConnect, votre compte s’ouvre sans votre mot de passe, avec l’identité que votre organisation vous
          donne. Votre mot de passe reste valable.
        </p>
      )}
      <Formulaire envoi={envoi} aria-label="Lien avec ProConnect">
        <button
          type="submit"
          name="intent"
          value={lien ? 'delier' : 'relier'}
          className={lien ? `${css.bouton} ${css.second}` : css.bouton}
          disabled={envoi.state !== 'idle'}
        >
          {lien ? 'Ne plus relier' : 'Relier à ProConnect'}
        </button>
      </Formulaire>
    </>
  )
}

import { Link } from '@remix-run/react'
import { formatSiret } from '#domain/structure/identifiants'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Structure = { siret: string; nom: string; prouveeLe: Date | null }

type Props = {
  lien: { courriel: string; relieeLe: Date } | null
  structures: readonly Structure[]
  recue: Reponse | undefined
}

/** Links the account to ProConnect, or no more; once linked, proves by it what the person represents. */
export function RelierProConnect({ lien, structures, recue }: Props) {
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
      {lien && structures.length > 0 && (
        <>
          <h2>Représentant légal</h2>
          <p>
            ProConnect peut certifier que vous représentez légalement une structure, d’après les registres officiels. La
            preuve est montrée au Département, qui répond toujours lui-même aux demandes de compte.
          </p>
          <ul className={css.campagnes} aria-label="Structures que vous représentez">
            {structures.map((structure) => (
              <Representee key={structure.siret} structure={structure} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Representee({ structure: { siret, nom, prouveeLe } }: { structure: Structure }) {
  const envoi = useEnvoi<Reponse>({ nom: 'representantCertifie', objet: siret })
  const dite = [nom, `SIRET ${formatSiret(siret)}`].filter(Boolean).join(', ')
  return (
    <li>
      <strong>{dite}</strong>
      <p>{prouveeLe ? `Certifié par ProConnect le ${formatInstant(prouveeLe)}.` : 'Pas encore certifié.'}</p>
      <Formulaire envoi={envoi} aria-label={`Représentant légal de ${dite}`}>
        <RefusResume reponse={envoi.data} questions={[]} />
        <input type="hidden" name="siret" value={siret} />
        <div className={css.actes}>
          <button
            type="submit"
            name="intent"
            value="certifier"
            className={`${css.bouton} ${css.second}`}
            disabled={envoi.state !== 'idle'}
          >
            {prouveeLe ? 'Prouver de nouveau' : 'Prouver que je la représente'}
          </button>
        </div>
      </Formulaire>
    </li>
  )
}

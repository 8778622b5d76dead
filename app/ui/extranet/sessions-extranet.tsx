import { Link } from '@remix-run/react'
import { formatEntier } from '#domain/nombre'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/accueil-demandeur.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Session = { cle: string; courante: boolean; navigateur: string; ouverteLe: Date; vueLe: Date }

/** Where a demandeur is signed in, and the way to end one of these sessions, or all but this one. */
export function SessionsExtranet({ sessions, proConnect }: { sessions: readonly Session[]; proConnect: boolean }) {
  const envoi = useEnvoi<Reponse>({ nom: 'sessionsExtranet', objet: '' })
  const autres = sessions.filter(({ courante }) => !courante).length
  return (
    <>
      <h1>Vos sessions ouvertes</h1>
      <ul className={css.sessions} aria-label="Sessions ouvertes">
        {sessions.map(({ cle, courante, navigateur, ouverteLe, vueLe }, rang) => (
          <li key={cle}>
            <strong>{navigateur}</strong>
            {courante && ' (cette session)'}
            <div>
              Ouverte le {formatInstant(ouverteLe)}, vue pour la dernière fois le {formatInstant(vueLe)}
            </div>
            {!courante && <FermerUne {...{ cle, navigateur, ouverteLe }} rang={rang + 1} />}
          </li>
        ))}
      </ul>
      {autres === 0 ? (
        <p>Vous n’avez pas d’autre session ouverte.</p>
      ) : (
        <Formulaire envoi={envoi} aria-label="Autres sessions">
          <p>
            Si vous n’en reconnaissez pas une, fermez-la, ou fermez-les toutes{'\u00a0'}: il y faudra de nouveau votre
            mot de passe.
          </p>
          <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
            Fermer mes autres sessions ({formatEntier(autres)})
          </button>
        </Formulaire>
      )}
      <h2>Double authentification</h2>
      <p>
        Un code de votre téléphone en plus du mot de passe{'\u00a0'}:{' '}
        <Link to="/extranet/second-facteur">activer ou retirer la double authentification</Link>
      </p>
      {proConnect && (
        <>
          <h2>ProConnect</h2>
          <p>
            Se connecter sans mot de passe{'\u00a0'}:{' '}
            <Link to="/extranet/relier-proconnect">relier votre compte à ProConnect, ou ne plus le relier</Link>
          </p>
        </>
      )}
    </>
  )
}

/** Ends one session: its button says which to who hears it out of its line. */
function FermerUne({
  cle,
  navigateur,
  ouverteLe,
  rang,
}: Pick<Session, 'cle' | 'navigateur' | 'ouverteLe'> & { rang: number }) {
  const envoi = useEnvoi<Reponse>({ nom: 'sessionsExtranet', objet: cle })
  // Two may be of one browser and of one minute.
  const laquelle = `${rang}, ${navigateur}, ouverte le ${formatInstant(ouverteLe)}`
  return (
    <Formulaire envoi={envoi} aria-label={`Session ${laquelle}`}>
      <input type="hidden" name="cle" value={cle} />
      <button type="submit" className={`${commun.bouton} ${commun.second}`} disabled={envoi.state !== 'idle'}>
        Fermer cette session
        <span className={commun.lu}>
          {'\u00a0'}: {laquelle}
        </span>
      </button>
    </Formulaire>
  )
}

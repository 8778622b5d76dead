import { Link } from '@remix-run/react'
import css from '#ui/extranet/extranet.module.css'

/** Why a return from ProConnect led to nothing, and the two ways on. */
export const RetourProConnect = ({ phrase, connecte }: { phrase: string; connecte: boolean }) => (
  <>
    <h1>Retour de ProConnect</h1>
    <div role="alert" className={css.refus}>
      <p>{phrase}</p>
    </div>
    <p>
      {connecte ? (
        <Link to="/extranet/relier-proconnect">Revenir à votre compte</Link>
      ) : (
        <Link to="/extranet/connexion">Revenir à la connexion</Link>
      )}
    </p>
  </>
)

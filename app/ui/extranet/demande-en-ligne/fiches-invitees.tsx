import { Link } from '@remix-run/react'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'

/** A fiche that was answered favourably, and of which no demande is begun. */
type FicheInvitee = { id: string; titre: string; campagne: string }

/** The fiches that invite to a demande, each with the way to begin it. */
export const FichesInvitees = ({ structureId, fiches }: { structureId: string; fiches: readonly FicheInvitee[] }) =>
  fiches.length > 0 && (
    <ul className={css.commencees} aria-label="Fiches à l’avis favorable">
      {fiches.map(({ id, titre, campagne }) => (
        <li key={id}>
          <strong>{titre || 'Sans titre'}</strong>, {campagne}
          <br />
          Votre fiche a reçu un avis favorable.
          <div className={css.pied}>
            <Link
              to={`/extranet/demandes/nouvelle?structure=${structureId}&fiche=${id}`}
              aria-label={`Commencer la demande de ce projet\u00a0: ${titre || 'Sans titre'}`}
            >
              Commencer la demande de ce projet
            </Link>
          </div>
        </li>
      ))}
    </ul>
  )

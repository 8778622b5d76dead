import { Link } from '@remix-run/react'
import { adresseDEtape, phraseAvancement } from '#libelles/demande-en-ligne/demande-en-ligne'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'

type Props = {
  commencees: readonly { id: string; campagne: string; objet: string; pourcent: number; joursRestants: number | null }[]
  peutRemplir: boolean
}

/** The demandes that are begun and not deposited: nobody takes one for a deposit. */
export const DemandesCommencees = ({ commencees, peutRemplir }: Props) => (
  <ul className={css.commencees} aria-label="Demandes commencées">
    {commencees.map(({ id, campagne, objet, pourcent, joursRestants }) => (
      <li key={id}>
        <strong>{objet || 'Sans intitulé'}</strong>, {campagne}
        <br />
        En cours de saisie{'\u00a0'}: {phraseAvancement(pourcent, joursRestants)}
        <div className={css.pied}>
          <Link
            to={adresseDEtape(id, 'STRUCTURE')}
            aria-label={`${peutRemplir ? 'Modifier' : 'Visualiser'} ${objet || 'la demande sans intitulé'}`}
          >
            {peutRemplir ? 'Modifier' : 'Visualiser'}
          </Link>
          {peutRemplir && (
            <Link
              to={`/extranet/demandes/${id}/supprimer`}
              aria-label={`Supprimer ${objet || 'la demande sans intitulé'}`}
            >
              Supprimer
            </Link>
          )}
        </div>
      </li>
    ))}
  </ul>
)

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

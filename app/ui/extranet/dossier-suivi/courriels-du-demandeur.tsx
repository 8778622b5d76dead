import { Link } from '@remix-run/react'
import { formatEntier } from '#domain/nombre'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { type CourrielEnvoye, CourrielRelu } from '#ui/extranet/dossier-suivi/courriels-envoyes'
import commun from '#ui/extranet/extranet.module.css'

type Props = {
  adresse: string
  page: number
  suivante: boolean
  courriels: readonly (CourrielEnvoye & { dossier: { id: string; numero: string | null } | null })[]
}

/** Every mail a demandeur may read again, last first. */
export const CourrielsDuDemandeur = ({ adresse, page, suivante, courriels }: Props) => (
  <>
    <p>
      <Link to="/extranet/accueil">Retour à vos demandes</Link>
    </p>
    <h1>Vos courriels</h1>
    <p>
      Ce que nous avons envoyé au sujet des demandes de vos structures, et à votre adresse, {adresse}. Un courriel dont
      le lien ne sert qu’une fois (mot de passe, confirmation d’une adresse) n’est pas montré de nouveau.
    </p>
    {courriels.length === 0 && page === 1 && <p>Aucun courriel ne vous a encore été envoyé.</p>}
    {courriels.length === 0 && page > 1 && <p>Il n’y a pas de courriel plus ancien.</p>}
    {courriels.map(({ dossier, ...courriel }) => (
      <CourrielRelu key={courriel.id} courriel={courriel}>
        {dossier && (
          <p>
            <Link to={adresseDuSuivi(dossier.id)}>
              {dossier.numero ? `Suivre la demande ${dossier.numero}` : 'Suivre cette demande'}
            </Link>
          </p>
        )}
      </CourrielRelu>
    ))}
    {(page > 1 || suivante) && (
      <nav aria-label="Pages de courriels" className={commun.compte}>
        {page > 1 && <Link to={`/extranet/courriels?page=${page - 1}`}>Plus récents</Link>}
        <span>Page {formatEntier(page)}</span>
        {suivante && <Link to={`/extranet/courriels?page=${page + 1}`}>Plus anciens</Link>}
      </nav>
    )}
  </>
)

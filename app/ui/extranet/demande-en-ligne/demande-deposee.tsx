import { Link } from '@remix-run/react'
import { adresseDuRecapitulatif, adresseDuSuivi } from '#libelles/demandeur/adresses'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { formatInstant } from '#libelles/temps'
import commun from '#ui/extranet/extranet.module.css'

type Props = {
  dossierId: string
  numero: string
  deposeeLe: Date
  deposeePar: string
  structure: { id: string; nom: string }
  manquantes: readonly string[]
  aUnRecapitulatif: boolean
  /** One that they sent was still coming when it was deposited. */
  fichierTardif: boolean
}

/** What comes after a deposit: its number, and what happens next. */
export function DemandeDeposee({ dossierId, numero, deposeeLe, deposeePar, structure, ...reste }: Props) {
  const { manquantes, aUnRecapitulatif, fichierTardif } = reste
  return (
    <>
      <h1>Votre demande est déposée</h1>
      <p role="status" className={commun.fait}>
        Elle porte le numéro <strong>{numero}</strong>. {deposeePar} l’a validée le {formatInstant(deposeeLe)}.
      </p>
      {fichierTardif && (
        <p role="alert" className={commun.refus}>
          Votre dernier fichier est arrivé après le dépôt{'\u00a0'}: il n’en fait pas partie. Pour le joindre,{' '}
          <Link to={`${adresseDuSuivi(dossierId)}#modifier`}>demandez une modification</Link> et gardez ce fichier.
        </p>
      )}
      {manquantes.length > 0 && (
        <>
          <p>Ces pièces sont demandées et manquent{'\u00a0'}:</p>
          <ul>
            {manquantes.map((code) => (
              <li key={code}>{nomPourLeDemandeur(code)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>La suite</h2>
      <ol>
        <li>
          Une confirmation d’envoi vous est adressée par courriel avec le récapitulatif de votre dépôt, puis un accusé
          de réception.
        </li>
        <li>La mission vérifie les pièces et vous écrit s’il en manque une.</li>
        <li>La demande est instruite, puis la Commission permanente décide.</li>
      </ol>
      <p>
        <Link to={adresseDuSuivi(dossierId)} className={commun.bouton}>
          Suivre cette demande
        </Link>
      </p>
      {aUnRecapitulatif && (
        <p>
          <a href={adresseDuRecapitulatif(dossierId, { telecharger: true })}>
            Télécharger le récapitulatif de votre dépôt (PDF)
          </a>
        </p>
      )}
      <p>Vous y lisez où elle en est, y donnez ce qui vous est demandé, et y demandez un changement.</p>
      <p>
        <Link to={`/extranet/accueil?structure=${structure.id}`}>Retour à vos demandes</Link>
      </p>
    </>
  )
}

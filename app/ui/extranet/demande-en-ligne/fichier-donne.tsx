import { adresseDeFichier } from '#libelles/demande-en-ligne/verification'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** A file that was given. `vue` is that one, as it is shown; `etat` what the antivirus makes of it, where there is something to say. */
export type Fichier = {
  id: string
  vue: string
  nomFichier: string
  taille: number
  recueLe: Date
  par: string
  seMontre: boolean
  ouvrable: boolean
  etat: string | null
  remarques: readonly string[]
}

type Props = {
  id: string
  fichier: Fichier
  peutRetirer: boolean
  /** The pièce that it is of, where the page does not say it above. */
  piece?: string
}

/** One file of a demande: to be looked at where it opens, and to be taken away. */
export function FichierDonne({ id, fichier, peutRetirer, piece }: Props) {
  const { id: pieceId, vue, nomFichier, taille, recueLe, par, seMontre, ouvrable, etat, remarques } = fichier
  const envoi = useEnvoi<Reponse>({ nom: 'retirerPieceEnLigne', objet: pieceId })
  const refus = erreurDe(envoi.data, '')
  return (
    <li>
      <span>
        {piece && `${piece}\u00a0: `}
        {nomFichier} ({tailleLisible(taille)}), reçu le {formatInstant(recueLe)}
        {par && ` de ${par}`}
      </span>
      {ouvrable && seMontre && (
        <a href={adresseDeFichier(id, pieceId)} target="_blank" aria-label={`Voir ${nomFichier} (nouvel onglet)`}>
          Voir
        </a>
      )}
      {ouvrable && (
        <a href={adresseDeFichier(id, pieceId, { telecharger: true })} aria-label={`Télécharger ${nomFichier}`}>
          Télécharger
        </a>
      )}
      {peutRetirer && (
        <Formulaire envoi={envoi} action={`/extranet/demandes/${id}/pieces/${pieceId}`}>
          <input type="hidden" name="vue" value={vue} />
          <button
            type="submit"
            className={css.lien}
            disabled={envoi.state !== 'idle'}
            aria-label={`Retirer ${nomFichier}`}
          >
            Retirer
          </button>
        </Formulaire>
      )}
      {refus && <span role="alert">{refus}</span>}
      {etat && <strong role="status">{etat}</strong>}
      {remarques.map((remarque) => (
        <span key={remarque}>{remarque}</span>
      ))}
    </li>
  )
}

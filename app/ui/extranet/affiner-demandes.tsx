import { Link } from '@remix-run/react'
import { type Affinage, LONGUEUR_MAX_MOTS } from '#domain/demandeur/affinage'
import type { EtatDit } from '#domain/demandeur/etat-dit'
import css from '#ui/extranet/accueil-demandeur.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'

type Props = {
  structureId: string
  /** `sur`: how many there are before they are narrowed. */
  affinage: Affinage & { etats: readonly { etat: EtatDit; dit: string }[]; sur: number }
}

const toutesDe = (structureId: string): string => `/extranet/accueil?structure=${structureId}`

/** Narrows the list of demandes, or reads it again: its address keeps what was asked. */
export function AffinerDemandes({ structureId, affinage: { mots, etat, etats } }: Props) {
  const ici = new URLSearchParams({ structure: structureId, ...(mots && { q: mots }), ...(etat && { etat }) })
  return (
    <FormulaireAdresse
      action="/extranet/accueil"
      role="search"
      aria-label="Affiner la recherche"
      className={css.affiner}
    >
      <input type="hidden" name="structure" value={structureId} />
      <label>
        Numéro ou objet
        <input type="search" name="q" defaultValue={mots} key={mots} maxLength={LONGUEUR_MAX_MOTS} />
      </label>
      <label>
        Statut
        <select name="etat" defaultValue={etat ?? ''} key={etat ?? ''}>
          <option value="">Tous</option>
          {etats.map((un) => (
            <option key={un.etat} value={un.etat}>
              {un.dit}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={commun.bouton}>
        Affiner la recherche
      </button>
      <Link to={`/extranet/accueil?${ici.toString()}`} reloadDocument>
        Actualiser
      </Link>
      {(mots || etat) && <Link to={toutesDe(structureId)}>Voir toutes les demandes</Link>}
    </FormulaireAdresse>
  )
}

/** What is said where nothing is left; the way back to all of them is above. */
export const RienDeTel = () => <p role="status">Aucune demande ne correspond à cette recherche.</p>

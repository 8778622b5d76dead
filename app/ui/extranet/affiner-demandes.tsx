import { Link } from '@remix-run/react'
import { type Affinage, LONGUEUR_MAX_MOTS } from '#domain/demandeur/affinage'
import css from '#ui/extranet/accueil-demandeur.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'

type Choix = readonly { valeur: string; dit: string }[]

type Props = {
  structureId: string
  /** `sur`: how many there are before they are narrowed. */
  affinage: Affinage & { types: Choix; statuts: Choix; etats: Choix; sur: number }
}

const toutesDe = (structureId: string): string => `/extranet/accueil?structure=${structureId}`

/** Narrows the list of demandes, or reads it again: its address keeps what was asked. */
export function AffinerDemandes({ structureId, affinage }: Props) {
  const { mots, dispositif, statutPortail, etat, types, statuts, etats } = affinage
  const voulu = Object.entries({ q: mots, type: dispositif, mention: statutPortail, etat }).flatMap(([nom, valeur]) =>
    valeur ? [[nom, valeur]] : [],
  )
  const ici = new URLSearchParams([['structure', structureId], ...voulu])
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
      <UnChoix nom="type" question="Type" choix={types} valeur={dispositif ?? ''} />
      <UnChoix nom="mention" question="Statut" choix={statuts} valeur={statutPortail} />
      <UnChoix nom="etat" question="Où elle en est" tous="Partout" choix={etats} valeur={etat ?? ''} />
      <button type="submit" className={commun.bouton}>
        Affiner la recherche
      </button>
      <Link to={`/extranet/accueil?${ici.toString()}`} reloadDocument>
        Actualiser
      </Link>
      {voulu.length > 0 && <Link to={toutesDe(structureId)}>Voir toutes les demandes</Link>}
    </FormulaireAdresse>
  )
}

type Question = { nom: string; question: string; tous?: string; choix: Choix; valeur: string }

const UnChoix = ({ nom, question, tous = 'Tous', choix, valeur }: Question) => (
  <label>
    {question}
    <select name={nom} defaultValue={valeur} key={valeur}>
      <option value="">{tous}</option>
      {choix.map((un) => (
        <option key={un.valeur} value={un.valeur}>
          {un.dit}
        </option>
      ))}
    </select>
  </label>
)

/** What is said where nothing is left; the way back to all of them is above. */
export const RienDeTel = () => <p role="status">Aucune demande ne correspond à cette recherche.</p>

import type { ReactNode } from 'react'
import css from '#ui/kit/formulaire/choix-en-ligne.module.css'

type Props<T extends string> = {
  id: string
  nom: string
  legende: ReactNode
  valeurs: readonly T[]
  choisie: T | null
  libelle: (valeur: T) => string
  onChoix: (valeur: T) => void
  inactif?: boolean
}

/** One of a few values, side by side under their question: arrows move, the choice is told at once. */
export const ChoixEnLigne = <T extends string>(props: Props<T>) => {
  const { id, nom, legende, valeurs, choisie, libelle, onChoix, inactif } = props
  return (
    <div role="radiogroup" aria-labelledby={id} className={css.choix}>
      <div id={id} className={css.legende}>
        {legende}
      </div>
      <div className={css.valeurs}>
        {valeurs.map((valeur) => (
          <label key={valeur} className={css.valeur}>
            <input
              type="radio"
              name={nom}
              value={valeur}
              checked={valeur === choisie}
              disabled={inactif}
              onChange={() => onChoix(valeur)}
            />
            {libelle(valeur)}
          </label>
        ))}
      </div>
    </div>
  )
}

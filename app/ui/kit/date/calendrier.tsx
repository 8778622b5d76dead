import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Bornes, joursDuMois, nomDuMois, SEMAINE } from '#domain/temps/calendrier'
import { addDays, addMonths, formatJourLong, type Jour, jourDeParis } from '#domain/temps/jour'
import css from '#ui/kit/date/date.module.css'
import { Icone } from '#ui/kit/icone/icone'
import { Boutons, Dialogue } from '#ui/kit/reprise/dialogue'

type Props = Bornes & { libelle: string; jour: Jour | null; onJour: (jour: Jour) => void; fermer: () => void }

/** Where each key goes from a day: a day, a week, the ends of the week, a month, and a year with Shift. */
function vers(jour: Jour, { key, shiftKey }: KeyboardEvent): Jour | null {
  const rang = joursDuMois(jour).flat().indexOf(jour) % SEMAINE.length
  const pas: Record<string, Jour> = {
    ArrowLeft: addDays(jour, -1),
    ArrowRight: addDays(jour, 1),
    ArrowUp: addDays(jour, -SEMAINE.length),
    ArrowDown: addDays(jour, SEMAINE.length),
    Home: addDays(jour, -rang),
    End: addDays(jour, SEMAINE.length - 1 - rang),
    PageUp: addMonths(jour, shiftKey ? -12 : -1),
    PageDown: addMonths(jour, shiftKey ? 12 : 1),
  }
  return pas[key] ?? null
}

/** A month at a time, in a dialog: one day has the focus, and the keys move it, as in the ARIA authoring practices. */
export function Calendrier({ libelle, jour, min, max, onJour, fermer }: Props) {
  const [aujourdhui] = useState(() => jourDeParis(new Date()))
  const [foyer, setFoyer] = useState(
    jour ?? (min && min > aujourdhui ? min : max && max < aujourdhui ? max : aujourdhui),
  )
  const grille = useRef<HTMLTableElement>(null)
  const deplace = useRef(false)
  const titre = useId()
  const permis = (un: Jour) => !((min && un < min) || (max && un > max))
  useEffect(() => {
    if (deplace.current) grille.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    deplace.current = false
  }, [foyer])
  const parTouche = (event: KeyboardEvent) => {
    const suivant = vers(foyer, event)
    if (!suivant) return
    event.preventDefault()
    event.stopPropagation()
    deplace.current = true
    setFoyer(suivant)
  }
  return (
    <Dialogue titre={libelle} fermer={fermer}>
      <div className={css.mois}>
        <button type="button" aria-label="Mois précédent" onClick={() => setFoyer(addMonths(foyer, -1))}>
          <Icone nom="navigate-before" />
        </button>
        <strong id={titre} aria-live="polite">
          {nomDuMois(foyer)}
        </strong>
        <button type="button" aria-label="Mois suivant" onClick={() => setFoyer(addMonths(foyer, 1))}>
          <Icone nom="navigate-next" />
        </button>
      </div>
      <table aria-labelledby={titre} className={css.jours} ref={grille}>
        <thead>
          <tr>
            {SEMAINE.map((nom) => (
              <th key={nom} scope="col">
                <abbr title={nom}>{nom.slice(0, 2)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {joursDuMois(foyer).map((semaine) => (
            <tr key={semaine.find(Boolean)}>
              {semaine.map((un, rang) => (
                <td key={un ?? rang}>
                  {un && (
                    <button
                      type="button"
                      tabIndex={un === foyer ? 0 : -1}
                      data-foyer={un === foyer || undefined}
                      aria-label={formatJourLong(un)}
                      aria-current={un === aujourdhui ? 'date' : undefined}
                      aria-pressed={un === jour}
                      aria-disabled={!permis(un)}
                      onKeyDown={parTouche}
                      onClick={() => permis(un) && onJour(un)}
                    >
                      {Number(un.slice(-2))}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Boutons>
        <button type="button" onClick={fermer}>
          Fermer
        </button>
        {permis(aujourdhui) && (
          <button type="button" data-plein onClick={() => onJour(aujourdhui)}>
            Aujourd’hui
          </button>
        )}
      </Boutons>
    </Dialogue>
  )
}

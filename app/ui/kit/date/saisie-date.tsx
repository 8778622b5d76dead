import { type InputHTMLAttributes, lazy, type RefObject, Suspense, useRef, useState } from 'react'
import { instantDeParis, pourSaisie } from '#domain/temps/instant'
import type { Bornes } from '#domain/temps/calendrier'
import { formatJour, type Jour } from '#domain/temps/jour'
import { instantSaisi, jourSaisi } from '#domain/temps/saisie'
import { LIBELLE_REFUS_INSTANT, LIBELLE_REFUS_JOUR } from '#libelles/saisie'
import css from '#ui/kit/date/date.module.css'
import { ecrire } from '#ui/kit/formulaire/champs'
import { Icone } from '#ui/kit/icone/icone'

const Calendrier = lazy(() => import('#ui/kit/date/calendrier').then((module) => ({ default: module.Calendrier })))

type Props = Bornes &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'min' | 'max'> & {
    libelle: string
    /** An hour of Paris is typed after the day. */
    heure?: boolean | undefined
    /** What is wrong with what is typed, once somebody leaves the field; null when nothing is. */
    onPhrase: (phrase: string | null) => void
    champ?: RefObject<HTMLInputElement>
  }

/** A day as a field shows it: an ISO day is written `05/07/2025`, what somebody typed is left as it is. */
export const montrer = (jour: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(jour) ? formatJour(jour) : jour)

const dire = (jour: Jour, { min, max }: Bornes): string | null =>
  (min && jour < min && `Choisissez un jour à partir du ${formatJour(min)}.`) ||
  (max && jour > max && `Choisissez un jour jusqu’au ${formatJour(max)}.`) ||
  null

/** What was typed as the field writes it, or what is wrong with it. */
function lire(
  saisie: string,
  { heure, ...bornes }: Bornes & { heure: boolean },
): { ecrit: string } | { phrase: string } {
  if (heure) {
    const lu = instantSaisi(saisie)
    return lu.ok ? { ecrit: pourSaisie(lu.value) } : { phrase: LIBELLE_REFUS_INSTANT[lu.reason] }
  }
  const lu = jourSaisi(saisie)
  const phrase = lu.ok ? dire(lu.value, bornes) : LIBELLE_REFUS_JOUR[lu.reason]
  return phrase === null && lu.ok ? { ecrit: formatJour(lu.value) } : { phrase: phrase ?? '' }
}

/**
 * A day, typed or pasted as people write it and shown `JJ/MM/AAAA` in every browser (decision 0030); the calendar comes when it is opened. The
 * form is not sent with a day that is none: the browser says the same sentence as the server.
 */
export function SaisieDate({ libelle, heure = false, min, max, onPhrase, champ, ...html }: Props) {
  const mien = useRef<HTMLInputElement>(null)
  const input = champ ?? mien
  const [ouvert, setOuvert] = useState(false)
  const juger = (saisie: string) => (saisie.trim() === '' ? null : lire(saisie, { heure, min, max }))
  const refuser = (phrase: string) => input.current?.setCustomValidity(phrase)
  const quitter = () => {
    const lu = juger(input.current?.value ?? '')
    if (lu && 'ecrit' in lu && input.current) ecrire(input.current, lu.ecrit)
    onPhrase(lu && 'phrase' in lu ? lu.phrase : null)
  }
  const jourEcrit = (): Jour | null => {
    const lu = jourSaisi((input.current?.value ?? '').split(' ')[0] ?? '')
    return lu.ok ? lu.value : null
  }
  const choisir = (jour: Jour) => {
    const [, suite = '08:30'] = (input.current?.value ?? '').split(' ')
    const instant = heure ? instantDeParis(`${jour}T${suite}`) : null
    if (input.current)
      ecrire(input.current, heure ? (instant ? pourSaisie(instant) : `${formatJour(jour)} 08:30`) : formatJour(jour))
    onPhrase(null)
    setOuvert(false)
  }
  return (
    <>
      <input
        inputMode="numeric"
        autoComplete="off"
        placeholder={heure ? 'JJ/MM/AAAA HH:MM' : 'JJ/MM/AAAA'}
        {...html}
        type="text"
        ref={input}
        onChange={(event) => {
          const lu = juger(event.target.value)
          refuser(lu && 'phrase' in lu ? lu.phrase : '')
          html.onChange?.(event)
        }}
        onBlur={quitter}
      />
      {!html.disabled && !html.readOnly && (
        <button
          type="button"
          className={css.bouton}
          aria-haspopup="dialog"
          aria-label={`Choisir dans un calendrier\u00a0: ${libelle}`}
          onClick={() => setOuvert(true)}
        >
          <Icone nom="event" />
        </button>
      )}
      {ouvert && (
        <Suspense>
          <Calendrier {...{ libelle, min, max }} jour={jourEcrit()} onJour={choisir} fermer={() => setOuvert(false)} />
        </Suspense>
      )}
    </>
  )
}

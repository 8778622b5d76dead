import type { Divergence } from '#domain/demande-en-ligne/reunion'
import { formatHeure, formatInstant } from '#libelles/temps'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { sortDe } from '#ui/kit/formulaire/envoi'
import type { Echec } from '#ui/kit/reprise/reprise'

type Enregistrement = {
  occupe: boolean
  /** What is told of a sending that did not go. */
  echec: Echec | null
  /** What the last sending answered. */
  data: unknown
  le: Date | undefined
  /** When somebody last changed the demande, as the page says it. */
  changeLe: Date | null
}

/**
 * Whether what is on the page is kept, and since when: the hour is that of the server. What is tried again by itself says the same until it is
 * answered, so that nobody who writes is told twice. The button is the form's own: to sign in again is asked, never imposed.
 */
export function EnregistrementDit(enregistrement: Enregistrement) {
  return (
    <p role="status">
      {etatDe(enregistrement)}
      {enregistrement.echec?.seReconnecter && (
        <button type="submit" className={css.lien}>
          Se reconnecter
        </button>
      )}
    </p>
  )
}

function etatDe({ occupe, echec, data, le, changeLe }: Enregistrement): string {
  if (echec) return echec.phrase
  if (occupe) return 'Enregistrement…'
  if (data !== undefined && sortDe(data) === 'REFUSE') return 'Pas enregistré.'
  if (le) return `Enregistré à ${formatHeure(le)}.`
  return changeLe ? `Dernier enregistrement\u00a0: ${formatInstant(changeLe)}.` : ''
}

type Choix<C extends string> = {
  divergence: Divergence<C>
  /** How the page names the field. */
  question: string
  choisir: (divergence: Divergence<C>, laquelle: 'MIENNE' | 'LEUR') => void
}

/** Which of two answers, where two people gave one each: both are kept until it is said. */
export const ChoixDeReponse = <C extends string>({ divergence, question, choisir }: Choix<C>) => (
  <p className={css.divergence}>
    <button type="button" className={css.lien} onClick={() => choisir(divergence, 'MIENNE')}>
      Garder la mienne ({question})
    </button>
    <button type="button" className={css.lien} onClick={() => choisir(divergence, 'LEUR')}>
      Reprendre la sienne ({question})
    </button>
  </p>
)

import type { Divergence } from '#domain/demande-en-ligne/reunion'
import { compter } from '#domain/nombre'
import { formatHeure, formatInstant } from '#libelles/temps'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { sortDe } from '#ui/kit/formulaire/envoi'
import { manqueDe } from '#ui/kit/reprise/de-soi-meme'
import type { Manque } from '#ui/kit/reprise/reprise'

type Enregistrement = {
  occupe: boolean
  /** How long what did not go rests before it is tried again, in seconds; null where nothing failed. */
  pause: number | null
  /** What the last sending answered. */
  data: unknown
  le: Date | undefined
  /** When what the page was made with was kept; null where nothing was. */
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
      {manqueDe(enregistrement.data) === 'SESSION' && (
        <button type="submit" className={css.lien}>
          Se reconnecter
        </button>
      )}
    </p>
  )
}

const CAUSE: Record<Manque, string> = {
  SESSION: 'votre session a pris fin',
  RESEAU: 'la connexion est coupée',
  SERVEUR: 'le serveur n’a pas répondu comme prévu',
}

function phraseDuManque(manque: Manque, pause: number | null): string {
  const garde = `Pas enregistré\u00a0: ${CAUSE[manque]}. Ce que vous écrivez est gardé sur cet appareil`
  if (manque === 'SESSION') return `${garde}. `
  return pause === null ? `${garde}.` : `${garde}\u00a0; nouvel essai dans ${compter(pause, 'seconde')}.`
}

function etatDe({ occupe, pause, data, le, changeLe }: Enregistrement): string {
  const manque = manqueDe(data)
  if (manque !== null) return phraseDuManque(manque, pause)
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

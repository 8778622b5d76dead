import type { Divergence } from '#domain/demande-en-ligne/reunion'
import { formatHeure, formatInstant } from '#libelles/temps'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { sortDe } from '#ui/kit/formulaire/envoi'

type Enregistrement = {
  occupe: boolean
  /** What the last sending answered. */
  data: unknown
  le: Date | undefined
  /** When what the page was made with was kept; null where nothing was. */
  changeLe: Date | null
}

/** Whether what is on the page is kept, and since when: the hour is that of the server. */
export function EnregistrementDit({ occupe, data, le, changeLe }: Enregistrement) {
  return <p role="status">{etatDe({ occupe, data, le, changeLe })}</p>
}

function etatDe({ occupe, data, le, changeLe }: Enregistrement): string {
  if (occupe) return 'Enregistrement…'
  const sort = sortDe(data)
  if (data !== undefined && sort === 'RESTE')
    return 'Pas enregistré\u00a0: la connexion manque. Vos réponses restent sur cet appareil\u00a0; appuyez sur Enregistrer quand elle revient.'
  if (data !== undefined && sort === 'REFUSE') return 'Pas enregistré.'
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

import { Link } from '@remix-run/react'
import { LIBELLE_FORMULAIRE } from '#libelles/formulaire'
import { formatInstant, momentDe } from '#libelles/temps'
import formulaire from '#ui/kit/formulaire/formulaire.module.css'
import { effacer, type orphelines, type Saisie } from '#ui/kit/formulaire/saisies'
import type { Conflit } from '#ui/kit/reprise/conflit'
import { useDernierActe } from '#ui/kit/reprise/dernier-acte'
import css from '#ui/kit/reprise/mots-gardes.module.css'

/** Each of the words kept, with the way to its form; `ici` is the address of this page, `moi` the name of its officer. */
export function MotsGardesOuverts({
  miennes,
  moi,
  ici,
}: {
  miennes: ReturnType<typeof orphelines>
  moi: string
  ici: string
}) {
  const dernier = useDernierActe()
  return (
    <section className={css.gardes} aria-labelledby="mots-gardes">
      <h2 id="mots-gardes">Écrit et pas encore envoyé</h2>
      <ul>
        {miennes.map(([cle, saisie]) => (
          <li key={cle}>
            <Gardee {...{ cle, saisie, dernier, moi, ici }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Words may outlive the form they were typed in: they are given back all the same. */
const titreDe = (nom: string): string => {
  const titres: Partial<Record<string, string>> = LIBELLE_FORMULAIRE
  return titres[nom] ?? 'Un formulaire d’une version précédente'
}

const textes = (valeur: unknown): string[] => {
  if (typeof valeur === 'string') return valeur.trim() === '' || valeur === 'oui' ? [] : [valeur]
  return typeof valeur === 'object' && valeur !== null ? Object.values(valeur).flatMap(textes) : []
}

type Props = { cle: string; saisie: Saisie; dernier: Conflit | null; moi: string; ici: string }

function Gardee({ cle, saisie: { nom, debut, le, page, champs, reste }, dernier, moi, ici }: Props) {
  const numero = /\d{4}-\d{5}/.exec(page)?.[0]
  const depuis =
    dernier && dernier.acteur !== moi && new Date(dernier.le).getTime() > debut
      ? ` Depuis, ${dernier.acteur}\u00a0: ${dernier.dit}, le ${formatInstant(new Date(dernier.le))}.`
      : ''
  return (
    <>
      <details>
        <summary>{`${titreDe(nom)}${numero ? ` (${numero})` : ''}, ${momentDe(new Date(le), new Date())}.${depuis}`}</summary>
        <div className={css.mots}>{textes(reste ?? champs).join('\n')}</div>
      </details>
      <span className={css.boutons}>
        {page !== ici && <Link to={page}>Reprendre</Link>}
        <button type="button" className={formulaire.lien} onClick={() => effacer(cle)}>
          Effacer
        </button>
      </span>
    </>
  )
}

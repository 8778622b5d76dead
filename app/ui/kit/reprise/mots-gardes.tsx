import { Link, useLocation } from '@remix-run/react'
import { useContext, useSyncExternalStore } from 'react'
import { LIBELLE_FORMULAIRE } from '#libelles/formulaire'
import { formatInstant, momentDe } from '#libelles/temps'
import type { Conflit } from '#ui/kit/reprise/conflit'
import { lieuDe } from '#ui/kit/reprise/depart'
import { useDernierActe } from '#ui/kit/reprise/dernier-acte'
import formulaire from '#ui/kit/formulaire/formulaire.module.css'
import css from '#ui/kit/reprise/mots-gardes.module.css'
import { Poste } from '#ui/kit/formulaire/poste'
import { ecouter, effacer, orphelines, type Saisie } from '#ui/kit/formulaire/saisies'

const AUCUNE: ReturnType<typeof orphelines> = []

/** Words kept whose form is not on the page: closed, on another page of the same thing, or gone since somebody acted. */
export function MotsGardes() {
  const moi = useContext(Poste)
  const { pathname, search } = useLocation()
  const toutes = useSyncExternalStore(ecouter, orphelines, () => AUCUNE)
  const dernier = useDernierActe()
  const miennes = toutes.filter(
    ([, { agent, page }]) =>
      agent === moi?.id && (pathname === '/' || lieuDe(page.split('?', 1).join()) === lieuDe(pathname)),
  )
  return (
    <div role="status">
      {moi && miennes.length > 0 && (
        <section className={css.gardes} aria-labelledby="mots-gardes">
          <h2 id="mots-gardes">Écrit et pas encore envoyé</h2>
          <ul>
            {miennes.map(([cle, saisie]) => (
              <li key={cle}>
                <Gardee {...{ cle, saisie, dernier }} moi={`${moi.prenom} ${moi.nom}`} ici={pathname + search} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
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
        <summary>{`${LIBELLE_FORMULAIRE[nom]}${numero ? ` (${numero})` : ''}, ${momentDe(new Date(le), new Date())}.${depuis}`}</summary>
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

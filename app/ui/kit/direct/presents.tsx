import css from '#ui/kit/direct/direct.module.css'
import { useDirect } from '#ui/kit/direct/etat'

/** Who else has this page before their eyes, and whether they are writing in it. */
export function Presents() {
  const presents = useDirect('presents')
  return (
    <div role="status">
      {presents.length > 0 && (
        <ul aria-label="Aussi sur cette page" className={css.presents}>
          {presents.map(({ id, prenom, nom, ecrit }) => (
            <li key={id} className={ecrit ? css.ecrit : undefined}>
              <span aria-hidden="true" className={css.initiales}>
                {prenom.slice(0, 1) + nom.slice(0, 1)}
              </span>
              <span>
                {prenom} {nom} {ecrit ? <strong>modifie</strong> : 'lit'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

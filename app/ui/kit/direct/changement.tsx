import { formatInstant } from '#libelles/temps'
import { Bandeau } from '#ui/kit/bandeau'
import css from '#ui/kit/direct/direct.module.css'
import { poser, useDirect } from '#ui/kit/direct/etat'

const oublier = () => poser({ autres: [], perime: false })

/**
 * What others did to what the page shows. Where words are typed, the page has not moved under them: the officer looks at what changed, then takes
 * the new state (`prendre` reads the page again), and their words stay.
 */
export function Changement({ prendre }: { prendre: () => void }) {
  const [autres, perime] = [useDirect('autres'), useDirect('perime')]
  const [dernier] = autres.slice(-1)
  if (!dernier) return null
  const dit = `${dernier.par}\u00a0: ${dernier.dit} (${formatInstant(new Date(dernier.le))}).`
  return (
    <div className={css.changement}>
      <Bandeau severity={perime ? 'warning' : 'info'} cerne role="status" {...(!perime && { onClose: oublier })}>
        {perime ? (
          <>
            <strong>Modifié pendant que vous écriviez.</strong> {dit} Ce que vous avez écrit est gardé.
          </>
        ) : (
          `${dit} La page est à jour.`
        )}
        {(perime || autres.length > 1) && (
          <details>
            <summary>Voir ce qui a changé</summary>
            <ul>
              {autres.map(({ entree, par, dit: quoi, details, le }) => (
                <li key={entree}>
                  {[`${par}\u00a0: ${quoi}`, ...details].join(' · ')} ({formatInstant(new Date(le))})
                </li>
              ))}
            </ul>
          </details>
        )}
        {perime && (
          <button
            type="button"
            className={css.prendre}
            onClick={() => {
              oublier()
              prendre()
            }}
          >
            Prendre le nouvel état
          </button>
        )}
      </Bandeau>
    </div>
  )
}

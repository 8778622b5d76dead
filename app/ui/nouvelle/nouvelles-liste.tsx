import { Link } from '@remix-run/react'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/nouvelle/nouvelles.module.css'

export type Nouvelle = {
  entree: string
  vue: boolean
  pour: string | null
  le: Date
  vers: string
  quoi: string
  dit: string
}

const ACTION = '/nouvelles?index'

/** What others did, the newest first; what was not looked at stands out until it is opened, or until its officer says that all is seen. */
export function NouvellesListe({
  nouvelles,
  vide,
  suivre,
}: {
  nouvelles: readonly Nouvelle[]
  vide: string
  suivre?: () => void
}) {
  const tout = useEnvoi({ nom: 'nouvellesVues', objet: 'tout' })
  const une = useEnvoi({ nom: 'nouvellesVues', objet: 'une' })
  const [derniere] = nouvelles
  if (!derniere) return <p>{vide}</p>
  return (
    <>
      {nouvelles.some(({ vue }) => !vue) && (
        <Formulaire envoi={tout} action={ACTION} className={css.tout}>
          <input type="hidden" name="intent" value="tout" />
          <input type="hidden" name="jusqua" value={derniere.entree} />
          <button type="submit" disabled={tout.state !== 'idle'}>
            Tout marquer comme lu
          </button>
        </Formulaire>
      )}
      <ol aria-label="Ce qui est arrivé" className={css.nouvelles}>
        {nouvelles.map(({ entree, vue, pour, le, vers, quoi, dit }) => (
          <li key={entree} className={vue ? undefined : css.neuve}>
            <Link
              to={vers}
              onClick={() => {
                if (!vue) une.submit({ intent: 'une', entree }, { action: ACTION })
                suivre?.()
              }}
            >
              {quoi}
            </Link>
            <span>{dit}</span>
            <span className={css.quand}>
              {[formatInstant(le), pour && `pour ${pour}`, !vue && 'non lue'].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

import { useEffect, useRef } from 'react'
import { compter } from '#domain/nombre'
import css from '#ui/extranet/extranet.module.css'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { DE_SOI_MEME } from '#ui/kit/reprise/reprise'

/** What had been answered, where the page comes back without a script. */
export function avantDe(reponse: Reponse | undefined, champ: string): string {
  const valeur = reponse?.soumission.initialValue?.[champ]
  return typeof valeur === 'string' ? valeur : ''
}

type Props = { reponse: Reponse | undefined; questions: readonly (readonly [champ: string, nom: string])[] }

/** What is to be mended, each with the way to it; read first. */
export function RefusResume({ reponse, questions }: Props) {
  const alerte = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Nobody asked for it: a hand is writing, and is told without being interrupted.
    const deSoiMeme = avantDe(reponse, DE_SOI_MEME) !== ''
    if (reponse?.soumission.status === 'error' && !deSoiMeme) alerte.current?.focus()
  }, [reponse])
  const entier = erreurDe(reponse, '')
  const refusees = questions.filter(([champ]) => erreurDe(reponse, champ) !== undefined)
  if (entier === undefined && refusees.length === 0) return null
  return (
    <div role="alert" className={css.refus} ref={alerte} tabIndex={-1}>
      {entier !== undefined && <p>{entier}</p>}
      {refusees.length > 0 && (
        <>
          <h2>{compter(refusees.length, 'réponse')} à revoir</h2>
          <ul>
            {refusees.map(([champ, nom]) => (
              <li key={champ}>
                <a href={`#${champ}`}>{nom}</a>
                {'\u00a0'}: {erreurDe(reponse, champ)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

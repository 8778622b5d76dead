import { Bandeau } from '#ui/kit/bandeau'
import type { SubmissionResult } from '@conform-to/react'
import { type RefObject, useEffect, useRef } from 'react'

/** What an action answers to a form that stays on its page: refused and why, by field, or accepted and what it adds. */
export type Reponse<T extends object = object> = { soumission: SubmissionResult } & Partial<T>

type MaybeReponse = Reponse | null | undefined

export const estRefusee = (reponse: MaybeReponse): boolean => reponse?.soumission.status === 'error'

/** The sentence that stands at this field. */
export const erreurDe = (reponse: MaybeReponse, champ: string): string | undefined =>
  estRefusee(reponse) ? reponse?.soumission.error?.[champ]?.[0] : undefined

/** The form whose first refused field takes the focus, so that it is mended first. */
export function useFoyerDuRefus(reponse: MaybeReponse): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const refuses = [...(form.current?.elements ?? [])].filter(
      (un) => un instanceof HTMLElement && erreurDe(reponse, un.getAttribute('name') ?? '') !== undefined,
    )
    if (refuses[0] instanceof HTMLElement) refuses[0].focus()
  }, [reponse])
  return form
}

type Props = {
  id?: string | undefined
  reponse: MaybeReponse
  /** Fields that show their own sentence. */
  champs?: readonly string[]
  /** Said while the officer writes: read aloud, and the focus stays in the words. */
  enEcrivant?: boolean
  onClose?: () => void
}

/** Why the act was refused, on top of its form; the focus goes there so that it is read first. */
export function FormErreur({ id, reponse, champs = [], enEcrivant = false, onClose }: Props) {
  const alerte = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!enEcrivant && estRefusee(reponse)) alerte.current?.focus()
  }, [reponse, enEcrivant])
  if (!estRefusee(reponse)) return null
  const phrases = Object.entries(reponse?.soumission.error ?? {}).flatMap(([champ, dites]) =>
    champs.includes(champ) ? [] : (dites ?? []),
  )
  if (phrases.length === 0) return null
  return (
    <Bandeau
      severity={enEcrivant ? 'warning' : 'error'}
      id={id}
      ref={alerte}
      tabIndex={-1}
      marges="my1"
      {...(onClose && { onClose })}
    >
      {phrases.map((phrase) => (
        <div key={phrase}>{phrase}</div>
      ))}
    </Bandeau>
  )
}

import { type FormHTMLAttributes, type FormEvent, forwardRef, useEffect, useImperativeHandle, useRef } from 'react'
import { momentDe } from '#libelles/temps'
import type { Envoi } from '#ui/kit/formulaire/envoi'
import css from '#ui/kit/formulaire/formulaire.module.css'
import { type Reste, useGardeSaisie } from '#ui/kit/formulaire/garde-saisie'

type Props = Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'encType' | 'onInput'> & {
  envoi: Pick<
    Envoi,
    'identite' | 'cleSaisie' | 'data' | 'state' | 'Form' | 'partir' | 'estEnVoie' | 'attendreLaLecture'
  >
  /** What it holds beside its fields. */
  reste?: Reste
  encType?: 'multipart/form-data'
}

/** The form of every act. What is typed in it is kept on the device, found again, and cleared once the act is done. */
export const Formulaire = forwardRef<HTMLFormElement | null, Props>(function Formulaire(
  { envoi, reste, children, onChange, onSubmit, ...rest },
  ref,
) {
  const form = useRef<HTMLFormElement>(null)
  const cle = useRef<HTMLInputElement>(null)
  useImperativeHandle<HTMLFormElement | null, HTMLFormElement | null>(ref, () => form.current, [])
  const { noter, partir, retrouveeLe, oublier } = useGardeSaisie(form, envoi, reste)
  // Where the answer came before the sending was drawn, React saw nothing of it and takes no mark away.
  useEffect(() => {
    if (envoi.state === 'idle' && !envoi.estEnVoie()) delete form.current?.dataset['enVoie']
  })
  /** The button that was pressed last while the page was being read again: it goes after. */
  const retenu = useRef<{ bouton: HTMLElement | null } | null>(null)
  const relacher = () => {
    const bouton = retenu.current?.bouton
    retenu.current = null
    form.current?.requestSubmit(bouton)
  }
  const envoyer = (event: FormEvent<HTMLFormElement>) => {
    if (retenu.current || envoi.attendreLaLecture(relacher)) {
      event.preventDefault()
      retenu.current = { bouton: (event.nativeEvent as SubmitEvent).submitter }
      return
    }
    onSubmit?.(event)
    if (event.defaultPrevented || !cle.current) return
    const { submitter } = event.nativeEvent as SubmitEvent
    partir()
    cle.current.value = envoi.partir(new FormData(event.currentTarget, submitter))
    // At once: the page is drawn again later than the hand presses the next key.
    event.currentTarget.dataset['enVoie'] = ''
  }
  return (
    <envoi.Form
      method="post"
      data-formulaire={envoi.identite.nom}
      data-en-voie={envoi.state === 'idle' ? undefined : ''}
      // Where it is sent is looked up with the page: without a network, it could not be found.
      data-discover="true"
      {...rest}
      ref={form}
      onChange={(event) => {
        onChange?.(event)
        noter()
      }}
      onSubmit={envoyer}
    >
      <input type="hidden" name="cleEnvoi" ref={cle} />
      {retrouveeLe !== null && (
        <p className={css.retrouvee} role="status">
          {`Retrouvé, ${momentDe(new Date(retrouveeLe), new Date())} · `}
          <button type="button" className={css.lien} onClick={oublier}>
            Effacer
          </button>
        </p>
      )}
      {children}
    </envoi.Form>
  )
})

/** Sends a form whose hidden fields bear what was chosen outside of it, in a menu. */
export function envoyerAvec(form: HTMLFormElement | null, champs: Record<string, string>) {
  for (const [nom, valeur] of Object.entries(champs)) {
    const champ = form?.elements.namedItem(nom)
    if (champ instanceof HTMLInputElement) champ.value = valeur
  }
  form?.requestSubmit()
}

import { useFetcher, useRevalidator } from '@remix-run/react'
import { useCallback, useContext, useEffect, useId, useRef } from 'react'
import { type Conflit, signalerConflit } from '#ui/kit/reprise/conflit'
import { Poste } from '#ui/kit/formulaire/poste'
import { DE_SOI_MEME, estEnCours, finir, manquer, nouvelleCle, suivre, VUS } from '#ui/kit/reprise/reprise'
import { cleDe, effacer, type Identite } from '#ui/kit/formulaire/saisies'

type Fetcher<R> = ReturnType<typeof useFetcher<R>>

type Champs = Record<string, string | number>

type Champ = readonly [nom: string, valeur: FormDataEntryValue | number]

/** What the page says by itself in what it sends. */
const DE_LA_PAGE = [...VUS, 'vu', 'base', 'repris', 'cleEnvoi', DE_SOI_MEME]

/** What somebody says by what is sent, whatever the page shows meanwhile. */
export const motsDe = (champs: Iterable<Champ>) =>
  JSON.stringify(
    [...champs].flatMap(([nom, valeur]) => {
      if (DE_LA_PAGE.includes(nom)) return []
      return [[nom, valeur instanceof File ? [valeur.name, valeur.size, valeur.lastModified] : valeur]]
    }),
  )

/** One form or button and what it sends: who it is, the answer, and whether one is awaited. */
export type Envoi<R = unknown> = Pick<Fetcher<R>, 'data' | 'state' | 'formData' | 'Form'> & {
  identite: Identite
  /** Where what is typed is kept; null where nobody is signed in. */
  cleSaisie: string | null
  /**
   * The key of the submission that leaves: the same one until the server has answered, so that an act tried again is done once. Other words than those that
   * were not answered are another act: under the same key, they would be taken for done.
   */
  partir: (champs: Iterable<Champ>) => string
  /** True while what was sent is not answered, or while the page reads what it changed: asked of the router, whatever is drawn. */
  estEnVoie: () => boolean
  /** True once the server has answered what was sent last, were it by the page it leads to. */
  estRepondu: () => boolean
  /**
   * True while the page reads what the last submission changed; `faire` is then called once it has. The router cuts that reading for the next submission, and
   * where that one leads to another page, no page comes any more ("Expected fetcher", @remix-run/router 1.23).
   */
  attendreLaLecture: (faire: () => void) => boolean
  /** Sends without a form. */
  submit: (champs: Champs, vers?: { action?: string }) => void
}

/** What became of a submission: done, refused, only looked at, or not gone. */
export type Sort = 'FAIT' | 'REFUSE' | 'VU' | 'RESTE'

export function sortDe(reponse: unknown): Sort {
  if (typeof reponse !== 'object' || reponse === null) return 'FAIT'
  if ('renonce' in reponse) return 'RESTE'
  if ('apercu' in reponse) return 'VU'
  const soumission = 'soumission' in reponse ? reponse.soumission : null
  const refusee =
    typeof soumission === 'object' && soumission !== null && 'status' in soumission && soumission.status === 'error'
  return refusee ? 'REFUSE' : 'FAIT'
}

type Enregistree = { divergences: readonly { champ: string }[] }

/** What was kept of a form that stays on its page, and in which of its fields two people wrote: nobody else keeps what is typed there. */
export const enregistreeDe = (reponse: unknown): Enregistree | undefined =>
  (reponse as { enregistree?: Enregistree } | null | undefined)?.enregistree

const conflitDe = (reponse: unknown): Conflit | null | undefined =>
  typeof reponse === 'object' && reponse !== null && 'conflit' in reponse
    ? (reponse.conflit as Conflit | null)
    : undefined

/** What the router says of a fetcher at this very instant: it is drawn later. */
const etatDe = (key: string) => window.__remixRouter.state.fetchers.get(key)?.state ?? 'idle'

/**
 * The one way to send something to the server. What is typed is kept until it is done; done twice it is done once; a
 * conflict is said, and the page shows the new state beside the words.
 */
export function useEnvoi<R = unknown>(identite: Identite): Envoi<R> {
  const agent = useContext(Poste)
  const key = useId()
  const { data, state, formData, Form, submit: soumettre } = useFetcher<R>({ key })
  const { revalidate } = useRevalidator()
  const cleSaisie = agent ? cleDe(agent.id, identite) : null
  const cleEnvoi = useRef<string | null>(null)
  const motsPartis = useRef('')
  const partir = useCallback(
    (champs: Iterable<Champ>) => {
      const mots = motsDe(champs)
      if (cleEnvoi.current !== null && mots !== motsPartis.current) finir(cleEnvoi.current)
      if (cleEnvoi.current === null || !estEnCours(cleEnvoi.current)) cleEnvoi.current = nouvelleCle()
      motsPartis.current = mots
      suivre(cleEnvoi.current, cleSaisie)
      return cleEnvoi.current
    },
    [cleSaisie],
  )
  const estRepondu = useCallback(() => cleEnvoi.current !== null && !estEnCours(cleEnvoi.current), [])
  const estEnVoie = useCallback(() => etatDe(key) !== 'idle', [key])
  const attendreLaLecture = useCallback(
    (faire: () => void) => {
      const router = window.__remixRouter
      const lit = () => etatDe(key) === 'loading'
      if (!lit()) return false
      const finir = router.subscribe(() => {
        if (lit()) return
        finir()
        setTimeout(faire)
      })
      return true
    },
    [key],
  )
  const lue = useRef<unknown>(undefined)
  useEffect(() => {
    if (data === undefined || lue.current === data) return
    lue.current = data
    const sort = sortDe(data)
    if (sort === 'REFUSE' || sort === 'RESTE') manquer()
    if (sort !== 'RESTE' && cleEnvoi.current) finir(cleEnvoi.current)
    if (sort === 'FAIT' && cleSaisie && !enregistreeDe(data)) effacer(cleSaisie)
    const conflit = conflitDe(data)
    if (conflit === undefined) return
    signalerConflit(conflit)
    revalidate()
  }, [data, cleSaisie, revalidate])
  const submit = useCallback(
    (champs: Champs, vers: { action?: string } = {}) => {
      const envoyer = () =>
        soumettre({ ...champs, cleEnvoi: partir(Object.entries(champs)) }, { method: 'post', ...vers })
      if (!attendreLaLecture(envoyer)) envoyer()
    },
    [soumettre, partir, attendreLaLecture],
  )
  return { data, state, formData, Form, identite, cleSaisie, partir, estEnVoie, estRepondu, attendreLaLecture, submit }
}

/** Reads an address of the server beside the page: nothing is typed, nothing is kept. */
export function useLecture<R>(): Pick<Fetcher<R>, 'data' | 'state' | 'load'> {
  const { data, state, load } = useFetcher<R>()
  return { data, state, load }
}

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useALaReponse } from '#ui/kit/acte/a-la-reponse'
import { type Mot, useDire } from '#ui/kit/acte/dire'
import { sortDe, useEnvoi } from '#ui/kit/formulaire/envoi'
import { estRefusee, type Reponse } from '#ui/kit/formulaire/form-erreur'

/** What an act made of the object it was aimed at: said by the action that did it. */
type Faite = Reponse<{ version: number }>

/** One act asked by a key, a letter or a button: aimed at an object and at the version of it that was on the screen. */
export type ActePose<R extends Faite = Faite> = {
  /** Which object, all pages together. */
  objet: string
  /** The name of the field that says its version, and the version that was on the screen. */
  version?: { champ: string; vue: number }
  action: string
  champs: Record<string, string>
  /** What is said of the answer, even when the officer has gone on; an act that leads to another page is answered by that page. */
  dire: (reponse: R) => Mot
}

/** An act with its number, and whether its answer has come: then only the page has still to hear of it. */
type EnCours = ActePose & { n: number; repondu: boolean }

type Poses = {
  /** Asks an act, whatever page is shown meanwhile; false, and said, while a form that acts on the same thing is on its way. */
  poser: (acte: ActePose) => boolean
  /** A form made this version of what was at that one: the acts asked before the page shows it are aimed at it. */
  apprendre: (objet: string, avant: number, apres: number) => void
  /** Those the page has not heard of yet, in the order they were asked. */
  enCours: readonly ActePose[]
}

const Contexte = createContext<Poses>({ poser: () => false, apprendre: () => undefined, enCours: [] })

/** The queue of acts, whatever page is shown. */
export const useFileDActes = () => useContext(Contexte)

const OCCUPE: Mot = {
  texte:
    'Votre acte précédent sur ce qui est à l’écran n’a pas encore sa réponse\u00a0: rien d’autre n’a été fait. Recommencez dans un instant.',
  genre: 'info',
}

/** A form of the page that says the same version is on its way, or waits for its turn: what it makes of it is not known yet. */
const formulaireEnVoie = ({ version }: ActePose): boolean =>
  version !== undefined &&
  [...document.querySelectorAll<HTMLFormElement>('form[data-en-voie], form[data-attend]')].some(
    (form) => form.elements.namedItem(version.champ) !== null,
  )

const PERDU: Mot = { texte: 'Le dernier acte n’a pas été enregistré\u00a0: recommencez.', genre: 'warning' }

/** What the acts already answered made of each version: by object and version, the next one. */
type Suites = Map<string, number>

const cleDe = (objet: string, version: number) => `${objet}@${version}`

/** The version an act is aimed at: the one that was on the screen, or what this officer's own acts have made of it since. */
function versionVisee({ objet, version }: ActePose, suites: Suites): number {
  let vue = version?.vue ?? 0
  for (let suite = suites.get(cleDe(objet, vue)); suite !== undefined; suite = suites.get(cleDe(objet, vue)))
    vue = suite
  return vue
}

/**
 * Sends each act as soon as it is asked, and those on one object one after the other, so that a hand that goes fast loses none. A second act
 * on an object whose first is still on its way is aimed at what the first one made of it, and at nothing else: what a colleague made of it
 * meanwhile is a conflict. What a form of the page is about to change is not acted upon until it is answered. It stands above the pages, which
 * come and go.
 */
export function FileDActes({ children }: { children: ReactNode }) {
  const dire = useDire()
  const [enCours, setEnCours] = useState<readonly EnCours[]>([])
  const suivant = useRef(0)
  const suites = useRef<Suites>(new Map())

  const poser = useCallback(
    (acte: ActePose) => {
      if (formulaireEnVoie(acte)) {
        dire(OCCUPE)
        return false
      }
      const n = (suivant.current += 1)
      setEnCours((avant) => [...avant, { ...acte, n, repondu: false }])
      return true
    },
    [dire],
  )
  const apprendre = useCallback((objet: string, avant: number, apres: number) => {
    if (apres > avant) suites.current.set(cleDe(objet, avant), apres)
  }, [])
  const repondre = (acte: EnCours, reponse: Faite) => {
    const { version } = reponse
    if (acte.version && version !== undefined && !estRefusee(reponse))
      apprendre(acte.objet, versionVisee(acte, suites.current), version)
    setEnCours((avant) => avant.map((un) => (un.n === acte.n ? { ...un, repondu: true } : un)))
    // A conflict is said over the page, for every act alike.
    if (!('conflit' in reponse) && sortDe(reponse) !== 'RESTE') dire(acte.dire(reponse))
  }
  const finir = (acte: EnCours, perdu: boolean) => {
    if (perdu) dire(PERDU)
    setEnCours((avant) => avant.filter((un) => un.n !== acte.n))
  }

  const retient = enCours.some(({ repondu }) => !repondu)
  useEffect(() => {
    if (!retient) return
    const demander = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', demander)
    return () => window.removeEventListener('beforeunload', demander)
  }, [retient])

  const valeur = useMemo(() => ({ poser, apprendre, enCours }), [poser, apprendre, enCours])
  const enVoie = enCours.filter(
    (acte) => !enCours.some(({ n, objet, repondu }) => n < acte.n && objet === acte.objet && !repondu),
  )
  return (
    <Contexte.Provider value={valeur}>
      {children}
      {enVoie.map((acte) => (
        <Envoi
          key={acte.n}
          champs={() => ({
            ...acte.champs,
            ...(acte.version && { [acte.version.champ]: String(versionVisee(acte, suites.current)) }),
          })}
          action={acte.action}
          unique={`${acte.objet}/${acte.n}`}
          onReponse={(reponse) => repondre(acte, reponse)}
          onFin={(perdu) => finir(acte, perdu)}
        />
      ))}
    </Contexte.Provider>
  )
}

type EnvoiProps = {
  action: string
  /** What tells this act from every other. */
  unique: string
  champs: () => Record<string, string>
  onReponse: (reponse: Faite) => void
  /** The page has heard; `perdu`: no answer came. */
  onFin: (perdu: boolean) => void
}

/** One act on its way: it is sent when this is drawn, and answered once. */
function Envoi({ action, unique, champs, onReponse, onFin }: EnvoiProps) {
  const { state, data, submit, estRepondu } = useEnvoi<Faite>({ nom: 'acte', objet: unique })
  const etape = useRef<'posé' | 'parti' | 'en voie' | 'fini'>('posé')
  useEffect(() => {
    if (etape.current === 'posé') {
      etape.current = 'parti'
      submit(champs(), { action })
    } else if (state !== 'idle') etape.current = 'en voie'
    else if (etape.current === 'en voie') {
      etape.current = 'fini'
      onFin(data === undefined && !estRepondu())
    }
  })
  useALaReponse(data ?? undefined, onReponse)
  return null
}

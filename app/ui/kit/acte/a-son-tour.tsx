import { useFetchers, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useDire } from '#ui/kit/acte/dire'

/** The fields by which a form says the version of what it acts on. */
const VERSIONS = ['version', 'versionPiece']

/** Two presses so close are one, in ms. */
const DOUBLE = 300

type Retenu = {
  form: HTMLFormElement
  bouton: HTMLElement | null
  version: number
  /** Acts of this officer that were answered when it was asked. */
  faits: number
}

/** The version that a form posts, as the page shows it now; null for a form that acts on nothing that moves. */
function versionDe(form: HTMLFormElement): number | null {
  const champs = new FormData(form)
  const lue = VERSIONS.map((nom) => champs.get(nom)).find((valeur) => typeof valeur === 'string' && valeur !== '')
  return typeof lue === 'string' && Number.isInteger(Number(lue)) ? Number(lue) : null
}

/**
 * Two acts of one page share one version: a form sent while another act is on its way waits for it, then goes with the version the page
 * shows at last. What it acts on must then have been moved by this officer's own acts and by nothing else: otherwise it is not sent, and that
 * is said. A button pressed twice goes once; another of the same form, or one that says something else meanwhile, is another act. It stands once above the pages.
 */
export function ASonTour() {
  const dire = useDire()
  const postes = useEnVoie()
  const enVoie = useRef(0)
  const partis = useRef(0)
  const connus = useRef(new Set<unknown>())
  const retenus = useRef<Retenu[]>([])
  const dernier = useRef<{ form: HTMLFormElement; mot: string; le: number; partis: number } | null>(null)

  useEffect(() => {
    for (const poste of postes) {
      if (connus.current.has(poste)) continue
      connus.current.add(poste)
      partis.current += 1
    }
    enVoie.current = postes.length
    if (postes.length > 0) return
    connus.current.clear()
    const relacher = () => {
      const suite = retenus.current.shift()
      if (!suite) return
      const siens = partis.current - suite.faits
      const version = suite.form.isConnected ? versionDe(suite.form) : null
      if (version !== null && version >= suite.version && version <= suite.version + siens)
        suite.form.requestSubmit(suite.bouton)
      else dire({ texte: phraseRefus(suite.bouton), genre: 'warning' })
      attente = setTimeout(relacher, DOUBLE)
    }
    let attente = setTimeout(relacher)
    return () => clearTimeout(attente)
  }, [postes, dire])

  useEffect(() => {
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
      const mot = motDe(event.submitter)
      const avant = dernier.current?.form === form && dernier.current.mot === mot ? dernier.current : null
      const encore = avant && enVoie.current > 0 && partis.current > avant.partis
      const double = encore || (avant && Date.now() - avant.le < DOUBLE)
      const version = versionDe(form)
      if (!double && (enVoie.current === 0 || version === null)) {
        dernier.current = { form, mot, le: Date.now(), partis: partis.current }
        return
      }
      event.preventDefault()
      event.stopImmediatePropagation()
      if (double || version === null || retenus.current.some((un) => un.form === form)) return
      const faits = partis.current - enVoie.current
      retenus.current.push({ form, bouton: event.submitter, version, faits })
    }
    document.addEventListener('submit', onSubmit, true)
    return () => document.removeEventListener('submit', onSubmit, true)
  }, [])
  return null
}

/** What identifies each act on its way, until the page has heard of its answer. */
function useEnVoie(): unknown[] {
  const fetchers = useFetchers()
  const navigation = useNavigation()
  return [...fetchers, navigation].flatMap(({ state, formMethod, formData, json }) =>
    state !== 'idle' && formMethod === 'POST' ? [formData ?? json] : [],
  )
}

/** Whether an act of this officer is on its way: what the page shows is about to change. */
export const useOccupe = (): boolean => useEnVoie().length > 0

const motDe = (bouton: HTMLElement | null) => bouton?.textContent.trim() || 'Envoyer'

const phraseRefus = (bouton: HTMLElement | null) =>
  `«\u00a0${motDe(bouton)}\u00a0» n’a pas été fait\u00a0: ce que vous regardiez a changé entre-temps. Relisez, puis recommencez.`

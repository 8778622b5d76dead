import { useMatches } from '@remix-run/react'
import { useContext, useEffect, useRef } from 'react'
import { useDire } from '#ui/kit/acte/dire'
import { enVoieParmi, useEnVoie } from '#ui/kit/acte/en-voie'
import type { Retenu } from '#ui/kit/acte/tour'
import { motsDe } from '#ui/kit/formulaire/envoi'
import { Poste } from '#ui/kit/formulaire/poste'
import { useDernierActe } from '#ui/kit/reprise/dernier-acte'
import { actes, secours, VUS } from '#ui/kit/reprise/reprise'

/** Two presses so close are one, in ms. */
const DOUBLE = 300

/** An act that waits longer than this is said to wait, in ms. */
const ATTENTE_DITE = 500

/** What a form says was on the screen, as the page shows it now; empty for a form that acts on nothing that moves. */
function vusDe(form: HTMLFormElement): Map<string, string> {
  const champs = new FormData(form)
  return new Map(
    VUS.flatMap((nom) => {
      const valeur = champs.get(nom)
      return typeof valeur === 'string' && valeur !== '' ? [[nom, valeur] as const] : []
    }),
  )
}

type Montre = { postes: readonly unknown[]; lus: ReadonlyMap<string, unknown> }

/** The acts whose answer is awaited at this very instant, or not seen yet: the page is drawn late, of what begins as of what ends. */
function combienEnVoie({ postes, lus }: Montre): number {
  const { fetchers, navigation, loaderData } = window.__remixRouter.state
  const tous = new Set([...postes, ...enVoieParmi([...fetchers.values(), navigation])]).size
  return tous || Number([...lus].some(([id, lu]) => lu !== loaderData[id]))
}

/**
 * Two acts of one page share what it shows: a form sent while another act is on its way waits for it, its words in place, then goes with the
 * version the page shows at last. The acts before it must all have been done, and nothing but them have moved what it acts on: otherwise it is
 * not sent, and that is said, after `dit`, what the page says by itself. A button pressed twice goes once; another of the same form, or one that
 * says something else meanwhile, is another act. It stands once above the pages.
 */
export function ASonTour({ dit }: { dit: string | undefined }) {
  const dire = useDire()
  const postes = useEnVoie()
  const pages = useMatches()
  const dernierActe = useDernierActe()
  const moi = useContext(Poste)
  /** The acts that the page shows on their way, and what it read. */
  const montre = useRef<Montre>({ postes: [], lus: new Map() })
  const manquesAuRepos = useRef(0)
  const dernierLe = useRef(0)
  const retenus = useRef<Retenu[]>([])
  /** Lets go the first of those that wait, if it is its turn. */
  const relacher = useRef(() => {})
  /** The one that was just let go. */
  const relache = useRef<HTMLFormElement | null>(null)
  const dernier = useRef<{ form: HTMLFormElement; mot: string; le: number; partis: number; manques: number } | null>(
    null,
  )

  useEffect(() => {
    montre.current = { postes, lus: new Map(pages.map(({ id, data }) => [id, data])) }
    const le = dernierActe ? new Date(dernierActe.le).getTime() : 0
    dernierLe.current = le
    const parAutrui = dernierActe?.acteur !== (moi && `${moi.prenom} ${moi.nom}`)
    relacher.current = () => {
      if (combienEnVoie(montre.current) > 0) return
      const [suite] = retenus.current
      const { tour } = secours
      if (!suite) {
        manquesAuRepos.current = actes.manques
        return
      }
      if (tour) {
        const { partis, manques } = actes
        const va = tour.tient(suite, { vus: vusDe(suite.form), partis, manques, le, parAutrui })
        const finis = retenus.current.splice(0, va ? 1 : Infinity)
        for (const { form } of finis) delete form.dataset['attend']
        if (va) {
          relache.current = suite.form
          suite.form.requestSubmit(suite.bouton)
          relache.current = null
        } else dire({ texte: [dit, tour.phraseRefus(finis)].filter(Boolean).join(' '), genre: 'warning' })
      }
      attente = setTimeout(() => relacher.current(), DOUBLE)
    }
    let attente = setTimeout(() => relacher.current())
    return () => clearTimeout(attente)
  }, [postes, pages, dire, dernierActe, moi, dit])

  useEffect(() => {
    const retenir = (retenu: Retenu) => {
      retenus.current.push(retenu)
      retenu.form.dataset['attend'] = ''
      setTimeout(() => relacher.current(), DOUBLE)
      setTimeout(() => {
        if (secours.tour && retenus.current.includes(retenu))
          dire({ texte: secours.tour.phraseAttente(retenu), genre: 'info' })
      }, ATTENTE_DITE)
    }
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
      const bouton = event.submitter
      // What a form that no button sends says: of a line dragged twice, the second place is another act.
      const mot = bouton ? bouton.textContent : motsDe(new FormData(form))
      const avant = dernier.current?.form === form && dernier.current.mot === mot ? dernier.current : null
      // Once it was refused, even at once and were the page still reading, what its officer has mended is another act.
      const refuse = avant && actes.manques > avant.manques
      // One that its form held back until the page was read has not left: it comes here twice.
      const parti = avant && actes.partis > avant.partis
      const avantLui = combienEnVoie(montre.current)
      const double = !refuse && parti && (avantLui > 0 || Date.now() - avant.le < DOUBLE)
      const vus = vusDe(form)
      // One that waits leaves an instant after the page is at rest: asked meanwhile, another leaves after it.
      const libre = (avantLui === 0 && retenus.current.length === 0) || vus.size === 0
      if (form === relache.current || (!double && libre)) {
        dernier.current = { form, mot, le: Date.now(), partis: actes.partis, manques: actes.manques }
        return
      }
      event.preventDefault()
      event.stopImmediatePropagation()
      if (double || retenus.current.some((un) => un.form === form)) return
      const faits = actes.partis - avantLui
      retenir({ form, bouton, vus, faits, manques: manquesAuRepos.current, dernierLe: dernierLe.current })
    }
    document.addEventListener('submit', onSubmit, true)
    return () => document.removeEventListener('submit', onSubmit, true)
  }, [dire])
  return null
}

/** Whether an act is not answered yet at this very instant, or waits for its turn: one that is sent by itself lets it pass. */
export const acteEnVoie = (): boolean =>
  [...window.__remixRouter.state.fetchers.values()].some(
    ({ state, formMethod }) => state === 'submitting' && formMethod === 'POST',
  ) || document.querySelector('form[data-attend]') !== null

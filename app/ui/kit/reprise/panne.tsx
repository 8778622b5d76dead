import * as tour from '#ui/kit/acte/tour'
import { plusTard } from '#ui/kit/reprise/plus-tard'
import { attendreLeReseau, type Manque, secours } from '#ui/kit/reprise/reprise'

const RENONCE: Record<Manque, string> = {
  SESSION: 'Vous n’êtes plus connecté\u00a0: rien n’a été enregistré. Ce que vous avez écrit est gardé.',
  RESEAU: 'Le réseau ne répond pas\u00a0: ce que vous avez écrit est gardé. Recommencez quand il sera revenu.',
  SERVEUR: 'Le serveur n’a pas répondu comme prévu\u00a0: ce que vous avez écrit est gardé. Recommencez plus tard.',
}

/**
 * The refusal that a form shows for an act given up, written as an answer of Remix is: each value once, by its rank. Of a sending that nobody asked
 * for, only what it lacked: no refusal takes the focus from a hand that writes.
 */
function reponseDe(manque: Manque, deSoiMeme: boolean): Response {
  const valeurs: unknown[] = deSoiMeme
    ? [{ _1: 2 }, 'data', { _3: 4, _5: 6 }, 'soumission', {}, 'renonce', manque]
    : [
        { _1: 2 },
        'data',
        { _3: 4, _5: 6 },
        'soumission',
        { _7: 8, _8: 9 },
        'renonce',
        manque,
        'status',
        'error',
        { _10: 11 },
        '',
        [12],
        RENONCE[manque],
      ]
  return new Response(`${JSON.stringify(valeurs)}\n`, {
    status: manque === 'SESSION' ? 401 : 503,
    headers: { 'Content-Type': 'text/x-script', 'X-Remix-Response': 'yes' },
  })
}

/** In ms: a network that fails further away comes back without a word. */
const RELANCE = 10_000

/** Waits until the network is back, or may be. */
const retourDuReseau = () =>
  new Promise<void>((resolve) => {
    const revenu = () => resolve()
    window.addEventListener('online', revenu, { once: true })
    setTimeout(revenu, RELANCE)
  })

/**
 * The page asked for is no longer wanted, and the one shown stays. A move inside the page takes the place of the one on its way: the router
 * has no other way to give one up.
 */
function resterSurLaPage() {
  const { pathname, search } = window.__remixRouter.state.location
  void window.__remixRouter.navigate({ pathname, search, hash: '#ici' }, { replace: true, preventScrollReset: true })
  window.history.replaceState(window.history.state, '', pathname + search)
}

/** Whether the server answers anything at all. */
const repond = () =>
  fetch('/sante').then(
    () => true,
    () => false,
  )

/** Code that did not come is tried again, page and words in place; `null` when it is given up on. Where the server answers, it is no longer there. */
async function obtenir<M>(charger: () => Promise<M>): Promise<M | null> {
  for (;;) {
    try {
      return await charger()
    } catch (erreur) {
      if (await repond()) throw erreur
      if ((await attendreLeReseau()) === 'RENONCER') return null
    }
  }
}

/** The same for what a page draws later: given up on, it is drawn when the network is back. */
async function revenir<M>(charger: () => Promise<M>): Promise<M> {
  const venu = await obtenir(charger)
  if (venu !== null) return venu
  for (;;) {
    await retourDuReseau()
    if (await repond()) return charger()
  }
}

type Route = { id: string; lazy?: () => Promise<object>; children?: readonly Route[] }

/**
 * Remix reloads the page when the code of a route does not come, and without a network there is no page to load: it is waited for first. Given
 * up on, the route has nothing to show, which an act does not need, and its code is asked for again the next time.
 */
function attendreSonCode(route: Route) {
  const { lazy } = route
  const module = window.__remixManifest.routes[route.id]?.module
  if (!lazy || !module) return
  const attendre = async () => {
    const venu = await obtenir<unknown>(() => import(/* @vite-ignore */ module)).catch(() => true)
    if (venu !== null) return lazy()
    setTimeout(() => {
      route.lazy = attendre
    })
    return {}
  }
  route.lazy = attendre
}

const vues = new WeakSet<Route>()

function regarder(routes: readonly Route[]) {
  for (const route of routes) {
    if (!vues.has(route)) attendreSonCode(route)
    vues.add(route)
    regarder(route.children ?? [])
  }
}

const etat = { surveille: false }

/**
 * Puts itself at hand, once; from then on the code of every route that the router knows or comes to know is waited for. A mark says when, among
 * the other times of the page.
 */
export function seTenirPret() {
  if (etat.surveille) return
  etat.surveille = true
  Object.assign(secours, { reponseDe, retourDuReseau, resterSurLaPage, revenir, plusTard, tour })
  const router = window.__remixRouter
  const tout = () => regarder(router.routes)
  tout()
  router.subscribe(tout)
  performance.mark('secours-pret')
}

/** What is written to one browser as it happens. */
export type Tuyau = {
  dire: (evenement: string, donnees: unknown) => void
  /** Says why, and ends it. */
  finir: (raison: Fin) => void
}

/** Why a stream ends on our side: the session did, the agent has opened too many. */
export type Fin = 'session' | 'trop'

/** Characters that a browser may leave untaken: past it the stream is cut, and opened again on the state of things. */
const RETARD_MAX = 256 * 1024

type Conditions = {
  /** Aborted when the browser has gone. */
  signal: AbortSignal
  /** Bytes written and not taken yet. */
  enAttente: () => number
}

const ENTETES = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  // nginx would keep it until a buffer is full.
  'X-Accel-Buffering': 'no',
}

/** An answer that stays open, as EventSource reads it; `brancher` is told when the stream begins and answers what to do when it ends. */
export function evenements({ signal, enAttente }: Conditions, brancher: (tuyau: Tuyau) => () => void): Response {
  const encodeur = new TextEncoder()
  let debrancher: (() => void) | null = null
  let ferme = false
  const fermer = (controleur?: ReadableStreamDefaultController<Uint8Array>) => {
    if (ferme) return
    ferme = true
    debrancher?.()
    controleur?.close()
  }
  const corps = new ReadableStream<Uint8Array>({
    start(controleur) {
      const dire: Tuyau['dire'] = (evenement, donnees) => {
        if (ferme) return
        if (enAttente() > RETARD_MAX) fermer(controleur)
        else controleur.enqueue(encodeur.encode(`event: ${evenement}\ndata: ${JSON.stringify(donnees)}\n\n`))
      }
      const finir: Tuyau['finir'] = (raison) => {
        dire('fin', raison)
        fermer(controleur)
      }
      signal.addEventListener('abort', () => fermer(controleur))
      debrancher = brancher({ dire, finir })
      if (signal.aborted) fermer(controleur)
    },
    cancel: () => fermer(),
  })
  return new Response(corps, { headers: ENTETES })
}

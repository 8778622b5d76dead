import { ouvertureDe, type Analyse } from '#domain/piece/antivirus'
import { antivirusVoulu } from '#infra/env'
import type { Storage } from '#infra/storage'
import { REFUS_D_OUVRIR } from '#libelles/piece/antivirus'
import { sendFile, type Download } from '#web/downloads'

/**
 * Lets through a file received from outside only when it may be opened. Every route that gives its bytes, or what is drawn or read from
 * them, calls this first. Throws the page that says why not: 423 for an infected file, 503 while it waits for the antivirus.
 */
export function exigerOuvrable(analyse: Analyse): void {
  const ouverture = ouvertureDe(analyse, { antivirus: antivirusVoulu() })
  if (ouverture === 'LIBRE' || ouverture === 'LIBRE_NON_ANALYSE') return
  const { titre, phrase } = REFUS_D_OUVRIR[ouverture]
  throw new Response(page(titre, phrase), {
    status: ouverture === 'VERROUILLE' ? 423 : 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'Cache-Control': 'private, no-store',
      ...(ouverture === 'EN_ATTENTE' && { 'Retry-After': '20' }),
    },
  })
}

/** Gives a file received from outside to a browser, when it may be opened. */
export function sendReceivedFile(storage: Storage, { analyse, ...file }: Download & { analyse: Analyse }) {
  exigerOuvrable(analyse)
  return sendFile(storage, file)
}

/** A page by itself: it stands where the file would, in a frame or in a tab. */
const page = (titre: string, phrase: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${titre}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1.5rem}h1{font-size:1.25rem}</style>
</head><body><main><h1>${titre}</h1><p>${phrase}</p></main></body></html>`

import type { RefusDOuvrir } from '#domain/piece/antivirus'
import { NotFound } from '#infra/errors'
import { fluxDuFichierRecu, type FichierRecu } from '#infra/fichier-recu'
import type { Storage } from '#infra/storage'
import { REFUS_D_OUVRIR } from '#libelles/piece/antivirus'
import { sendStream, type Download } from '#web/downloads'

/**
 * Gives a file received from outside to a browser, when it may be opened; else the page that says why not: 423 for an infected file, 503
 * while it waits for the antivirus. Throws NotFound for a file that is gone.
 */
export async function sendReceivedFile(storage: Storage, fichier: Download & FichierRecu): Promise<Response> {
  const ouvert = await fluxDuFichierRecu(storage, fichier)
  if (ouvert.ok) return sendStream(ouvert.value, fichier)
  if (ouvert.reason === 'ABSENT') throw new NotFound('fichier', fichier.cle)
  return refuser(ouvert.reason)
}

function refuser(refus: Exclude<RefusDOuvrir, 'ABSENT'>): Response {
  const { titre, phrase } = REFUS_D_OUVRIR[refus]
  return new Response(page(titre, phrase), {
    status: refus === 'VERROUILLE' ? 423 : 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'Cache-Control': 'private, no-store',
      ...(refus === 'EN_ATTENTE' && { 'Retry-After': '20' }),
    },
  })
}

/** A page by itself: it stands where the file would, in a frame or in a tab. */
const page = (titre: string, phrase: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${titre}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1.5rem}h1{font-size:1.25rem}</style>
</head><body><main><h1>${titre}</h1><p>${phrase}</p></main></body></html>`

import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { seMontre } from '#domain/piece/depot'
import type { Result } from '#domain/result'
import type { Storage } from '#infra/storage'

export type Download = { nom: string; typeMime: string; enLigne?: boolean }

/** RFC 6266: an ASCII name for old readers, the true one in UTF-8. */
export function contentDisposition(nom: string, enLigne = false): string {
  const ascii =
    nom
      .normalize('NFD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%;]/g, '_') || 'fichier'
  return `${enLigne ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(nom).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

/** The type of a table that we made, by the end of its name. */
export const typeDuTableau = (nom: string): string =>
  nom.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Gives a table that we made and hold whole. */
export const sendTableau = (nom: string, contenu: Buffer): Response =>
  sendStream({ taille: contenu.length, flux: Readable.from([contenu]) }, { nom, typeMime: typeDuTableau(nom) })

/** Gives a file that we made, a rapport, to a browser. What came from outside goes through `#web/fichier-recu`. */
export async function sendOwnFile(storage: Storage, { cle, ...download }: Download & { cle: string }) {
  return sendStream({ taille: await storage.size(cle), flux: await storage.readStream(cle) }, download)
}

/**
 * Gives a stored file to a browser under its real type, with a policy that runs nothing. `enLigne` is granted to PDF
 * and images only.
 */
export function sendStream(
  { taille, flux }: { taille: number; flux: Readable },
  { nom, typeMime, enLigne = false }: Download,
): Response {
  return new Response(createReadableStreamFromReadable(flux), {
    headers: {
      'Content-Type': typeMime,
      'Content-Length': String(taille),
      'Content-Disposition': contentDisposition(nom, enLigne && seMontre(typeMime)),
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'",
      'Cache-Control': 'private, no-store',
    },
  })
}

/** Gives a mail that we wrote, as it was sent. */
export const sendCourriel = (octets: Buffer, nom: string): Response =>
  sendStream({ taille: octets.length, flux: Readable.from([octets]) }, { nom, typeMime: 'message/rfc822' })

/** Gives a PDF that we made, to be read in the page unless it is asked to be kept; why it could not be made is said in words. */
export const sendPapier = (papier: Result<Uint8Array>, nom: string, { telecharger = false } = {}): Response =>
  papier.ok
    ? sendStream(
        { taille: papier.value.byteLength, flux: Readable.from([Buffer.from(papier.value)]) },
        { nom, typeMime: 'application/pdf', enLigne: !telecharger },
      )
    : enMots(papier.detail ?? papier.reason)

/** Gives a form that we made, to be kept and filled; why it could not be made is said in words. */
export const sendFormulaire = (
  formulaire: Result<Uint8Array>,
  { nom, typeMime }: Pick<Download, 'nom' | 'typeMime'>,
): Response =>
  formulaire.ok
    ? sendStream(
        { taille: formulaire.value.byteLength, flux: Readable.from([Buffer.from(formulaire.value)]) },
        { nom, typeMime },
      )
    : enMots(formulaire.detail ?? formulaire.reason)

/** Gives an archive that is written as it is sent: nobody knows its size before its end. */
export const sendArchive = (flux: Readable, nom: string): Response =>
  new Response(createReadableStreamFromReadable(flux), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': contentDisposition(nom),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })

/**
 * A page made from what somebody sent, for a frame of ours: it loads nothing but what it carries, runs nothing, and has an origin of its own
 * even when it is opened by itself.
 */
export const sendClosedPage = (html: string): Response =>
  new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox",
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })

/** A picture made from a stored file. Made again it is the same, so the browser keeps it a while; a refusal is said in words. */
export const sendImage = (image: Result<Buffer>): Response =>
  image.ok
    ? new Response(new Uint8Array(image.value), {
        headers: {
          'Content-Type': 'image/png',
          'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
          'Cache-Control': 'private, max-age=600',
          'X-Content-Type-Options': 'nosniff',
        },
      })
    : enMots(image.detail ?? image.reason)

const enMots = (refus: string): Response =>
  new Response(refus, {
    status: 422,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { expect } from '@playwright/test'

/** Where the mail server of the structures keeps what it took (./serveur-smtp). */
const BOITE = path.resolve(process.env.E2E_RECUS ?? 'data/e2e-recus')

/** The words of a mail as its reader sees them: quoted-printable undone. */
const lisible = (brut: string) =>
  Buffer.from(
    brut.replace(/=\r?\n/g, '').replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** Each mail that came by SMTP, byte for byte. */
const octetsRecus = () =>
  readdirSync(BOITE)
    .filter((nom) => nom.endsWith('.eml'))
    .map((nom) => readFileSync(path.join(BOITE, nom)))

/** Each mail that came by SMTP, as its reader sees it. */
export const courriersRecus = () => octetsRecus().map((octets) => lisible(octets.toString('utf8')))

/** The files that the mail of this Message-ID carries, by name. */
export async function fichiersRecus(messageId: string): Promise<Map<string, Buffer>> {
  const recu = octetsRecus().find((octets) => octets.includes(`Message-ID: ${messageId}`))
  const { attachments = [] } = recu ? await simpleParser(recu) : {}
  return new Map(attachments.map(({ filename, content }) => [filename ?? '', content]))
}

/** The path of the link of this kind in the last mail that came to this address. */
export async function lienRecu(adresse: string, motif: RegExp): Promise<string> {
  let trouve: string | undefined
  await expect(() => {
    const lus = courriersRecus().filter((lu) => lu.includes(adresse))
    trouve = lus.map((lu) => motif.exec(lu)?.[0]).find(Boolean)
    expect(trouve).toBeDefined()
  }).toPass({ timeout: 30_000 })
  return trouve ?? ''
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'

const BOITE = path.join(path.resolve(process.env.E2E_DATA_DIR ?? 'data/e2e'), 'courriels')

/** The words of a mail as its reader sees them: quoted-printable undone. */
const lisible = (brut: string) =>
  Buffer.from(
    brut.replace(/=\r?\n/g, '').replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** Each mail that the local mailbox took, kept there as a file. */
export const courriersRecus = () =>
  readdirSync(BOITE).map((nom) => lisible(readFileSync(path.join(BOITE, nom), 'utf8')))

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

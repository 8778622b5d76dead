import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { lire } from '#lecteurs/lecteurs'

/** A mail written to a file of this machine, read, and taken away with what came out of it. */
export async function lireMessage(message: string | Buffer, delaiMs?: number) {
  const dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-essai-'))
  try {
    const chemin = path.join(dossier, 'message.eml')
    await writeFile(chemin, message)
    return await lire('courriel', { chemin, dossier }, { delaiMs })
  } finally {
    await rm(dossier, { recursive: true, force: true })
  }
}

/** The first headers of an invented mail. */
export const ENTETE = 'From: a@exemple.test\r\nSubject: Fiche\r\nMessage-ID: <1@exemple.test>\r\n'

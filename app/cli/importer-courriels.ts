import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Commande, stop } from '#cli/commande'
import { deposerFichier, lireLot } from '#cli/lot'
import type { BilanCourriels, Message } from '#infra/stores/portail/resume-import'
import { MESSAGES_MAX, type FichierDepose } from '#usecases/lot/deposer-lot'

/** The .eml and .msg files of a folder and of those under it, in the order of their names; a file that is named is taken as it is. */
async function mailsIn(chemin: string): Promise<string[]> {
  if ((await stat(chemin)).isFile()) return [chemin]
  const entries = await readdir(chemin, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(?:eml|msg)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

const texteDe = ({ fichier, resultat, dossier, horsDelai, aRelire = [] }: Message) =>
  [
    `${fichier}\u00a0: ${resultat}`,
    ...(dossier ? [`dossier ${dossier}`] : []),
    ...(horsDelai ? ['hors délai'] : []),
    ...(aRelire.length > 0 ? [`à relire\u00a0: ${aRelire.join(', ')}`] : []),
  ].join(', ')

/** Imports mails as they reached the MCEI, in deliveries of at most 200. */
export const importerCourriels: Commande = {
  usage: 'FICHIER.eml|FICHIER.msg|DOSSIER…',
  positionals: { min: 1, max: Number.MAX_SAFE_INTEGER },
  options: {},
  run: async ({ deps: open }, { positionals }) => {
    const chemins = (await Promise.all(positionals.map(mailsIn))).flat()
    if (chemins.length === 0) return stop('Aucun message .eml ou .msg à cet endroit.')
    const deps = await open()
    const messages: Message[] = []
    for (let i = 0; i < chemins.length; i += MESSAGES_MAX) {
      const fichiers: FichierDepose[] = []
      for (const chemin of chemins.slice(i, i + MESSAGES_MAX))
        fichiers.push(await deposerFichier(deps, chemin, 'MESSAGE'))
      messages.push(...(await lireLot<BilanCourriels>(deps, { type: 'COURRIELS', fichiers })).messages)
    }
    return { ok: true, json: { messages }, texte: messages.map(texteDe).join('\n') }
  },
}

import { lstat, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Brut } from '#fichiers/archive/chemin-de-piece'

const PROFONDEUR_MAX = 8

/** The files of a folder and of those under it, in the order of their names. A link is never followed, wherever it leads. */
export async function* parcourirDossier(racine: string, dossier = racine, profondeur = 0): AsyncGenerator<Brut> {
  const contenu = await readdir(dossier, { withFileTypes: true })
  for (const element of contenu.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const chemin = join(dossier, element.name)
    if (element.isDirectory()) {
      if (profondeur < PROFONDEUR_MAX) yield* parcourirDossier(racine, chemin, profondeur + 1)
      continue
    }
    const { size } = await lstat(chemin)
    const refus = element.isFile() ? null : 'LIEN'
    yield { chemin: relative(racine, chemin), taille: size, refus, source: { chemin, zip: null } }
  }
}

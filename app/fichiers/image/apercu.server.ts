import { enBlocs, type Bloc } from '#domain/pre-projet/lecture/blocs'
import { no, ok, type Result } from '#domain/result'
import { readDocument } from '#fichiers/document/document'
import { countPages, tailleDImage } from '#fichiers/image/page-en-image'
import { mimeReel } from '#fichiers/courriel/type-de-contenu'

/**
 * How a file can be looked at beside the fields read in it: as the pictures of its pages (`pageEnImage`), as one picture (`reduireImage`), or as
 * the words and tables found in it.
 */
export type Apercu = { nature: 'PAGES'; pages: number } | { nature: 'IMAGE' } | { nature: 'TEXTE'; blocs: Bloc[] }

/** What can be shown of a file, by what it is and not by its name; otherwise why not, as a sentence in `detail`. */
export async function apercevoir({
  nom,
  contenu,
}: {
  nom: string
  contenu: Buffer
}): Promise<Result<Apercu, 'SANS_APERCU'>> {
  const typeReel = await mimeReel(contenu)
  if (typeReel === 'application/pdf') {
    const pages = await countPages(contenu)
    return pages.ok ? ok({ nature: 'PAGES', pages: pages.value }) : no('SANS_APERCU', pages.detail)
  }
  if (tailleDImage(contenu)) return ok({ nature: 'IMAGE' })
  const lu = await readDocument({ nom, contenu, typeReel, taille: contenu.length })
  return lu.ok ? ok({ nature: 'TEXTE', blocs: enBlocs(lu.value) }) : no('SANS_APERCU', lu.detail)
}

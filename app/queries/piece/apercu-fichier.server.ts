import type { MotPlace } from '#domain/mots-places'
import { estOuvrable } from '#domain/piece/antivirus'
import type { Apercu } from '#domain/pre-projet/lecture/apercu'
import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { type FichierRecu, lireFichierRecu, ouvertureActuelle } from '#infra/fichier-recu'
import { garderOctets } from '#infra/octets-gardes'
import { convertirEnPdf, formatAConvertir } from '#lecteurs/conversion'
import { lire } from '#lecteurs/lecteurs'
import { REFUS_D_OUVRIR } from '#libelles/piece/antivirus'

/** A file that came from outside, as it is looked at: what is worked out of its bytes is kept under their SHA-256. */
export type FichierMontre = FichierRecu & { nom: string; sha256: string; typeMime: string }

/** Blocks sent to a browser at once: a fiche has some tens. */
const BLOCS_MAX = 600
const SANS_APERCU = 'Ce format ne se montre pas dans la page.'

/** `enPages`: a letter or a workbook is shown as the pages that LibreOffice makes of it, where this machine has it; else as its words. */
type Maniere = { enPages: boolean }

/** What can be shown of a file, found once and kept: the same bytes always show the same. One that the antivirus has not cleared is not opened. */
export async function apercuFichier(deps: DepsFichiers, fichier: FichierMontre, { enPages }: Maniere): Promise<Apercu> {
  const ouverture = ouvertureActuelle(fichier.analyse)
  if (!estOuvrable(ouverture)) return { nature: 'AUCUN', motif: REFUS_D_OUVRIR[ouverture].phrase }
  const pages = enPages ? await enPdf(deps, fichier) : null
  if (pages?.ok) return garder(deps, fichier, 'pages.json', () => apercevoir('pages.pdf', pages.value))
  return garder(deps, fichier, 'apercu.json', async () => {
    const contenu = await lireFichierRecu(deps.storage, fichier)
    return contenu.ok ? apercevoir(fichier.nom, contenu.value) : contenu
  })
}

async function garder(
  { storage }: DepsFichiers,
  { sha256 }: FichierMontre,
  nom: string,
  faire: () => Promise<Result<Apercu, keyof typeof REFUS_D_OUVRIR>>,
): Promise<Apercu> {
  const garde = await garderOctets(storage, `apercus/${sha256}/${nom}`, async () => {
    const vu = await faire()
    return vu.ok ? ok(Buffer.from(JSON.stringify(vu.value))) : vu
  })
  return garde.ok
    ? (JSON.parse(garde.value.toString()) as Apercu)
    : { nature: 'AUCUN', motif: REFUS_D_OUVRIR[garde.reason].phrase }
}

async function apercevoir(nom: string, contenu: Buffer): Promise<Result<Apercu, never>> {
  const lue = await lire('apercu', { nom, contenu })
  const vu = lue.ok ? lue.value : lue
  if (!vu.ok) return ok({ nature: 'AUCUN', motif: vu.detail ?? SANS_APERCU })
  return ok(vu.value.nature === 'TEXTE' ? { nature: 'TEXTE', blocs: vu.value.blocs.slice(0, BLOCS_MAX) } : vu.value)
}

/** What stands before a word or a sentence kept in the place of bytes: no PNG and no PDF begins so. */
const REFUS = 'refus '

const estRefus = (octets: Buffer): boolean => octets.subarray(0, REFUS.length).toString('latin1') === REFUS

/** The pages of a letter or a workbook as a PDF, made once, as is that it cannot be; refused for any other file, and where nothing makes them. */
async function enPdf({ storage }: DepsFichiers, fichier: FichierMontre): Promise<Result<Buffer>> {
  const format = formatAConvertir(fichier.typeMime)
  if (!format) return no('SANS_PAGES')
  const garde = await garderOctets<string>(storage, `apercus/${fichier.sha256}/pages.pdf`, async () => {
    const contenu = await lireFichierRecu(storage, fichier)
    if (!contenu.ok) return contenu
    const pages = await convertirEnPdf(contenu.value, format)
    return !pages.ok && pages.reason === 'ECHEC' ? ok(Buffer.from(REFUS)) : pages
  })
  return garde.ok && estRefus(garde.value) ? no('SANS_PAGES') : garde
}

/** Widths that are drawn: what is asked is given in the next of them, so that few pictures of a page are kept. */
const PAS_DE_LARGEUR = 200

/**
 * A page of a PDF, or the picture itself, about `largeur` pixels wide, as a PNG drawn once and kept, as is why it cannot be. Null for a file that
 * may not be opened.
 */
export async function imageFichier(
  deps: DepsFichiers,
  fichier: FichierMontre,
  { page, largeur, enPages }: Maniere & { page: number; largeur: number },
): Promise<Result<Buffer> | null> {
  if (!estOuvrable(ouvertureActuelle(fichier.analyse))) return null
  const voulue = Math.ceil(largeur / PAS_DE_LARGEUR) * PAS_DE_LARGEUR
  const garde = await garderOctets(deps.storage, `apercus/${fichier.sha256}/${page}-${voulue}.png`, async () => {
    const pages = enPages ? await enPdf(deps, fichier) : null
    const contenu = pages?.ok ? pages : await lireFichierRecu(deps.storage, fichier)
    if (!contenu.ok) return contenu
    const numero = pages?.ok || fichier.typeMime === 'application/pdf' ? page : null
    const lue = await lire('image', { contenu: contenu.value, page: numero, largeur: voulue })
    const image = lue.ok ? lue.value : lue
    return ok(image.ok ? Buffer.from(image.value) : Buffer.from(REFUS + (image.detail ?? image.reason)))
  })
  if (!garde.ok) return null
  return estRefus(garde.value) ? no('SANS_IMAGE', garde.value.toString('utf8', REFUS.length)) : ok(garde.value)
}

/** The words of each page of a file that is shown as pages, page by page; none for a picture, a scan, and a file that may not be opened. */
export async function motsFichier(deps: DepsFichiers, fichier: FichierMontre): Promise<MotPlace[][]> {
  if (!estOuvrable(ouvertureActuelle(fichier.analyse))) return []
  const garde = await garderOctets<string>(deps.storage, `apercus/${fichier.sha256}/mots.json`, async () => {
    const pages = await enPdf(deps, fichier)
    if (!pages.ok && fichier.typeMime !== 'application/pdf') return no('SANS_PAGES')
    const contenu = pages.ok ? pages : await lireFichierRecu(deps.storage, fichier)
    if (!contenu.ok) return contenu
    const lue = await lire('motsPlaces', { contenu: contenu.value })
    const mots = lue.ok ? lue.value : lue
    return mots.ok ? ok(Buffer.from(JSON.stringify(mots.value))) : mots
  })
  return garde.ok ? (JSON.parse(garde.value.toString()) as MotPlace[][]) : []
}

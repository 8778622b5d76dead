/**
 * What a reader process runs, and the only place from which the readers of #fichiers are called (docs/decisions/0025): one answer for each
 * kind of file. Started by #lecteurs/lecteurs under Node itself, so that it needs nothing that is built.
 */
import { Worker } from 'node:worker_threads'
import { ok } from '#domain/result'
import type { ConventionEcrite } from '#emails/convention-de-subvention'
import type { Lettre } from '#emails/lettre'
import type { Recapitulatif } from '#emails/recapitulatif'
import type { SourceDePiece } from '#fichiers/archive/piece-d-archive'
import type { FormatDeFiche } from '#domain/pre-projet/formulaire'
import type { FormulaireDePapier } from '#reports/formulaire-papier'
import type { ecrirePdf } from '#fichiers/pdf/pdf-ecrit'
import { ecrireOctets } from '#lecteurs/courriel-lu'

/** Memory of one reader, in bytes, all counted. */
const MEMOIRE_MAX = 400 * 1024 * 1024

/** A file given whole. Between two processes a Buffer is only bytes. */
type Fichier = { nom: string; contenu: Uint8Array }

const enBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)

/** Each module is loaded when the first file of its kind comes: a reader that draws no page never loads a canvas. */
const LECTURES = {
  /** A budget, on the sheet an officer chose where one did; `convertible` when it is an older format that a converter may be given. */
  async budget({ nom, contenu, feuille }: Fichier & { feuille: string | null }) {
    const [{ ouvrirBudget }, { formatConvertible }] = await Promise.all([
      import('#fichiers/classeur/classeur-budget'),
      import('#fichiers/classeur/garde-classeur'),
    ])
    const octets = enBuffer(contenu)
    const lecture = await ouvrirBudget(octets, nom, feuille)
    return { lecture, convertible: lecture.lisible ? null : await formatConvertible(octets) }
  },
  /** A deposited file: what it is, and the words in it. */
  async textePiece({ contenu }: Pick<Fichier, 'contenu'>) {
    const [{ typeReel }, { readTexteDePiece }] = await Promise.all([
      import('#fichiers/type/contenu'),
      import('#fichiers/document/texte-de-piece'),
    ])
    const octets = enBuffer(contenu)
    const type = await typeReel(octets)
    return { type, lecture: await readTexteDePiece(octets, type) }
  },
  /** A deposited file at its arrival: what it is, and whether it is a blank page. */
  async depotPiece({ contenu }: Pick<Fichier, 'contenu'>) {
    const [{ typeReel }, { estPdfBlanc }] = await Promise.all([
      import('#fichiers/type/contenu'),
      import('#fichiers/pdf/pdf-pages'),
    ])
    const octets = enBuffer(contenu)
    const type = await typeReel(octets)
    return { type, blanc: type === 'pdf' && (await estPdfBlanc(octets)) }
  },
  /** How a file can be looked at. */
  async apercu({ nom, contenu }: Fichier) {
    const { apercevoir } = await import('#fichiers/image/apercu')
    return apercevoir({ nom, contenu: enBuffer(contenu) })
  },
  /** A page of a PDF, or an image, as a PNG. */
  async image({ contenu, page, largeur }: { contenu: Uint8Array; page: number | null; largeur: number }) {
    const { pageEnImage, reduireImage } = await import('#fichiers/image/page-en-image')
    return page === null ? reduireImage(enBuffer(contenu), largeur) : pageEnImage(enBuffer(contenu), page, largeur)
  },
  /** The words of the pages of a PDF, with their places. */
  async motsPlaces({ contenu }: { contenu: Uint8Array }) {
    const { motsPlaces } = await import('#fichiers/pdf/mots-places')
    return motsPlaces(enBuffer(contenu))
  },
  /** A document of ours as a PDF: it says the words of others, at whatever length. */
  async papier(document: Parameters<typeof ecrirePdf>[0]) {
    const { ecrirePdf } = await import('#fichiers/pdf/pdf-ecrit')
    return ecrirePdf(document)
  },
  /** A letter of ours as a PDF. */
  async lettre(lettre: Lettre) {
    const { ecrireLettre } = await import('#fichiers/pdf/lettre-pdf')
    return ecrireLettre(lettre)
  },
  /** A file that should be a PDF: what it is. */
  async pdfRecu({ contenu }: Pick<Fichier, 'contenu'>) {
    const { examinerPdfRecu } = await import('#fichiers/pdf/pdf-recu')
    return examinerPdfRecu(enBuffer(contenu))
  },
  /** A convention of ours as a PDF. */
  async convention(convention: ConventionEcrite) {
    const { ecrireConvention } = await import('#fichiers/pdf/convention-pdf')
    return ecrireConvention(convention)
  },
  /** What was deposited on line, as a PDF. */
  async recapitulatif(recapitulatif: Recapitulatif) {
    const { ecrireRecapitulatif } = await import('#fichiers/pdf/recapitulatif-pdf')
    return ecrireRecapitulatif(recapitulatif)
  },
  /** A form of ours, to be filled or as it was, in one of the two shapes it is given in. */
  async formulaire({ formulaire, format }: { formulaire: FormulaireDePapier; format: FormatDeFiche }) {
    if (format === 'docx') return (await import('#fichiers/document/docx-ecrit')).ecrireDocx(formulaire)
    return (await import('#fichiers/pdf/formulaire-ecrit')).ecrireFormulairePdf(formulaire)
  },
  /** The HTML of a mail, cleaned. */
  async html({ html }: { html: string }) {
    const { nettoyerHtml } = await import('#fichiers/courriel/html-de-courriel')
    return nettoyerHtml(html)
  },
  /** The workbook of a séance, once its votes were written in it. */
  async votes({ nom, contenu }: Fichier) {
    const { lireClasseurDeVotes } = await import('#fichiers/classeur/classeur-de-votes-lu')
    return lireClasseurDeVotes({ nom, contenu: enBuffer(contenu) })
  },
  /** The accountants’ file of payments. */
  async versements({ nom, contenu }: Fichier) {
    const { lireClasseurDeVersements } = await import('#fichiers/classeur/classeur-de-versements-lu')
    return lireClasseurDeVersements({ nom, contenu: enBuffer(contenu) })
  },
  /** A file of acknowledgements of the préfecture. */
  async accuses({ nom, contenu }: Fichier) {
    const { lireAccuses } = await import('#fichiers/classeur/accuses-lus')
    return lireAccuses({ nom, contenu: enBuffer(contenu) })
  },
  /** A listing, line by line. */
  async listing({ nom, contenu }: Fichier) {
    const { lireListing } = await import('#fichiers/livraison/listing')
    return lireListing({ nom, contenu: enBuffer(contenu) })
  },
  /** The files of a delivery of pièces, judged by their paths; none is inflated. */
  async archive({ chemin, nom }: { chemin: string; nom: string }) {
    const { parcourirPieces } = await import('#fichiers/archive/archive')
    return parcourirPieces(chemin, nom)
  },
  /** One of them. */
  async pieceDArchive(source: SourceDePiece) {
    const { lirePieceDArchive } = await import('#fichiers/archive/piece-d-archive')
    return lirePieceDArchive(source)
  },
  /** A mail with its files, which are written in `dossier`, the fiche it carries and its HTML, cleaned. */
  async courriel({ chemin, dossier }: { chemin: string; dossier: string }) {
    const [{ readCourriel }, { readFiche }, { nettoyerHtml }] = await Promise.all([
      import('#fichiers/courriel/courriel'),
      import('#fichiers/document/fiche-recue'),
      import('#fichiers/courriel/html-de-courriel'),
    ])
    const { octets, depot } = ecrireOctets({ chemin, dossier })
    const courriel = await readCourriel(await octets, depot)
    if (!courriel.ok) return courriel
    const { html } = courriel.value
    return ok({
      lu: courriel.value,
      recue: await readFiche(courriel.value),
      htmlPropre: html === null ? null : nettoyerHtml(html),
    })
  },
}

export type Lectures = typeof LECTURES
export type NomDeLecture = keyof Lectures

/** One thing to read, and the milliseconds of processor it may take. */
export type ALire = {
  [N in NomDeLecture]: { nom: N; donnees: Parameters<Lectures[N]>[0]; delaiMs: number }
}[NomDeLecture]

const etat = new Int32Array(new SharedArrayBuffer(8))
const veille = new Worker(new URL('./veille.server.ts', import.meta.url), {
  workerData: { etat: etat.buffer, memoireMax: MEMOIRE_MAX },
})
veille.unref()

let numero = 0

/** Called by the pool, for one file at a time. */
export async function lire({ nom, donnees, delaiMs }: ALire): Promise<unknown> {
  Atomics.store(etat, 1, delaiMs)
  Atomics.store(etat, 0, (numero += 1))
  try {
    return await (LECTURES[nom] as (donnees: unknown) => Promise<unknown>)(donnees)
  } finally {
    Atomics.store(etat, 0, 0)
  }
}

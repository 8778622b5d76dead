import {
  type LigneDeMessage,
  lignesDuMessage,
  motsDeLExpediteur,
  partagerLignes,
} from '#domain/courriel-recu/lignes-citees'
import { avecAccentsDuMessage } from '#domain/pre-projet/lecture/accents'
import { CORPS, countLus, ficheVide, type FicheLue, type Ligne } from '#domain/pre-projet/fiche'
import { estLaMeme, fichesDistinctes, rangerParPoids } from '#domain/pre-projet/fiches-distinctes'
import { extraireFiche } from '#domain/pre-projet/lecture/lecture'
import { plier } from '#domain/texte'
import type { CourrielLu, PieceGardee } from '#fichiers/courriel/courriel-lu'
import { readHtmlCitant } from '#fichiers/document/document-html'
import type { DocumentLu } from '#fichiers/document/document'
import { depotsCites, examinerTout, type Examinee } from '#fichiers/document/piece-examinee'

/** What became of each file of the mail: read or not, and if not why, as a sentence. */
export type PieceExaminee = { nom: string; lu: boolean; motif?: string }

/** `citee`: it was read in words that the mail quotes or passes on. */
type FicheLueDuMessage = { fiche: FicheLue; citee: boolean }

export type FicheRecue = {
  /** The fiche of the mail, empty when one is there but a person has to read it; null when there is none. */
  fiche: FicheLue | null
  /** The fiches of other projects that the same mail carries. */
  autres: FicheLueDuMessage[]
  /** The fiche was read in words that the mail quotes or passes on, and not in its sender's own nor in a file. */
  citee: boolean
  /** A fiche is announced or joined, and nothing could be read in it. */
  illisible: boolean
  /** What a person has to open before saying that there is no fiche, each with its reason; empty when there is one, or when all was opened. */
  aOuvrir: string[]
  pieces: PieceExaminee[]
}

/** Words by which a subject, a message or a file name announces a fiche pré-projet. */
const ANNONCE = /\b(?:fiches?|pre ?projets?|preprojets?|aap|appel a projets?|candidatures?|numerisation|scan(?:ne)?)\b/
const BUDGET = /\b(?:budget|devis|rib|statuts?|facture|cv|planning|plaquette)\b/

/**
 * Finds the fiche pré-projet of a mail, in its files or in its text: the document in which most fields are read. Budgets, images of
 * signatures and other files are left aside.
 */
export async function readFiche(courriel: CourrielLu): Promise<FicheRecue> {
  const examinees: Examinee[] = []
  // One after the other: a mail may carry two hundred files.
  for (const piece of courriel.pieces) if (!estUnDecor(piece)) examinees.push(...(await examinerTout(piece)))
  const { premiere, autres } = fichesDuMessage(courriel, examinees)
  const pieces = examinees.map(({ nom, document }): PieceExaminee =>
    document.ok ? { nom, lu: true } : { nom, lu: false, motif: document.detail },
  )
  if (premiere) {
    const mots = `${courriel.texte}\n${courriel.de.nom}`
    const accentuer = ({ fiche, citee }: FicheLueDuMessage) => ({ fiche: avecAccentsDuMessage(fiche, mots), citee })
    return { ...accentuer(premiere), autres: autres.map(accentuer), illisible: false, aOuvrir: [], pieces }
  }
  const illisible = examinees.some((piece) => seraitLaFiche(piece, courriel))
  const aOuvrir = illisible ? [] : [...examinees.filter(({ aLire }) => aLire).map(nommer), ...depots(courriel)]
  return { fiche: illisible ? ficheVide() : null, autres: [], citee: false, illisible, aOuvrir, pieces }
}

/**
 * The fiches of the mail: those of its files and of its sender's own words; where there is none, those that it quotes. A mail passed on as a
 * file brings its own beside them.
 */
function fichesDuMessage(courriel: CourrielLu, examinees: readonly Examinee[]) {
  const duCorps = fichesDuCorps(courriel)
  const propres = fichesDistinctes([...examinees.flatMap(({ fiche }) => fiche ?? []), ...duCorps.ecrites])
  const transmises = courriel.joints.flatMap(fichesDuJoint)
  const citees = fichesDistinctes([...(propres.length > 0 ? [] : duCorps.citees()), ...transmises])
  const nouvelles = citees.filter((citee) => !propres.some((propre) => estLaMeme(propre, citee)))
  const trouvees = [
    ...propres.map((fiche) => ({ fiche, citee: false })),
    ...nouvelles.map((fiche) => ({ fiche, citee: true })),
  ]
  if (trouvees.length > 0) return rangerParPoids(trouvees)
  return rangerParPoids(fichesDistinctes(duCorps.entreLesLignes()).map((fiche) => ({ fiche, citee: false })))
}

/** Shown in the text, and too light to be the photo of a page: the logo of a signature. */
const estUnDecor = ({ dansLeTexte, taille }: PieceGardee): boolean => dansLeTexte && taille < 2_000

const nommer = ({ nom, piece, document }: Examinee): string => `«\u00a0${nom}\u00a0» (${raison(piece, document)})`

const ENVELOPPES: [RegExp, string][] = [
  [/pkcs7-mime/i, 'message signé ou chiffré, à ouvrir dans la messagerie'],
  [/7z|rar|x-tar|gzip|x-bzip/i, 'archive qui n’est pas ouverte ici'],
]

function raison({ type, typeReel, nom }: PieceGardee, document: DocumentLu): string {
  const enveloppe = ENVELOPPES.find(
    ([motif]) => motif.test(type) || motif.test(typeReel) || (/\.p7m$/i.test(nom) && motif.test('pkcs7-mime')),
  )
  const detail = document.ok ? '' : (document.detail ?? '')
  return enveloppe?.[1] ?? detail.replace(/\.$/, '').replace(/^\p{Lu}/u, (lettre) => lettre.toLowerCase())
}

const depots = ({ texte }: CourrielLu): string[] =>
  depotsCites(motsDeLExpediteur(texte)).map((service) => `fichiers à télécharger sur ${service}`)

type FichesDuCorps = {
  /** In what the sender wrote, as text then as HTML. */
  ecrites: FicheLue[]
  /** For when these say nothing: in what they quote. */
  citees: () => FicheLue[]
  /** For when a quotation alone is no fiche: the answers to a blank one stand between its quoted labels, and they are the sender's. */
  entreLesLignes: () => FicheLue[]
}

function fichesDuCorps({ texte, html }: CourrielLu): FichesDuCorps {
  const lignes = lignesDuMessage(texte)
  const partDe = (part: LigneDeMessage['part']) => lignesDeTexte(lignes.filter((ligne) => ligne.part === part))
  const enHtml = html === null || html === '' ? [] : partagerHtml(html)
  const partDuHtml = (part: LigneDeMessage['part']) => enHtml.filter((ligne) => ligne.part === part)
  return {
    ecrites: [partDe('ECRITE'), partDuHtml('ECRITE')].map(extraireFiche),
    citees: () => [partDe('CITEE'), partDuHtml('CITEE')].map(extraireFiche),
    entreLesLignes: () => [lignesDeTexte(lignes.filter(sansEntete)), enHtml.filter(sansEntete)].map(extraireFiche),
  }
}

/** A message passed on as a file is quoted, all of it. */
function fichesDuJoint({ texte, html }: CourrielLu['joints'][number]): FicheLue[] {
  return [
    extraireFiche(lignesDeTexte(lignesDuMessage(texte).filter(sansEntete))),
    ...(html ? [extraireFiche(partagerHtml(html).filter(sansEntete))] : []),
  ]
}

const sansEntete = ({ part }: Pick<LigneDeMessage, 'part'>): boolean => part !== 'ENTETE'

/** The lines of a page, each with whose words it holds; what the page marks as quoted is told as in a text. */
function partagerHtml(html: string): (Ligne & Pick<LigneDeMessage, 'part'>)[] {
  const { lignes, citees } = readHtmlCitant(html, CORPS)
  const textes = lignes.map(({ cellules }, rang) => `${citees.has(rang) ? '> ' : ''}${cellules.join(' ')}`)
  const parts = partagerLignes(textes)
  return lignes.map((ligne, rang) => ({ ...ligne, part: parts[rang]?.part ?? 'ECRITE' }))
}

const lignesDeTexte = (lignes: LigneDeMessage[]): Ligne[] =>
  lignes.slice(0, 5_000).map(({ texte, numero }) => ({
    cellules: [texte.slice(0, 20_000)],
    source: { fichier: CORPS, endroit: `ligne ${numero}` },
  }))

/** Whether a file in which nothing was read may be the fiche: a scan or a protected document, announced as such, that is not the budget. */
function seraitLaFiche({ nom, piece, document, fiche }: Examinee, { objet, texte }: CourrielLu): boolean {
  if (BUDGET.test(plier(nom)) && !ANNONCE.test(plier(nom))) return false
  const peutLEtre =
    /pdf|word|opendocument|rtf|image|cfb|msword|zip/.test(piece.typeReel) ||
    /\.(?:pdf|docx?|odt|rtf|jpe?g|png|heic|tiff?)$/i.test(nom)
  const vide = !document.ok || (fiche !== null && countLus(fiche) === 0)
  return peutLEtre && vide && piece.taille > 2_000 && ANNONCE.test(plier(`${objet}\n${texte}\n${nom}`))
}

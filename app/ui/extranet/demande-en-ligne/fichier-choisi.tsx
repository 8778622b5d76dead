import { choixDeFichiers, verifierFichier } from '#domain/demande-en-ligne/pieces'
import { lireNom, MAX_LIBELLE } from '#domain/piece/libelle'
import { REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'
import { reunirPhotos } from '#ui/extranet/demande-en-ligne/photos'

/** What leaves of what was chosen; without a file, or with a phrase, nothing does. `propose` is a name that will do. */
export type Prepare = { fichier: File | null; phrase: string | null; propose: string | null }

const raccourcir = (libelle: string): string =>
  Array.from(libelle.normalize('NFC')).slice(0, MAX_LIBELLE).join('').trim()

const refuser = (refus: keyof typeof REFUS_DE_PIECE): Prepare => ({
  ...{ fichier: null, phrase: REFUS_DE_PIECE[refus], propose: null },
})

/** What can be told of a file before it leaves. */
function verifier(fichier: File): Prepare {
  const { name: nom, size: taille } = fichier
  const pris = verifierFichier({ nom, taille })
  if (pris.ok) return { fichier, phrase: null, propose: null }
  const phrase = REFUS_DE_PIECE[pris.reason]
  if (pris.reason !== 'LIBELLE_TROP_LONG') return { fichier, phrase, propose: null }
  const { libelle, extension } = lireNom(nom)
  const court = raccourcir(libelle)
  return { fichier, phrase, propose: extension ? `${court}.${extension}` : court }
}

/** A camera calls all its photos the same, and a file takes the place of one of its name: each is called by the second it was taken at. */
const nomDePhoto = (le: Date) => `Photo ${le.toLocaleTimeString('fr-FR').replaceAll(':', ' ')}`

/** What was chosen, or just taken as a photo, as the one file that leaves: photos are put together. */
export async function preparer(code: string, choisis: readonly File[], prise: boolean): Promise<Prepare> {
  const [premier] = choisis
  if (!premier) return refuser('SANS_FICHIER')
  const noms = choisis.map(({ name }) => name)
  const choix = choixDeFichiers(code, noms)
  if (choix === 'TEL_QUEL') return verifier(premier)
  if (choix !== 'EN_UN_PDF') return refuser(choix)
  const nom = prise ? nomDePhoto(new Date()) : raccourcir(lireNom(premier.name).libelle) || 'Photo'
  const pdf = await reunirPhotos(choisis, nom)
  if (pdf) return verifier(pdf)
  return choisis.length > 1 ? refuser('PHOTO_ILLISIBLE') : verifier(premier)
}

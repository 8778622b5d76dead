import { ok, type Result } from '#domain/result'
import { feuilleCsv, decoder } from '#fichiers/tableau/csv'
import { type Feuille, feuillesDe } from '#fichiers/classeur/classeur'
import {
  commenceParZip,
  type Limites,
  LIMITES_CLASSEUR,
  motifOle,
  ouvrirClasseur,
} from '#fichiers/classeur/garde-classeur'
import { type MotifFichier, refuserFichier } from '#fichiers/type/refus'

/** A listing of 20 000 demandes has 600 000 cells, three times what a budget may hold. */
export const LIMITES_LISTING: Limites = { ...LIMITES_CLASSEUR, cellules: 2_000_000, decompresse: 300_000_000 }

const BINAIRES = [/^%PDF-/, /^\u0089PNG/, /^ÿØÿ/, /^\s*<(!doctype html|html|\?xml|table)/i]

/**
 * Opens a table that came from outside, .xlsx or text, by its content and never by its name. A file that cannot be read is a refusal whose
 * `detail` is the sentence to show.
 */
export async function ouvrirTableau(
  fichier: { nom: string; contenu: Buffer },
  limites: Limites = LIMITES_LISTING,
): Promise<Result<Feuille[], MotifFichier>> {
  const { nom, contenu } = fichier
  if (contenu.length > limites.octets) return refuserFichier(nom, 'TROP_LOURD')
  if (commenceParZip(contenu) || motifOle(contenu)) {
    const classeur = await ouvrirClasseur(fichier, limites)
    if (!classeur.ok) return classeur
    try {
      return ok(await feuillesDe(classeur.value))
    } catch {
      return refuserFichier(nom, 'ABIME')
    }
  }
  const texte = decoder(contenu)
  if (texte?.trim() === '') return refuserFichier(nom, 'VIDE')
  if (texte === null || BINAIRES.some((signature) => signature.test(texte.slice(0, 200))))
    return refuserFichier(nom, 'AUTRE_FORMAT')
  return ok([feuilleCsv(nom, texte)])
}

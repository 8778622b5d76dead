import type { Ligne } from '#domain/portail/cellule'
import { champsManquants, type Entete, trouverEntete } from '#domain/portail/colonnes'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import type { DemandeLue, LigneEcartee, Rejet } from '#domain/portail/demande-lue'
import { lecteurDeListing, type LigneLue } from '#domain/portail/listing'
import { ok, type Result } from '#domain/result'
import type { Feuille } from '#fichiers/classeur/classeur'
import { type MotifFichier, refuserColonnes, refuserFichier } from '#fichiers/type/refus'
import { ouvrirTableau } from '#fichiers/tableau/tableau'

/** An extraction of the portal, checked from end to end and ready to be read as often as needed. */
export type Listing = {
  feuille: string
  entete: Entete
  /** Rows under the heading that hold anything: what a progress bar counts. */
  total: number
  /** The lines as demandes or rejets, in their order; blank lines and totals are left out. */
  lignes: () => AsyncGenerator<Exclude<LigneLue, { nature: 'RIEN' }>, void>
}

const LIGNES_AVANT_ENTETE = 50

/**
 * Opens a listing of demandes: the first sheet whose heading row names all that a demande needs, wherever it is. Everything is read once
 * here, so that a broken end of file is refused before its first line is imported.
 */
export async function ouvrirListing(fichier: { nom: string; contenu: Buffer }): Promise<Result<Listing, MotifFichier>> {
  const feuilles = await ouvrirTableau(fichier)
  if (!feuilles.ok) return feuilles
  try {
    return await choisirFeuille(fichier.nom, feuilles.value)
  } catch {
    return refuserFichier(fichier.nom, 'ABIME')
  }
}

/** The lines of a listing, by what they are. */
export type ListingLu = { demandes: DemandeLue[]; rejets: Rejet[]; ecartees: LigneEcartee[] }

/** {@link ouvrirListing}, read to its end. */
export async function lireListing(fichier: { nom: string; contenu: Buffer }): Promise<Result<ListingLu, MotifFichier>> {
  const listing = await ouvrirListing(fichier)
  if (!listing.ok) return listing
  const lu: ListingLu = { demandes: [], rejets: [], ecartees: [] }
  for await (const ligne of listing.value.lignes()) {
    if (ligne.nature === 'DEMANDE') lu.demandes.push(ligne.demandeLue)
    else if (ligne.nature === 'REJET') lu.rejets.push(ligne.rejet)
    else lu.ecartees.push(ligne.ecartee)
  }
  return ok(lu)
}

async function choisirFeuille(nom: string, feuilles: Feuille[]): Promise<Result<Listing, MotifFichier>> {
  let proche: Entete | null = null
  for (const feuille of feuilles) {
    const entete = trouverEntete(await premieresLignes(feuille))
    if (entete === null) continue
    if (champsManquants(entete).length === 0) {
      const total = await compterLignes(feuille, entete)
      return ok({ feuille: feuille.nom, entete, total, lignes: () => lireLignes(feuille, entete) })
    }
    if (proche === null || champsManquants(entete).length < champsManquants(proche).length) proche = entete
  }
  if (proche === null) return refuserFichier(nom, 'SANS_ENTETE')
  return refuserColonnes(
    nom,
    champsManquants(proche).map((champ) => ENTETE_PORTAIL[champ]),
  )
}

async function premieresLignes(feuille: Feuille): Promise<Ligne[]> {
  const lignes: Ligne[] = []
  for await (const ligne of feuille.lignes()) {
    lignes.push(ligne)
    if (lignes.length >= LIGNES_AVANT_ENTETE) break
  }
  return lignes
}

const estBlanche = ({ cellules }: Ligne) => cellules.every(({ texte }) => texte.trim() === '')

async function compterLignes(feuille: Feuille, entete: Entete): Promise<number> {
  let total = 0
  for await (const ligne of feuille.lignes()) if (ligne.numero > entete.ligne && !estBlanche(ligne)) total += 1
  return total
}

async function* lireLignes(feuille: Feuille, { ligne: debut, colonnes }: Entete): ReturnType<Listing['lignes']> {
  const lire = lecteurDeListing(colonnes)
  for await (const ligne of feuille.lignes()) {
    if (ligne.numero <= debut) continue
    const lue = lire(ligne)
    if (lue.nature !== 'RIEN') yield lue
  }
}

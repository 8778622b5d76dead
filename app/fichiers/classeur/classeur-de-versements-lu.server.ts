import { parseMontant } from '#domain/budget/montant'
import { parseNumero } from '#domain/dossier/numero'
import { type Cellule, type Ligne, VIDE } from '#domain/portail/cellule'
import { ok, type Result } from '#domain/result'
import {
  COLONNES_DE_VERSEMENTS,
  type ColonneDeVersements,
  type LigneDeVersements,
} from '#domain/suite-accord/classeur-de-versements'
import { NATURES_VERSEMENT } from '#domain/suite-accord/versement'
import { jourSaisi } from '#domain/temps/saisie'
import { LIMITES_CLASSEUR } from '#fichiers/classeur/garde-classeur'
import { ouvrirTableau } from '#fichiers/tableau/tableau'
import { type MotifFichier, refuserFichier } from '#fichiers/type/refus'

/** Rows read at most: a year of payments is some hundreds. */
const LIGNES_LUES_MAX = 5_000
/** The heading is among these. */
const LIGNES_AVANT_ENTETE = 20

/** Without accents, case or marks, since a heading is written in many ways. */
const plat = (texte: string) =>
  texte
    .normalize('NFD')
    .replace(/[\p{M}]+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

const NOMS: Record<ColonneDeVersements, readonly string[]> = {
  numero: ['numerodedossier', 'numerodudossier', 'ndedossier', 'ndossier', 'nodossier', 'dossier', 'numero'],
  nature: ['nature', 'natureduversement', 'type'],
  montant: ['montant', 'montantverse', 'montantpaye', 'montanteneuros'],
  date: ['date', 'dateduversement', 'datedeversement', 'datedepaiement', 'versele', 'payele'],
  reference: ['reference', 'referencedumandat', 'mandat', 'numerodemandat', 'ndemandat', 'titre'],
}

type Places = Record<ColonneDeVersements, number>

/** Where each column is, when this row names them all. */
function placesDe({ cellules }: Ligne): Places | null {
  const noms = cellules.map(({ texte }) => plat(texte))
  const places = COLONNES_DE_VERSEMENTS.map(
    (colonne) => [colonne, noms.findIndex((nom) => NOMS[colonne].includes(nom))] as const,
  )
  return places.every(([, place]) => place >= 0) ? (Object.fromEntries(places) as Places) : null
}

function lireMontant({ texte, nombre, date }: Cellule) {
  return date || texte.trim() === '' ? null : parseMontant(nombre ?? texte)
}

function lireJour({ texte, date }: Cellule) {
  if (date) return date
  const lu = jourSaisi(texte)
  return lu.ok ? lu.value : null
}

function lireLigne(ligne: Ligne, places: Places): LigneDeVersements {
  const cellule = (colonne: ColonneDeVersements) => ligne.cellules[places[colonne]] ?? VIDE
  const numero = cellule('numero').texte.trim().slice(0, 40)
  const nature = plat(cellule('nature').texte)
  return {
    rang: ligne.numero,
    numero: parseNumero(numero) ?? numero,
    nature: NATURES_VERSEMENT.find((une) => nature.startsWith(une.toLowerCase())) ?? null,
    montantCents: lireMontant(cellule('montant')),
    le: lireJour(cellule('date')),
    reference: cellule('reference').texte,
  }
}

const estVide = ({ cellules }: Ligne) => cellules.every(({ texte }) => texte.trim() === '')

/** The rows of the accountants’ file, .xlsx or .csv: the first sheet whose heading names all the columns. */
export async function lireClasseurDeVersements(fichier: {
  nom: string
  contenu: Buffer
}): Promise<Result<LigneDeVersements[], MotifFichier>> {
  const feuilles = await ouvrirTableau(fichier, LIMITES_CLASSEUR)
  if (!feuilles.ok) return feuilles
  try {
    for (const feuille of feuilles.value) {
      const lues: LigneDeVersements[] = []
      let places: Places | null = null
      for await (const ligne of feuille.lignes()) {
        if (places) {
          if (!estVide(ligne)) lues.push(lireLigne(ligne, places))
        } else if (ligne.numero > LIGNES_AVANT_ENTETE) break
        else places = placesDe(ligne)
        if (lues.length > LIGNES_LUES_MAX) return refuserFichier(fichier.nom, 'TROP_DE_CELLULES')
      }
      if (places) return ok(lues)
    }
    return refuserFichier(fichier.nom, 'PAS_UN_CLASSEUR_DE_VERSEMENTS')
  } catch {
    return refuserFichier(fichier.nom, 'ABIME')
  }
}

import { parseMontant } from '#domain/budget/montant'
import { parseNumero } from '#domain/dossier/numero'
import type { Cellule } from '#domain/portail/cellule'
import type { Result } from '#domain/result'
import type { ColonneDeVersements, LigneDeVersements } from '#domain/suite-accord/classeur-de-versements'
import { NATURES_VERSEMENT } from '#domain/suite-accord/versement'
import { jourDeCellule, lireColonnesNommees, type Noms, plat } from '#fichiers/tableau/colonnes-nommees'
import type { MotifFichier } from '#fichiers/type/refus'

const NOMS: Noms<ColonneDeVersements> = {
  numero: [['numerodedossier', 'numerodudossier', 'ndedossier', 'ndossier', 'nodossier', 'dossier', 'numero']],
  nature: [['nature', 'natureduversement', 'type']],
  montant: [['montant', 'montantverse', 'montantpaye', 'montanteneuros']],
  date: [['date', 'dateduversement', 'datedeversement', 'datedepaiement', 'versele', 'payele']],
  reference: [['reference', 'referencedumandat', 'mandat', 'numerodemandat', 'ndemandat', 'titre']],
}

function lireMontant({ texte, nombre, date }: Cellule) {
  return date || texte.trim() === '' ? null : parseMontant(nombre ?? texte)
}

function lireLigne(cellule: (colonne: ColonneDeVersements) => Cellule, rang: number): LigneDeVersements {
  const numero = cellule('numero').texte.trim().slice(0, 40)
  const nature = plat(cellule('nature').texte)
  return {
    rang,
    numero: parseNumero(numero) ?? numero,
    nature: NATURES_VERSEMENT.find((une) => nature.startsWith(une.toLowerCase())) ?? null,
    montantCents: lireMontant(cellule('montant')),
    le: jourDeCellule(cellule('date')),
    reference: cellule('reference').texte,
  }
}

/** The rows of the accountants’ file, .xlsx or .csv: the first sheet whose heading names all the columns. */
export const lireClasseurDeVersements = (fichier: {
  nom: string
  contenu: Buffer
}): Promise<Result<LigneDeVersements[], MotifFichier>> =>
  lireColonnesNommees(fichier, { noms: NOMS, lire: lireLigne, sinon: 'PAS_UN_CLASSEUR_DE_VERSEMENTS' })

import { parseMontant } from '#domain/budget/montant'
import { MOTIFS_REFUS } from '#domain/dossier/decision'
import type { Cellule, Ligne } from '#domain/portail/cellule'
import { ok, type Result } from '#domain/result'
import {
  COLONNES_DU_CLASSEUR,
  type ColonneDuClasseur,
  ILLISIBLE,
  type LigneDuClasseur,
} from '#domain/seance/classeur-de-votes'
import { VOTES } from '#domain/seance/vote'
import { feuillesDe } from '#fichiers/classeur/classeur'
import { ouvrirClasseur } from '#fichiers/classeur/garde-classeur'
import { type MotifFichier, refuserFichier } from '#fichiers/type/refus'
import { LIBELLE_MOTIF_REFUS } from '#libelles/dossier/dossier'
import { LIBELLE_COLONNE_DU_CLASSEUR } from '#libelles/seance/classeur'
import { LIBELLE_VOTE } from '#libelles/seance/seance'

const RIEN: Cellule = { texte: '' }
const cellule = ({ cellules }: Ligne, colonne: ColonneDuClasseur): Cellule =>
  cellules[COLONNES_DU_CLASSEUR.indexOf(colonne)] ?? RIEN
const mots = (ligne: Ligne, colonne: ColonneDuClasseur) => cellule(ligne, colonne).texte.trim()

/** Without accents or case, since what is typed over a list is written in many ways. */
const plat = (texte: string) =>
  texte
    .normalize('NFD')
    .replace(/[\p{M}\s,.]+/gu, '')
    .toLowerCase()

/** A workbook sent out before there was this column comes back without it. */
const RECENTES: readonly ColonneDuClasseur[] = ['presents']

const estEntete = (ligne: Ligne | undefined): boolean =>
  ligne?.numero === 1 &&
  COLONNES_DU_CLASSEUR.every((colonne) => {
    const dit = plat(mots(ligne, colonne))
    return dit === plat(LIBELLE_COLONNE_DU_CLASSEUR[colonne]) || (dit === '' && RECENTES.includes(colonne))
  })

function lireMontant({ texte, nombre, date }: Cellule): LigneDuClasseur['montantCents'] {
  if (texte.trim() === '') return null
  const montant = date ? null : parseMontant(nombre ?? texte)
  return montant === null || montant < 0n ? ILLISIBLE : montant
}

function lireLigne(ligne: Ligne): LigneDuClasseur {
  const [vote, motif, version] = [mots(ligne, 'vote'), mots(ligne, 'motif'), cellule(ligne, 'version').nombre]
  return {
    rang: ligne.numero,
    cle: mots(ligne, 'cle').toLowerCase(),
    version: version ?? null,
    vote: vote === '' ? null : (VOTES.find((un) => plat(LIBELLE_VOTE[un]) === plat(vote)) ?? ILLISIBLE),
    montantCents: lireMontant(cellule(ligne, 'montant')),
    motif: MOTIFS_REFUS.find((un) => plat(LIBELLE_MOTIF_REFUS[un]) === plat(motif)) ?? motif,
    precision: mots(ligne, 'precision'),
    depassement: mots(ligne, 'depassement'),
    presents: mots(ligne, 'presents'),
  }
}

/** The rows of the workbook of a séance that came back; one whose columns are no longer those that were sent out is refused whole. */
export async function lireClasseurDeVotes(fichier: {
  nom: string
  contenu: Buffer
}): Promise<Result<LigneDuClasseur[], MotifFichier>> {
  const classeur = await ouvrirClasseur(fichier)
  if (!classeur.ok) return classeur
  try {
    const [feuille] = await feuillesDe(classeur.value)
    const lignes: Ligne[] = []
    if (feuille) for await (const ligne of feuille.lignes()) lignes.push(ligne)
    const [entete, ...suite] = lignes
    if (!estEntete(entete)) return refuserFichier(fichier.nom, 'PAS_UN_CLASSEUR_DE_VOTES')
    return ok(suite.filter(({ cellules }) => cellules.some(({ texte }) => texte.trim() !== '')).map(lireLigne))
  } catch {
    return refuserFichier(fichier.nom, 'ABIME')
  }
}

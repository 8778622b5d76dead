import type { Montant } from '#domain/budget/montant'
import type { No } from '#domain/result'
import {
  type CelluleRefusee,
  celluleDe,
  type ColonneDuClasseur,
  type RefusDeCellule,
  type VoteDeClasseur,
} from '#domain/seance/classeur-de-votes'
import { CHAMP_DU_REFUS_DE_VOTE, type RefusVote, type Vote } from '#domain/seance/vote'
import { montantCourt } from '#libelles/budget/montant'
import { libelleMotif } from '#libelles/dossier/dossier'
import { libelleRefusVote } from '#libelles/seance/refus'
import { LIBELLE_VOTE } from '#libelles/seance/seance'

/** The headings of the workbook of a séance. */
export const LIBELLE_COLONNE_DU_CLASSEUR: Record<ColonneDuClasseur, string> = {
  cle: 'Clé (ne pas changer)',
  version: 'Version (ne pas changer)',
  rang: 'Rang',
  numero: 'Dossier',
  structure: 'Structure',
  objet: 'Projet',
  demande: 'Demandé',
  propose: 'Proposé',
  vote: 'Vote',
  montant: 'Montant voté',
  motif: 'Motif du refus',
  precision: 'Pourquoi (la structure le lira)',
  depassement: 'Pourquoi au-delà de l’enveloppe',
  presents: 'Présents, et qui ne prend pas part au vote',
}

const CHANGEE =
  'cette ligne a changé depuis que le classeur a été donné\u00a0: regardez-la dans la séance, ou retéléchargez la liste.'

const PHRASES: Record<RefusDeCellule, string> = {
  CLE_INCONNUE:
    'cette clé n’est celle d’aucune ligne de cette séance\u00a0: retéléchargez la liste et reportez-y le vote.',
  CLE_EN_DOUBLE: 'cette clé est déjà plus haut dans le classeur\u00a0: seule la première ligne est lue.',
  LIGNE_CHANGEE: CHANGEE,
  DEJA_CE_VOTE: 'ce vote est déjà enregistré.',
  VOTE_VIDE: 'aucun vote n’est écrit.',
  VOTE_ILLISIBLE: 'ce vote ne se lit pas\u00a0: choisissez-le dans la liste de la cellule.',
  MONTANT_ILLISIBLE: 'ce montant ne se lit pas\u00a0: écrivez-le en euros, par exemple 4500 ou 4500,50.',
  MONTANT_A_DONNER: 'donnez le montant voté.',
  MONTANT_DE_TROP: `ce montant n’est pas celui de ce vote\u00a0: choisissez «\u00a0${LIBELLE_VOTE.MODIFIE}\u00a0», ou videz la cellule.`,
  MONTANT_SUPERIEUR_AU_DEMANDE: 'le montant voté dépasse le montant demandé.',
  ENVELOPPE_DEPASSEE:
    'avec les lignes d’avant, ce vote dépasse ce qui reste de l’enveloppe\u00a0: dites pourquoi, ou votez moins.',
}

const dire = (colonne: ColonneDuClasseur, rang: number, phrase: string) =>
  `Cellule ${celluleDe(colonne, rang)}\u00a0: ${phrase}`

/** Why a row of the workbook is left as it is, and the cell that says so. */
export const phraseDeCellule = ({ colonne, rang, reason }: CelluleRefusee): string =>
  dire(colonne, rang, PHRASES[reason])

/** Why the vote of a row was not entered, in words, and the cell it is about. */
export function libelleRefusVoteDuClasseur(
  { reason, detail }: No<RefusVote | 'LIGNE_INCONNUE' | 'LIGNE_CHANGEE'>,
  { rangDuClasseur: rang }: Pick<VoteDeClasseur, 'rangDuClasseur'>,
): string {
  if (reason === 'LIGNE_INCONNUE') return dire('cle', rang, PHRASES.CLE_INCONNUE)
  if (reason === 'LIGNE_CHANGEE') return dire('version', rang, CHANGEE)
  const dit = libelleRefusVote(detail === undefined ? { ok: false, reason } : { ok: false, reason, detail })
  return dire(CHAMP_DU_REFUS_DE_VOTE[reason] ?? 'vote', rang, dit.charAt(0).toLowerCase() + dit.slice(1))
}

type VoteDit = { vote: Vote; montantCents: Montant | null; motif: string | null; depassement: string }

/** « Adopté, montant modifié : 3 000 € », and why beyond the enveloppe. */
export function phraseVote({ vote, montantCents, motif, depassement }: VoteDit): string {
  const quoi = montantCents === null ? motif && libelleMotif(motif) : montantCourt(montantCents)
  const dit = `${LIBELLE_VOTE[vote]}${quoi ? `\u00a0: ${quoi}` : ''}.`
  return depassement ? `${dit} Au-delà de l’enveloppe\u00a0: ${depassement}` : dit
}

import type { Parties } from '#domain/dossier/deverrouillage'
import { enteteDe } from '#domain/portail/entetes'
import { LIBELLE_SECTION } from '#libelles/dossier/dossier'
import { nomDePiece, nomPourLeDemandeur } from '#libelles/piece/piece'

const parties =
  (nommer: (code: string) => string) =>
  ({ sections, champs, pieces }: Parties): string[] => [
    ...sections.map((section) => LIBELLE_SECTION[section]),
    ...champs.map((champ) => `champ «\u00a0${enteteDe(champ)}\u00a0»`),
    ...pieces.map((code) => `pièce «\u00a0${nommer(code)}\u00a0»`),
  ]

/** What is reopened, as an officer sees it: whole sections, then single fields and pièces by name. */
export const partiesOuvertes = parties(nomDePiece)

/** The same in a mail: the names that the portal gives to its pièces. */
export const partiesPourLeDemandeur = parties(nomPourLeDemandeur)

export const LIBELLE_CANAL = {
  COURRIEL: 'par courriel',
  TELEPHONE: 'par téléphone',
  EXTRANET: 'sur l’extranet',
} as const

/** Why a wish could not be written down or answered. */
export const LIBELLE_REFUS_SOUHAIT = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé\u00a0: le demandeur peut déjà tout modifier.',
  DEMANDEUR_MANQUANT: 'Dites qui demande.',
  TEXTE_TROP_COURT: 'Écrivez ce que la personne a demandé, avec ses mots.',
  DATE_A_VENIR: 'Une demande ne peut pas avoir été reçue demain\u00a0: vérifiez la date.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase au moins\u00a0: le demandeur la lira.',
  DEJA_TRAITEE: 'Cette demande a déjà reçu une réponse.',
  COURRIEL_PARTI: 'Le courriel est déjà parti\u00a0: la réponse ne peut plus être annulée.',
} as const

/** Why changes could not be taken or set aside. */
export const LIBELLE_REFUS_MODIFICATION = {
  RIEN_A_EXAMINER: 'Il n’y a plus de modification à examiner sur ce dossier.',
  ENCORE_OUVERT: 'Le demandeur peut encore écrire\u00a0: attendez qu’il valide, l’échéance, ou refermez d’abord.',
  FORMULAIRE_ILLISIBLE:
    'Le formulaire modifié ne peut plus être lu comme une demande\u00a0: écartez-le et importez à nouveau l’extraction.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase au moins\u00a0: le journal la gardera.',
} as const

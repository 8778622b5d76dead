import type { Dispositif } from '#domain/dispositif'
import type { Montant } from '#domain/budget/montant'
import type { Numero } from '#domain/dossier/numero'
import type { Champ, ChampCorrigible } from '#domain/portail/champs'
import type { SensStatut } from '#domain/portail/statut-portail'
import type { Genre } from '#domain/structure/genre'
import type { Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'

/** Something wrong in a line that does not stop it from being a demande. `motif` is a French sentence, `colonne` the file's heading. */
export type Anomalie = { colonne: string; motif: string; valeur: string }

/** A rejected line as it was read: what an officer may correct (#domain/portail/correction). `champ` is the cell it was rejected for. */
export type LigneRejetee = { champ: ChampCorrigible; donnees: Donnees }

/** A line that cannot be a demande, and why in French. `numero` is what it names all the same: its dossier is in the listing. */
export type Rejet = {
  ligne: number
  numero: Numero | null
  colonne: string
  valeur: string
  motif: string
  lue: LigneRejetee
}

/** A demande of another aid of the portal: counted, and left to those who handle it. */
export type LigneEcartee = { ligne: number; numero: Numero | null; type: string }

/** Every field of the line by its canonical name, as written save dates (`20/04/2025`), amounts (`15 750,00`) and SIRET, which are given one form. */
export type Donnees = Partial<Record<Champ, string>> & Record<string, string | undefined>

/** One deposited or drafted demande, read from a line of a listing. */
export type DemandeLue = {
  ligne: number
  /** Null on a draft, which the portal has not numbered yet. */
  numero: Numero | null
  /** Identity of a draft, to be hashed; also computed on a deposited line, so that it finds the draft it was. */
  cleBrouillon: string
  dispositif: Dispositif
  etat: 'BROUILLON' | 'DEPOSE'
  sens: SensStatut
  /** The portal's wording, as written. */
  statutPortail: string
  objet: string
  deposeLe: Jour | null
  montantDemande: Montant
  coutTotal: Montant | null
  structure: {
    nom: string
    sigle: string
    genre: Genre | null
    natureJuridique: string
    /** Fourteen digits with a right key, or null. */
    siret: string | null
    rna: string | null
    adresse: string
    codePostal: string
    /** The official name where the commune is known, else as written. */
    commune: string
    codeInsee: string | null
    courriel: string
    telephone: string
    site: string
  }
  representant: { nom: string; prenom: string; fonction: string }
  correspondant: { nom: string; prenom: string; fonction: string; courriel: string; telephone: string }
  projet: {
    pays: string
    villePartenaire: string
    dateDebut: Jour | null
    dateFin: Jour | null
    nbParticipants: number | null
  }
  donnees: Donnees
  anomalies: Anomalie[]
}

const HORS_WINDOWS_1252 = /[^\p{ASCII}\u00a0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu

/** What is left of a text after an export in Windows-1252, which writes `?` for what it does not know: « Iași » comes as « Ia?i ». */
export const apresWindows1252 = (texte: string): string => texte.normalize('NFC').replace(HORS_WINDOWS_1252, '?')

/** A draft has no number: its SIRET, type and objet tell it from the others, the same in an .xlsx and in a Windows-1252 .csv. */
export const cleBrouillon = ({ siret, type, objet }: { siret: string; type: string; objet: string }): string =>
  [siret.replace(/\D/g, ''), plier(type), plier(apresWindows1252(objet))].join('|')

import type { Fait } from '#domain/campagne/condition'
import type { Ouverture } from '#domain/piece/antivirus'
import type { Exigence } from '#domain/piece/completude'
import type { Reserve } from '#domain/piece/deja-detenue'
import type { Controle } from '#domain/piece/piece'
import type { SignalementDePiece } from '#domain/piece/signalement'

/** What was noticed of a file; `ecarte` says who found it a false alarm. */
export type Signalement = SignalementDePiece & { estNote: boolean; ecarte: { par: string; le: Date } | null }

export type Version = {
  id: string
  numero: number
  nomFichier: string
  taille: number
  typeMime: string
  signalements: Signalement[]
  /** False while its text waits to be read. */
  estLue: boolean
  recueLe: Date
  ouverture: Ouverture
}

export type Piece = {
  id: string
  code: string | null
  libelle: string
  controle: Controle
  motif: string | null
  precision: string
  controleLe: Date | null
  version: number
  controlePar: { prenom: string; nom: string } | null
  versions: Version[]
  /** The file of an earlier dossier that stands for it. */
  dispense: { versionId: string; nomFichier: string; numero: string } | null
}

/** What an earlier dossier of the structure holds. `le` is the day of its deposit. */
export type Offerte = {
  versionId: string
  numero: string
  nomFichier: string
  controleLe: Date | null
  le: string
  reserves: Reserve[]
}

/** One line of the list: a pièce asked for, deposited, or both. */
export type Ligne = {
  cle: string
  code: string | null
  exigence: Exigence | null
  /** What would have to be known for the exigence to be sure. */
  aVerifier: Fait[]
  /** The reasons offered for a refusal. */
  motifs: readonly string[]
  piece: Piece | null
  offerte: Offerte | null
}

export const estAbsente = ({ piece }: Ligne) =>
  !piece || (piece.versions.length === 0 && piece.controle !== 'SANS_OBJET' && piece.controle !== 'DISPENSEE')

export const aUnFichier = ({ piece }: Ligne) => (piece?.versions.length ?? 0) > 0

/** There is a file, and somebody knows what it is: an officer can say whether it is right. */
export const seJuge = (ligne: Ligne) => aUnFichier(ligne) && ligne.code !== null

const estAuBesoin = (ligne: Ligne) => ligne.exigence === 'SI_PERTINENT' && estAbsente(ligne)

/** The list as it is read: what is asked for, what came without being asked for, what is asked only where relevant and did not come. */
export const grouper = (lignes: Ligne[]): { titre: string; lignes: Ligne[] }[] =>
  [
    { titre: 'Pièces demandées', lignes: lignes.filter((l) => l.exigence !== null && !estAuBesoin(l)) },
    { titre: 'Autres fichiers déposés', lignes: lignes.filter((l) => l.exigence === null) },
    { titre: 'Si pertinent, non déposées', lignes: lignes.filter(estAuBesoin) },
  ].filter((groupe) => groupe.lignes.length > 0)

/** Where an officer should look first: a deposited file nobody has looked at. */
export const aControler = ({ piece }: Ligne) => piece?.controle === 'A_CONTROLER' && piece.versions.length > 0

/** The line an address asks for: its key, its code, « inconnue » for the first file nobody has named; else where to look first. */
export function ligneChoisie(lignes: Ligne[], choisie: string | null): Ligne | undefined {
  const demandee = lignes.find((l) => l.cle === choisie || l.code === choisie)
  if (demandee) return demandee
  const inconnue = choisie === 'inconnue' ? lignes.find((l) => l.piece && l.code === null) : undefined
  return inconnue ?? lignes.find(aControler) ?? lignes.find((l) => l.piece) ?? lignes[0]
}

/** What is still to be looked into, of the last version. */
export const alertesDe = ({ piece }: Ligne): Signalement[] =>
  (piece?.versions[0]?.signalements ?? []).filter((s) => !s.estNote && s.ecarte === null)

/** Which pièce a form speaks of: the version the page showed, or the code of one nobody deposited. */
export const champsVises = ({ piece, code }: Ligne): Record<string, string> =>
  piece ? { pieceId: piece.id, versionPiece: String(piece.version) } : { code: code ?? '' }

/** What a click on a link does in this page, and not when it opens another window. */
export const ici =
  (faire: () => void) =>
  ({ ctrlKey, metaKey, shiftKey }: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }) => {
    if (!ctrlKey && !metaKey && !shiftKey) faire()
  }

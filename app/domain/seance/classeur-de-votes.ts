import { type Montant, parseMontant, formatNombre } from '#domain/budget/montant'
import { LONGUEUR_MIN_PRECISION } from '#domain/dossier/decision'
import { type Vote, VOTES, type VoteSaisi } from '#domain/seance/vote'

/** The columns of the workbook of a séance, in their order: what a cell is called follows from it. */
export const COLONNES_DU_CLASSEUR = ['cle', 'version', 'rang', 'numero', 'structure', 'objet', 'demande', 'propose', 'vote', 'montant', 'motif', 'precision', 'depassement', 'presents'] as const // prettier-ignore
export type ColonneDuClasseur = (typeof COLONNES_DU_CLASSEUR)[number]

/** `J7`: the cell of this column on this row, as a spreadsheet names it. */
export const celluleDe = (colonne: ColonneDuClasseur, rang: number): string =>
  `${String.fromCharCode(65 + COLONNES_DU_CLASSEUR.indexOf(colonne))}${rang}`

/** What a cell holds where it is none of what it may be. */
export const ILLISIBLE = 'ILLISIBLE'
export type Illisible = typeof ILLISIBLE

/** One row of the workbook that came back; a cell left empty is null, or no words. */
export type LigneDuClasseur = {
  /** The row, as the spreadsheet numbers it. */
  rang: number
  cle: string
  version: number | null
  vote: Vote | null | Illisible
  montantCents: Montant | null | Illisible
  /** The code of a ground of refusal; its words where they are of none. */
  motif: string
  precision: string
  depassement: string
  presents: string
}

/** A line of the séance as it is now. */
export type LigneActuelle = {
  id: string
  dossierId: string
  version: number
  campagne: string
  demandeCents: Montant
  proposeCents: Montant
  vote: Vote | null
  montantCents: Montant | null
}

export type RefusDeCellule =
  | 'CLE_INCONNUE'
  | 'CLE_EN_DOUBLE'
  | 'LIGNE_CHANGEE'
  | 'DEJA_CE_VOTE'
  | 'VOTE_VIDE'
  | 'VOTE_ILLISIBLE'
  | 'MONTANT_ILLISIBLE'
  | 'MONTANT_A_DONNER'
  | 'MONTANT_DE_TROP'
  | 'MONTANT_SUPERIEUR_AU_DEMANDE'
  | 'ENVELOPPE_DEPASSEE'

export type CelluleRefusee = { reason: RefusDeCellule; colonne: ColonneDuClasseur; rang: number }

/** A vote as the workbook says it, of a line at the version that was sent out. */
export type VoteDeClasseur = { ligneId: string; versionDeLigne: number; rangDuClasseur: number; saisi: VoteSaisi }

/** What comes of one row: a vote to try, or the cell that says why it is not one. */
export type LigneJugee = { dossierId: string } & ({ vote: VoteDeClasseur } | { refus: CelluleRefusee })

/** An amount beside a vote that gives none, or another than is proposed beside an adoption. */
function refusDuMontant(
  { vote, montantCents }: Pick<LigneDuClasseur, 'montantCents'> & { vote: Vote },
  { proposeCents, demandeCents }: LigneActuelle,
): RefusDeCellule | null {
  if (montantCents === ILLISIBLE) return 'MONTANT_ILLISIBLE'
  if (vote === 'MODIFIE') {
    if (montantCents === null) return 'MONTANT_A_DONNER'
    return montantCents > demandeCents ? 'MONTANT_SUPERIEUR_AU_DEMANDE' : null
  }
  const attendu = vote === 'ADOPTE' ? proposeCents : 0n
  return montantCents !== null && montantCents !== attendu ? 'MONTANT_DE_TROP' : null
}

const dejaCeVote = (lue: LigneDuClasseur, { vote, montantCents }: LigneActuelle): boolean =>
  vote !== null && lue.vote === vote && (vote !== 'MODIFIE' || lue.montantCents === montantCents)

/** What the row asks of its line, before the enveloppe is looked at. */
function jugerLigne(lue: LigneDuClasseur, ligne: LigneActuelle): LigneJugee {
  const refus = (reason: RefusDeCellule, colonne: ColonneDuClasseur): LigneJugee => ({
    dossierId: ligne.dossierId,
    refus: { reason, colonne, rang: lue.rang },
  })
  const { vote, montantCents } = lue
  if (vote === null) return refus('VOTE_VIDE', 'vote')
  if (vote === ILLISIBLE) return refus('VOTE_ILLISIBLE', 'vote')
  if (dejaCeVote(lue, ligne)) return refus('DEJA_CE_VOTE', 'vote')
  if (lue.version !== ligne.version) return refus('LIGNE_CHANGEE', 'version')
  const montant = refusDuMontant({ vote, montantCents }, ligne)
  if (montant) return refus(montant, 'montant')
  const saisi = {
    vote,
    montantCents: vote === 'MODIFIE' && montantCents !== ILLISIBLE ? montantCents : null,
    motif: lue.motif,
    precision: lue.precision,
    depassement: lue.depassement,
    presents: lue.presents,
  }
  const voulu = { ligneId: ligne.id, versionDeLigne: ligne.version, rangDuClasseur: lue.rang, saisi }
  return { dossierId: ligne.dossierId, vote: voulu }
}

/**
 * What the workbook that came back asks of a séance, row by row: nothing is voted yet, and each vote is judged again by its own rule. `restes`
 * is what each enveloppe still holds (null without one): rows are taken in their order, and one that goes beyond without a reason is refused here,
 * since each tried alone would hold. `rejets` are the rows that name no line.
 */
export function jugerClasseur(
  lues: readonly LigneDuClasseur[],
  lignes: readonly LigneActuelle[],
  restes: Readonly<Record<string, Montant | null>>,
): { jugees: LigneJugee[]; rejets: CelluleRefusee[] } {
  const parId = new Map(lignes.map((ligne) => [ligne.id, ligne]))
  const vues = new Set<string>()
  const engages = new Map<string, Montant>()
  const jugees: LigneJugee[] = []
  const rejets: CelluleRefusee[] = []
  for (const lue of lues) {
    const ligne = parId.get(lue.cle)
    if (!ligne || vues.has(ligne.id)) {
      rejets.push({ reason: ligne ? 'CLE_EN_DOUBLE' : 'CLE_INCONNUE', colonne: 'cle', rang: lue.rang })
      continue
    }
    vues.add(ligne.id)
    const jugee = jugerLigne(lue, ligne)
    const voulu = 'vote' in jugee ? montantEngage(jugee.vote.saisi, ligne) : 0n
    const total = (engages.get(ligne.campagne) ?? 0n) + voulu
    const reste = restes[ligne.campagne] ?? null
    const depasse = voulu > 0n && reste !== null && total > reste
    if (depasse && lue.depassement.trim().length < LONGUEUR_MIN_PRECISION) {
      const refus = { reason: 'ENVELOPPE_DEPASSEE', colonne: 'depassement', rang: lue.rang } as const
      jugees.push({ dossierId: ligne.dossierId, refus })
    } else {
      engages.set(ligne.campagne, total)
      jugees.push(jugee)
    }
  }
  return { jugees, rejets }
}

const montantEngage = ({ vote, montantCents }: VoteSaisi, { proposeCents }: LigneActuelle): Montant => {
  if (vote === 'MODIFIE') return montantCents ?? 0n
  return vote === 'ADOPTE' ? proposeCents : 0n
}

type Champs = Readonly<
  Partial<
    Record<
      | 'ligneId'
      | 'versionDeLigne'
      | 'rangDuClasseur'
      | 'vote'
      | 'montant'
      | 'motif'
      | 'precision'
      | 'depassement'
      | 'presents',
      string
    >
  >
>

/** A vote as it is kept on its line until the yes. */
export const champsDuVote = ({ ligneId, versionDeLigne, rangDuClasseur, saisi }: VoteDeClasseur): Required<Champs> => ({
  ligneId,
  versionDeLigne: String(versionDeLigne),
  rangDuClasseur: String(rangDuClasseur),
  vote: saisi.vote,
  montant: saisi.montantCents === null ? '' : formatNombre(saisi.montantCents),
  motif: saisi.motif,
  precision: saisi.precision,
  depassement: saisi.depassement,
  presents: saisi.presents,
})

/** Reads what {@link champsDuVote} kept; null where it is not that. */
export function lireVoteDeClasseur(champs: Champs): VoteDeClasseur | null {
  const vote = VOTES.find((un) => un === champs.vote)
  const [versionDeLigne, rangDuClasseur] = [Number(champs.versionDeLigne), Number(champs.rangDuClasseur)]
  if (!vote || !champs.ligneId || !Number.isInteger(versionDeLigne) || !Number.isInteger(rangDuClasseur)) return null
  const { montant = '', motif = '', precision = '', depassement = '', presents = '' } = champs
  const saisi = {
    vote,
    montantCents: montant === '' ? null : parseMontant(montant),
    motif,
    precision,
    depassement,
    presents,
  }
  return { ligneId: champs.ligneId, versionDeLigne, rangDuClasseur, saisi }
}

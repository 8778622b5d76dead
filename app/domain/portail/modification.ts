import { type CodePiece, isCodePiece } from '#domain/piece/piece'
import { LONGUEUR_MIN_MOTIF, ouvert, type Parties, type Section } from '#domain/dossier/deverrouillage'
import type { Analyse } from '#domain/piece/antivirus'
import type { SignalementDePiece } from '#domain/piece/signalement'
import { CHAMPS_ADRESSE } from '#domain/portail/champs'
import { QUESTION_DE_CAMPAGNE } from '#domain/portail/entetes'
import { type Difference, differences } from '#domain/portail/rapprochement'
import { no, ok, type Result } from '#domain/result'

/** A file the demandeur put in while the dossier was open; it is no pièce yet. `cle` is where it is stored. */
export type FichierModifie = {
  cleDepot: string
  libelle: string
  rang: number
  code: CodePiece | null
  nomFichier: string
  cle: string
  taille: number
  typeMime: string
  sha256: string
  signalements: SignalementDePiece[]
  recuLe: string
  /** What the antivirus said of it; absent while it has not spoken. */
  analyse?: Analyse
}

/** One field of the form, changed; `horsParties` when the officer had not reopened it. */
export type ChampModifie = Difference & { horsParties: boolean }

/** Columns that the portal writes by itself: they say where the demande stands, not what it asks. */
const DU_PORTAIL = ['statut', 'deposeLe', 'numero', 'type']

const PROJET = ['objet', 'pays', 'villePartenaire', 'dateDebut', 'dateFin', 'nbParticipants']
const BUDGET = ['montantDemande', 'coutTotal']
const STRUCTURE = [
  'raisonSociale',
  'sigle',
  'natureJuridique',
  'siret',
  'rna',
  ...CHAMPS_ADRESSE,
  'courriel',
  'telephone',
  'site',
]

/** The fields an officer may reopen one by one, by the section of the form they stand in (docs/domaine.md § 1.3). */
export const CHAMPS_DE_SECTION = { STRUCTURE, PROJET, BUDGET } as const satisfies Partial<
  Record<Section, readonly string[]>
>

/** The section of a field. What a campagne asks of its own is of the project; what we do not place (persons, a new address, a column we do not know), of the structure. */
export function sectionDuChamp(champ: string): Section {
  if (PROJET.includes(champ) || champ.startsWith(QUESTION_DE_CAMPAGNE)) return 'PROJET'
  return BUDGET.includes(champ) ? 'BUDGET' : 'STRUCTURE'
}

export const estChampOuvert = ({ sections, champs }: Parties, champ: string): boolean =>
  sections.includes(sectionDuChamp(champ)) || champs.includes(champ)

/** A pièce is open with the pièces, or by its own code; the workbook also with the budget. */
export const estPieceOuverte = ({ sections, pieces }: Parties, code: string | null): boolean =>
  sections.includes('PIECES') ||
  (code === 'BUDGET_PROJET' && sections.includes('BUDGET')) ||
  (code !== null && pieces.includes(code))

type Donnees = Record<string, string | undefined>

/** What the demandeur changed in the form, against the version deposited. The portal's own columns are no change of theirs. */
export const champsModifies = (depose: Donnees, modifie: Donnees | null, parties: Parties): ChampModifie[] =>
  modifie === null
    ? []
    : differences(depose, modifie)
        .filter(({ champ }) => !DU_PORTAIL.includes(champ))
        .map((difference) => ({ ...difference, horsParties: !estChampOuvert(parties, difference.champ) }))

/** Puts a file among those of the set of changes: under the same label the last one replaces the one before. */
export const ajouterFichier = (fichiers: readonly FichierModifie[], fichier: FichierModifie): FichierModifie[] => [
  ...fichiers.filter(({ cleDepot }) => cleDepot !== fichier.cleDepot),
  fichier,
]

/** Reads the JSON column; what has another form is left out. A code that is not of ours is that of a pièce nobody recognises. */
export const lireFichiers = (json: unknown): FichierModifie[] =>
  Array.isArray(json)
    ? json
        .filter((f): f is FichierModifie => isFichier(f))
        .map((f) => ({ ...f, code: isCodePiece(f.code) ? f.code : null }))
    : []

const isFichier = (f: unknown): boolean =>
  typeof f === 'object' && f !== null && 'cleDepot' in f && 'cle' in f && 'sha256' in f && 'nomFichier' in f

export type RefusModification = 'RIEN_A_EXAMINER' | 'ENCORE_OUVERT' | 'FORMULAIRE_ILLISIBLE' | 'MOTIF_TROP_COURT'

/** Changes are taken or set aside once the demandeur has put the pen down. */
export function examinerModification(
  { modifications, deverrouillages }: { modifications: readonly unknown[]; deverrouillages: readonly Periode[] },
  now: Date,
): Result<null, RefusModification> {
  if (modifications.length === 0) return no('RIEN_A_EXAMINER')
  return ouvert({ deverrouillages }, now) ? no('ENCORE_OUVERT') : ok(null)
}

/** Sets the changes aside; the reason is kept with them. */
export function ecarter(dossier: Parameters<typeof examinerModification>[0], motif: string, now: Date) {
  const examen = examinerModification(dossier, now)
  if (!examen.ok) return examen
  const texte = motif.trim()
  return texte.length < LONGUEUR_MIN_MOTIF ? no<RefusModification>('MOTIF_TROP_COURT') : ok(texte)
}

type Periode = { echeance: Date; refermeLe: Date | null }

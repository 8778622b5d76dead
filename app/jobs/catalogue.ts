import { z } from 'zod'
import { defineJob } from '#jobs/contract'
import { analyseDeLettreSignee } from '#jobs/lettre-signee'
import { analyseDePieceEnLigne, lectureDeBudgetEnLigne, lienDeDemandeur, rappelDesDemandes } from '#jobs/demandeur'
import { annonceDeChangement } from '#jobs/reglement'
import { repriseDesEnvois, sondeDesEnvois } from '#jobs/envois'
import { resumeDesNouvelles } from '#jobs/nouvelles'
import { dessinDesLettres } from '#jobs/seance'
import { analyseDeFichierDeBilan, rappelDesAvis, suiviDesBilans, suiviDesComplements } from '#jobs/suites'
import { examenDeTranche, traitementDeTranche } from '#jobs/lot-actes'

/** Sends one courriel. */
export const envoiDeCourriel = defineJob({
  name: 'courriel.envoyer',
  queue: 'courriels',
  payload: z.object({ courrielId: z.uuid() }),
  attempts: 8,
  backoff: 5_000,
})

/** Writes to who forgot their password: `agentId` is nobody's where the address was nobody's. */
export const lienDeMotDePasse = defineJob({
  name: 'acces.oublier',
  queue: 'courriels',
  payload: z.object({ demandeId: z.uuid(), agentId: z.uuid(), demandeLe: z.number().int() }),
  attempts: 5,
  backoff: 5_000,
})

/** Builds the workbook of one rapport. */
export const generationDeRapport = defineJob({
  name: 'rapport.generer',
  queue: 'rapports',
  payload: z.object({ rapportId: z.uuid() }),
  attempts: 3,
  backoff: 30_000,
})

/** Reads one lot: a listing with its pièces, or mails. */
export const traitementDeLot = defineJob({
  name: 'lot.traiter',
  queue: 'lots',
  payload: z.object({ lotId: z.uuid() }),
  attempts: 3,
  backoff: 10_000,
})

/** Reads one received mail and puts it where it belongs. */
export const traitementDeCourriel = defineJob({
  name: 'courriel-recu.traiter',
  queue: 'messages',
  payload: z.object({ courrielRecuId: z.uuid() }),
  attempts: 4,
  backoff: 10_000,
})

/** Gives the undecided dossiers of a campagne what is asked today. */
export const reapplicationDesExigences = defineJob({
  name: 'exigences.reappliquer',
  queue: 'lots',
  payload: z.object({ reapplicationId: z.uuid() }),
  attempts: 3,
  backoff: 10_000,
})

/** Closes the déverrouillages whose échéance has passed; finds its own work. */
export const fermetureDesDeverrouillages = defineJob({
  name: 'deverrouillage.refermer',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 10_000,
})

/** Reminds the demandeurs whose opening ends soon; finds its own work. */
export const rappelDesDeverrouillages = defineJob({
  name: 'deverrouillage.rappeler',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 10_000,
})

/** Promises anew the work whose job the queue has lost; finds its own work. */
export const repriseDesTravaux = defineJob({
  name: 'travail.reprendre',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 1,
  backoff: 10_000,
})

/** Looks again at what the règlements say of the dossiers that wait for a decision, when one of them changed or what is left to give did. */
export const reexamenDesRecevabilites = defineJob({
  name: 'recevabilite.reexaminer',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 10_000,
})

/** Gathers the kept counts, so that reading them stays short. */
export const resserrementDesComptes = defineJob({
  name: 'comptes.resserrer',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 1,
  backoff: 10_000,
})

/** Compares the kept counts with the rows, and says any gap. */
export const verificationDesComptes = defineJob({
  name: 'comptes.verifier',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 60_000,
})

/** Takes away the files that have had their day: half-written ones, archives of ended imports, drawn pages. */
export const balayageDesFichiers = defineJob({
  name: 'fichiers.balayer',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 3,
  backoff: 60_000,
})

/** Takes away what has had its day: sessions, promises long carried, counters of sign-in. */
export const purgeDesPerimes = defineJob({
  name: 'perimes.purger',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 1,
  backoff: 10_000,
})

/** Scans a deposited file before it may be opened. */
export const analyseDePiece = defineJob({
  name: 'piece.analyser',
  queue: 'analyses',
  payload: z.object({ versionId: z.uuid() }),
  attempts: 8,
  backoff: 15_000,
})

/** Scans the files put in while a dossier is open, before they may be opened. */
export const analyseDeModification = defineJob({
  name: 'modification.analyser',
  queue: 'analyses',
  payload: z.object({ modificationId: z.uuid() }),
  attempts: 8,
  backoff: 15_000,
})

/** Scans a received mail and its files before they may be opened. */
export const analyseDeCourriel = defineJob({
  name: 'courriel.analyser',
  queue: 'analyses',
  payload: z.object({ courrielRecuId: z.uuid() }),
  attempts: 8,
  backoff: 15_000,
})

/** Promises the scan of the files that wait for one; finds its own work. */
export const repriseDesAnalyses = defineJob({
  name: 'analyse.reprendre',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 1,
  backoff: 10_000,
})

/** Reads the text of one deposited file, and says what it shows. */
export const examenDePiece = defineJob({
  name: 'piece.examiner',
  queue: 'analyses',
  payload: z.object({ versionId: z.uuid() }),
  attempts: 3,
  backoff: 5_000,
})

/** Promises the reading of the files that no rule of today has read; finds its own work. */
export const reexamenDesPieces = defineJob({
  name: 'pieces.reexaminer',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 1,
  backoff: 10_000,
})

/** Reads the workbook of one budget, and keeps what it says. */
export const lectureDeBudget = defineJob({
  name: 'budget.lire',
  queue: 'analyses',
  payload: z.object({ versionId: z.uuid() }),
  attempts: 5,
  backoff: 15_000,
})

/** Promises the reading of the budgets that nobody read, or that an older reading read; finds its own work. */
export const relectureDesBudgets = defineJob({
  name: 'budget.relire',
  queue: 'entretien',
  payload: z.object({}),
  attempts: 1,
  backoff: 10_000,
})

export const JOBS = [
  lienDeDemandeur,
  lienDeMotDePasse,
  lectureDeBudget,
  relectureDesBudgets,
  lectureDeBudgetEnLigne,
  analyseDePieceEnLigne,
  analyseDePiece,
  analyseDeCourriel,
  analyseDeModification,
  analyseDeLettreSignee,
  analyseDeFichierDeBilan,
  repriseDesAnalyses,
  examenDePiece,
  reexamenDesPieces,
  envoiDeCourriel,
  sondeDesEnvois,
  repriseDesEnvois,
  resumeDesNouvelles,
  generationDeRapport,
  traitementDeLot,
  traitementDeCourriel,
  reapplicationDesExigences,
  fermetureDesDeverrouillages,
  rappelDesDeverrouillages,
  rappelDesDemandes,
  annonceDeChangement,
  suiviDesComplements,
  suiviDesBilans,
  rappelDesAvis,
  examenDeTranche,
  traitementDeTranche,
  dessinDesLettres,
  repriseDesTravaux,
  purgeDesPerimes,
  reexamenDesRecevabilites,
  resserrementDesComptes,
  verificationDesComptes,
  balayageDesFichiers,
] as const
export type JobName = (typeof JOBS)[number]['name']

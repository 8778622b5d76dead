import type { Tx } from '#infra/db'
import { antivirusVoulu } from '#infra/env'
import { promiseJob, promiseJobs } from '#infra/outbox'
import { analyseDeCourriel, analyseDeModification, analyseDePiece } from '#jobs/catalogue'
import { analyseDeLettreSignee } from '#jobs/lettre-signee'
import { analyseDeFichierDeBilan } from '#jobs/suites'

/** Promises the scan of deposited files, in the transaction that receives them. Nothing to promise where no antivirus is set. */
export async function promettreAnalysesDePieces(tx: Tx, versions: readonly { versionId: string }[]): Promise<void> {
  if (antivirusVoulu()) await promiseJobs(tx, analyseDePiece, versions)
}

/** The same for a received mail and all that came with it. */
export async function promettreAnalyseCourriel(tx: Tx, courrielRecuId: string): Promise<void> {
  if (antivirusVoulu()) await promiseJob(tx, analyseDeCourriel, { courrielRecuId })
}

/** The same for what a demandeur put in while a dossier is open. */
export async function promettreAnalyseModification(tx: Tx, modificationId: string): Promise<void> {
  if (antivirusVoulu()) await promiseJob(tx, analyseDeModification, { modificationId })
}

/** The same for the signed letter of a decision. */
export async function promettreAnalyseLettreSignee(tx: Tx, lettreSigneeId: string): Promise<void> {
  if (antivirusVoulu()) await promiseJob(tx, analyseDeLettreSignee, { lettreSigneeId })
}

/** The same for a file of a bilan that a structure gives. */
export async function promettreAnalyseFichierDeBilan(tx: Tx, fichierId: string): Promise<void> {
  if (antivirusVoulu()) await promiseJob(tx, analyseDeFichierDeBilan, { fichierId })
}

/** What the antivirus said of a file. */
export const ANALYSES = ['NON_ANALYSE', 'SAIN', 'INFECTE'] as const
export type Analyse = (typeof ANALYSES)[number]

/**
 * Whether a file received from outside may be opened. VERROUILLE: for nobody, ever. EN_ATTENTE: not before the antivirus has spoken. LIBRE_NON_ANALYSE: no
 * antivirus is set, the file opens and the page says that nobody scanned it.
 */
export type Ouverture = 'LIBRE' | 'LIBRE_NON_ANALYSE' | 'EN_ATTENTE' | 'VERROUILLE'

/** `antivirus`: one is set. A file once found infected stays locked when the antivirus is taken away. */
export function ouvertureDe(analyse: Analyse, { antivirus }: { antivirus: boolean }): Ouverture {
  if (estVerrouille(analyse)) return 'VERROUILLE'
  if (analyse === 'SAIN') return 'LIBRE'
  return antivirus ? 'EN_ATTENTE' : 'LIBRE_NON_ANALYSE'
}

/** Why a file received from outside is not opened; ABSENT: its row names a file that the server no longer has. */
export type RefusDOuvrir = Exclude<Ouverture, 'LIBRE' | 'LIBRE_NON_ANALYSE'> | 'ABSENT'

/** A file once found infected: nothing of it is shown, with or without an antivirus. */
export const estVerrouille = (analyse: Analyse): boolean => analyse === 'INFECTE'

/** True where the file opens, scanned or not. */
export const estOuvrable = (ouverture: Ouverture): ouverture is 'LIBRE' | 'LIBRE_NON_ANALYSE' =>
  ouverture === 'LIBRE' || ouverture === 'LIBRE_NON_ANALYSE'

/** What may be opened at all: what a list of files to show is filtered by. */
export const analysesOuvrables = (reglage: { antivirus: boolean }): Analyse[] =>
  ANALYSES.filter((analyse) => estOuvrable(ouvertureDe(analyse, reglage)))

/** What is said of a whole that holds these files, a mail with its attachments: the worst of them. */
export function pireAnalyse(analyses: readonly Analyse[]): Analyse {
  if (analyses.includes('INFECTE')) return 'INFECTE'
  return analyses.includes('NON_ANALYSE') ? 'NON_ANALYSE' : 'SAIN'
}

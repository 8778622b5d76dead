import { ADRESSE_FAUSSE, type Banc } from '#support/pannes/pannes'

/** What became of the mails; each is in one of the last five. */
export type Bilan = {
  promis: number
  /** The server has them and the rows say so. */
  envoyes: number
  /** The server was given twice what it had taken once. */
  doubles: number
  /** Told as sent and never taken, or left behind with nobody to try them. */
  perdus: number
  /** Failed, though nothing was wrong with them. */
  abandonnes: number
  /** Failed for themselves. */
  refuses: number
  /** Their end is unknown: an officer is told. */
  aVerifier: number
  secondes: number
}

/** Counts what became of every mail there is, as its row and the server say. */
export async function compterLesCourriels({ db, smtp }: Banc, promis: number, secondes: number): Promise<Bilan> {
  const pris = smtp.mails.map(({ messageId }) => messageId ?? '')
  const uniques = new Set(pris)
  const rows = await db.courriel.findMany({ select: { id: true, etat: true, cause: true, destinataire: true } })
  const aLeServeur = ({ id }: { id: string }) => uniques.has(`<${id}@mcei.test>`)
  const envoyes = rows.filter(({ etat }) => etat === 'ENVOYE')
  const echecs = rows.filter(({ etat }) => etat === 'ECHEC')
  const aVerifier = echecs.filter(({ cause }) => cause === 'ISSUE_INCONNUE').length
  const refuses = echecs.filter(
    ({ cause, destinataire }) => cause === 'ADRESSE_INCONNUE' && destinataire === ADRESSE_FAUSSE,
  ).length
  return {
    promis,
    envoyes: envoyes.filter(aLeServeur).length,
    doubles: pris.length - uniques.size,
    perdus: envoyes.filter((row) => !aLeServeur(row)).length + rows.length - envoyes.length - echecs.length,
    abandonnes: echecs.length - aVerifier - refuses,
    refuses,
    aVerifier,
    secondes,
  }
}

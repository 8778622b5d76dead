/** What an import of demandes answers (docs/contrat.md), with what it also did. */
export type BilanDemandes = {
  lignes: number
  crees: number
  misAJour: number
  inchanges: number
  brouillons: number
  /** Demandes of another aid of the portal. */
  horsPerimetre: number
  rejets: { ligne: number; colonne: string; valeur: string; motif: string }[]
  anomalies: { numero: string; colonne: string; motif: string }[]
  /** Numbers that a listing said to be whole no longer has. */
  disparus: string[]
  /** Pièces of which the bytes were new. */
  nouvelles: number
  /** Codes of the campagnes that did not exist. */
  campagnesOuvertes: string[]
  /** Mails that left, or wait to. */
  courriels: number
  pieces: { recues: number; refusees: { fichier: string; motif: string }[] }
}

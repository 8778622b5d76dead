import type { CourrielARanger, NatureReconnue } from '#domain/courriel-recu/nature'
import type { CourrielLu } from '#fichiers/courriel-lu'
import type { FicheRecue } from '#fichiers/fiche-recue'
import type { Millesime } from '#infra/stores/campagne'

/** A mail already stored whole under `cle`; `lot` is the delivery it came in, and its place there. */
export type CourrielAImporter = {
  lot: { id: string; rang: number } | null
  nomFichier: string
  cle: string
  contenu: Buffer
}

/** A file of the mail, stored before the row that names it. */
export type JointeGardee = {
  rang: number
  nom: string
  cle: string
  taille: number
  typeMime: string
  sha256: string
  cid: string | null
}

export type CourrielRecuLu = CourrielAImporter & {
  lu: CourrielLu
  recue: FicheRecue
  aRanger: CourrielARanger
  recuLe: Date
  /** False when the mail does not say when it was sent: `recuLe` is then the instant of the import, and nothing is late. */
  estDate: boolean
  millesime: Millesime
}

/** The same mail once its nature is known. */
export type CourrielReconnu = CourrielRecuLu & { reconnu: NatureReconnue; jointes: JointeGardee[]; le: Date }

import type { CourrielARanger, NatureReconnue } from '#domain/courriel-recu/connus'
import type { CourrielLu } from '#fichiers/courriel/courriel-lu'
import type { FicheRecue } from '#fichiers/document/fiche-recue'
import type { Acteur } from '#domain/acces/acteur'
import type { Millesime } from '#infra/stores/campagne/campagne'
import type { CourrielRecuGarde } from '#infra/stores/courriel-recu/courriel-recu'

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

/** A kept mail, read. */
export type CourrielRecuLu = {
  recu: CourrielRecuGarde
  lu: CourrielLu
  recue: FicheRecue
  /** Its HTML, cleaned; null when it has none, or was not read. */
  htmlPropre: string | null
  aRanger: CourrielARanger
  /** Of each of its other fiches, in the order of `aRanger.autresFiches`, the campagne. */
  autresMillesimes: Millesime[]
  jointes: JointeGardee[]
  recuLe: Date
  /** False when the mail does not say when it was sent: `recuLe` is then the instant it was received, and nothing is late. */
  estDate: boolean
  millesime: Millesime
}

/** The same mail once its nature is known; `par` is the officer who said it, null when the software did. */
export type CourrielReconnu = CourrielRecuLu & { reconnu: NatureReconnue; par: Acteur; le: Date }

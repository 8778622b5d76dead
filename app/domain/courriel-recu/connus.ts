import type { ActionDeRemise, RemiseLue } from '#domain/courriel-recu/avis-de-remise'
import type { Automatisme } from '#domain/courriel-recu/automatisme'
import type { Numero } from '#domain/dossier/numero'
import type { ChampsEnregistres } from '#domain/pre-projet/champs'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import type { FicheLue } from '#domain/pre-projet/fiche'
import { formatJour, type Jour } from '#domain/temps/jour'

/** What is looked at in a mail to say its nature. `fiche` is null when no document of the mail is one. */
export type CourrielARanger = {
  messageId: string
  /** SHA-256 of what the mail says: the same mail sent again under another identifier has the same. */
  empreinte: string
  objet: string
  texte: string
  inReplyTo: string | null
  references: readonly string[]
  /** What it says of a mail given back; null for any other mail. Anybody can write one. */
  remise: RemiseLue | null
  /** Why it was sent by a machine, or null: see #domain/courriel-recu/automatisme. */
  automatisme: Automatisme | null
  fiche: FicheLue | null
  /** The fiche was read in what the mail quotes or passes on: that makes no version by itself. */
  ficheCitee: boolean
  /** A document that may be a fiche is attached, but nothing could be read in it: `fiche` then says nothing. */
  ficheIllisible: boolean
  /** The fiches of other projects that the mail carries. */
  autresFiches: readonly FicheARanger[]
  /** What a person has to open, each with its reason, before anybody says that there is no fiche. */
  aOuvrir: readonly string[]
  campagneCode: string | null
}

/** A fiche of a mail, whether it is quoted or passed on, and the campagne it speaks of. */
export type FicheARanger = { fiche: FicheLue; citee: boolean; campagneCode: string | null }

export type FicheConnue = {
  preProjetId: string
  siret: string | null
  structurePliee: string
  titrePlie: string
  campagneCode: string | null
  etat: EtatPreProjet
  /** Every version that was received of it, the present one first. */
  versions: readonly ChampsEnregistres[]
}

/** A mail of ours that a received one may answer, with what it was about. */
export type NotreCourriel = {
  id: string
  sujet: string
  ecritLe: Jour
  preProjetId: string | null
  dossierId: string | null
  numero: Numero | null
}

/** What was received before. Each mail leads to the pré-projet it made, or to null. */
export type Connus = {
  messageIds: ReadonlyMap<string, string | null>
  /** Of those that carried several fiches, the pré-projets beside the first. */
  autresFiches: ReadonlyMap<string, readonly string[]>
  empreintes: ReadonlyMap<string, string | null>
  fiches: readonly FicheConnue[]
  /** Our own mails, by the Message-ID they left under. */
  nosCourriels: ReadonlyMap<string, NotreCourriel>
  /** The mail of ours that this one is proved to give back, or to speak of the delivery of; null when nothing proves it. */
  rendu: { courriel: NotreCourriel; action: ActionDeRemise } | null
}

/** One more fiche of a mail, by its rank among `autresFiches`. */
export type AutreFicheReconnue = { rang: number; reconnue: NatureReconnue }

/**
 * What a received mail is for the MCEI (docs/contrat.md, `importer-courriels`), with its reason as a sentence for the officer; `autres` says
 * the same of each of its other fiches.
 */
export type NatureReconnue = {
  motif: string
  reponseA?: NotreCourriel | null
  autres?: readonly AutreFicheReconnue[]
} & (
  | { nature: 'FICHE' }
  | { nature: 'NOUVELLE_VERSION'; preProjetId: string }
  | { nature: 'DOUBLON'; preProjetId: string | null }
  | { nature: 'DEMANDE_DEVERROUILLAGE'; numeros: Numero[] }
  | { nature: 'ILLISIBLE'; preProjetId: string | null }
  | { nature: 'AUTRE'; preProjetId: string | null; dossierId?: string | null; numeros?: Numero[] }
)

/**
 * The conversation a mail belongs to; `autres` are the other fiches of the mail that it answers, `remise` is what it is proved to say of the
 * mail of ours it speaks of.
 */
export type Fil = {
  preProjetId: string | null
  autres: readonly string[]
  reponseA: NotreCourriel | null
  remise: ActionDeRemise | null
}

/** A mail of ours as a sentence names it. */
export const citerNotre = ({ sujet, ecritLe }: NotreCourriel) =>
  `notre message «\u00a0${sujet}\u00a0» du ${formatJour(ecritLe)}`

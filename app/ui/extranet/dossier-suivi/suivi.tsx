import type { EtatDit } from '#domain/demandeur/etat-dit'
import type { Section } from '#domain/dossier/deverrouillage'
import type { RefusDeVouloir } from '#domain/demande-en-ligne/modification-voulue'
import type { EtatBilan } from '#domain/suite-accord/bilan-de-projet'
import type { Jour } from '#domain/temps/jour'
import type { CourrielEnvoye } from '#ui/extranet/dossier-suivi/courriels-envoyes'

/** A wish to change it, and what its structure was told of the answer. */
export type SouhaitDit = {
  id: string
  suite: 'EN_ATTENTE' | 'ACCEPTEE' | 'REFUSEE'
  recueLe: Date
  texte: string
  sections: readonly Section[]
  motifRefus: string
}

/** A dossier as its structure follows it (#queries/extranet/dossier-suivi). */
export type Suivi = {
  id: string
  numero: string | null
  objet: string
  etat: EtatDit
  statutPortail: string
  montantDemandeCents: bigint
  montantAccordeCents: bigint | null
  bilan: {
    duLe: Jour
    recuLe: Jour | null
    etat: EtatBilan
    motif: string
    ici: boolean
    ouvert: boolean
    rendus: number
  } | null
  deposeLe: Jour | null
  prochaineSeance: Jour | null
  structure: { id: string; nom: string }
  campagne: { code: string; libelle: string }
  rendu: boolean
  aUneLettre: boolean
  aUnRecapitulatif: boolean
  complement: { limite: Jour; elements: readonly { recuLe: Jour | null }[]; ici: boolean } | null
  ouverture: { parties: readonly string[]; motif: string; echeance: Date; adresse: string | null } | null
  modification: { etat: 'EN_COURS' | 'REDEPOSEE' | 'ACCEPTEE' | 'ECARTEE'; redeposeeLe: Date | null } | null
  souhaits: readonly SouhaitDit[]
  empechement: RefusDeVouloir | null
  peutRemplir: boolean
  peutRetirer: boolean
  courriels: readonly CourrielEnvoye[]
}

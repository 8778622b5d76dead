import type { EtatBilan } from '#domain/suite-accord/bilan-de-projet'
import type {
  BilanDonne,
  Prevu,
  RefusDeRendre,
  ReponseBilanRefusee,
  ReponsesBilan,
} from '#domain/suite-accord/bilan-rendu'
import type { Jour } from '#domain/temps/jour'

/** A file of a bilan. `infecte`: it is given to nobody. */
export type FichierVu = {
  id: string
  code: string
  nomFichier: string
  taille: number
  recueLe: Date
  par: string
  seMontre: boolean
  infecte: boolean
}

/** A version that was given. */
export type VersionRendue = BilanDonne & {
  rang: number
  renduLe: Date
  renduPar: string
  compteRendu: string
  ecarts: string
  fichiers: readonly FichierVu[]
}

/** The bilan of a grant as it is told: what is owed of it, and what was given. */
export type BilanDit = Omit<BilanVu, 'enCours'>

/** The same as its structure sees it, with what it is writing (#queries/extranet/bilan-a-rendre). */
export type BilanVu = {
  id: string
  numero: string | null
  objet: string
  duLe: Jour
  recuLe: Jour | null
  etat: EtatBilan
  motif: string
  empechement: RefusDeRendre | null
  empechementDit: string
  prevu: Prevu & { participants: number | null }
  enCours: {
    version: number
    reponses: ReponsesBilan
    fichiers: readonly FichierVu[]
    changeLe: Date | null
    refusees: readonly ReponseBilanRefusee[]
    aReprendre: readonly ReponseBilanRefusee[]
    donne: BilanDonne | null
    refusDesFichiers: { reason: 'SANS_COMPTE_RENDU' | 'FICHIER_INFECTE'; detail: string } | null
  }
  rendus: readonly VersionRendue[]
}

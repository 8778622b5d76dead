import { typeDeChamp } from '#domain/champ-du-service/champ'
import type { ChampRempli } from '#domain/champ-du-service/valeur'
import type { Etat } from '#domain/dossier/etat'
import { type CouleurEtiquette, couleurDe } from '#domain/etiquette/etiquette'
import type { EtatCompletude } from '#domain/piece/completude'

/** What a bannette of dossiers shows of each, in the order it shows it. */
export const CHAMPS_DOSSIER = [
  'numero',
  'objet',
  'montant',
  'etat',
  'rejet',
  'pieces',
  'deposeLe',
  'agent',
  'service',
] as const
export type ChampDossier = (typeof CHAMPS_DOSSIER)[number]

/** One dossier as a bannette shows it. Days are dates at midnight UTC. */
export type LigneDossier = {
  id: string
  numero: string
  objet: string
  etat: Etat
  version: number
  deposeLe: Date | null
  montantDemandeCents: bigint
  montantAccordeCents: bigint | null
  /** 0 where an unfavourable opinion proposes no aid; null where nothing is proposed. */
  montantProposeCents: bigint | null
  rejetImpliciteLe: Date | null
  completude: EtatCompletude
  nbManquantes: number
  nbAControler: number
  codesManquants: string[]
  structure: { nom: string; genre: string; commune: string }
  campagne: { code: string }
  agent: { id: string; prenom: string; nom: string } | null
  /** Until when it is open to changes; null when it is not. */
  ouvertJusquAu: Date | null
  /** Since when a wish to change it waits; null when none does. */
  demandeRecueLe: Date | null
  etiquettes: { nom: string; couleur: CouleurEtiquette }[]
  /** The fields of the service in which it holds something. */
  service: ChampRempli[]
}

/**
 * The same line on its way to the screen: values alone, in this order. Many lines are written by the database as one text, which nothing on
 * the way reads again.
 */
type LigneEcrite = [
  id: string,
  numero: string,
  objet: string,
  etat: Etat,
  version: number,
  deposeLe: string | null,
  montantDemandeCents: string,
  montantAccordeCents: string | null,
  rejetImpliciteLe: string | null,
  completude: EtatCompletude,
  nbManquantes: number,
  nbAControler: number,
  codesManquants: string[],
  structure: [nom: string, genre: string, commune: string],
  campagne: string,
  agent: [id: string, prenom: string, nom: string] | null,
  ouvertJusquAu: number | null,
  demandeRecueLe: number | null,
  montantProposeCents: string | null,
  etiquettes: [nom: string, couleur: string][] | null,
  service: [libelle: string, type: string, valeur: string][] | null,
]

const jour = (texte: string | null) => (texte === null ? null : new Date(`${texte}T00:00:00Z`))
const instant = (ms: number | null) => (ms === null ? null : new Date(ms))

function lireLigne(ecrite: LigneEcrite): LigneDossier {
  const [id, numero, objet, etat, version, deposeLe, demande, accorde, rejet, completude, ...reste] = ecrite
  const [
    nbManquantes,
    nbAControler,
    codesManquants,
    [nom, genre, commune],
    code,
    agent,
    ouvert,
    recue,
    propose,
    etiquettes,
    service,
  ] = reste
  return {
    id,
    numero,
    objet,
    etat,
    version,
    deposeLe: jour(deposeLe),
    montantDemandeCents: BigInt(demande),
    montantAccordeCents: accorde === null ? null : BigInt(accorde),
    montantProposeCents: propose === null ? null : BigInt(propose),
    rejetImpliciteLe: jour(rejet),
    completude,
    nbManquantes,
    nbAControler,
    codesManquants,
    structure: { nom, genre, commune },
    campagne: { code },
    agent: agent && { id: agent[0], prenom: agent[1], nom: agent[2] },
    ouvertJusquAu: instant(ouvert),
    demandeRecueLe: instant(recue),
    etiquettes: (etiquettes ?? []).map(([nom, couleur]) => ({ nom, couleur: couleurDe(couleur) })),
    service: (service ?? []).map(([libelle, type, valeur]) => ({ libelle, type: typeDeChamp(type), valeur })),
  }
}

/** The lines of a page of the bannette, from the text the database wrote. */
export const lireLignesDossiers = (texte: string): LigneDossier[] => (JSON.parse(texte) as LigneEcrite[]).map(lireLigne)

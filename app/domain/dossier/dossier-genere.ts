import type { Montant } from '#domain/budget/montant'
import type { Dispositif } from '#domain/dispositif'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees } from '#domain/campagne/exigence'
import { attenduesParDefaut } from '#domain/campagne/matrice'
import { rejetImpliciteLe } from '#domain/dossier/delais'
import { estDecide, type Etat } from '#domain/dossier/etat'
import type { CodePiece, Controle } from '#domain/piece/piece'
import type { Genre } from '#domain/structure/genre'
import { addDays, type Jour } from '#domain/temps/jour'

/** One plausible dossier of a volume: invented names, no person. Amounts in cents. */
export type DossierGenere = {
  numero: string
  dispositif: Dispositif
  annee: number
  /** Rank of its structure among those generated. */
  structure: number
  etat: Etat
  objet: string
  pays: string
  ville: string
  deposeLe: Jour
  rejetImpliciteLe: Jour | null
  montantDemande: Montant
  montantAccorde: Montant | null
  coutTotal: Montant
  projetDebut: Jour
  projetFin: Jour
  nbParticipants: number
}

export type StructureGeneree = { nom: string; genre: Genre; natureJuridique: string; siret: string; commune: string }

const VILLES = [
  ['Herne', 'Allemagne'],
  ['Katowice', 'Pologne'],
  ['Cork', 'Irlande'],
  ['Pérouse', 'Italie'],
  ['Cáceres', 'Espagne'],
  ['Iași', 'Roumanie'],
  ['Canterbury', 'Royaume-Uni'],
  ['Trois-Rivières', 'Québec'],
  ['Ziguinchor', 'Sénégal'],
  ['Chefchaouen', 'Maroc'],
] as const

const PROJETS = ['Échange culturel', 'Chantier solidaire', 'Rencontre sportive et citoyenne', 'Mémoire européenne', 'Stage professionnel'] as const // prettier-ignore

const COMMUNES = ['Arras', 'Béthune', 'Boulogne-sur-Mer', 'Calais', 'Carvin', 'Étaples', 'Hesdin', 'Lens', 'Liévin', 'Saint-Omer'] as const // prettier-ignore

const GENRES = [
  { genre: 'association', nature: 'Association loi 1901', debut: 'Les Amis de l’Europe de' },
  { genre: 'association', nature: 'Association loi 1901', debut: 'Comité de jumelage de' },
  { genre: 'commune', nature: 'Commune', debut: 'Commune de' },
  { genre: 'eple', nature: 'EPLE', debut: 'Collège de' },
  { genre: 'epci_syndicat', nature: 'EPCI', debut: 'Communauté de communes de' },
  { genre: 'ecole_privee', nature: 'Établissement privé sous contrat (OGEC)', debut: 'OGEC de' },
] as const

/** Old campagnes are mostly decided; the last is in the middle of its instruction. */
const ETATS_PASSES: readonly Etat[] = ['ACCORDE', 'ACCORDE', 'ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE', 'SANS_SUITE']
const ETATS_COURANTS: readonly Etat[] = ['DEPOSE', 'DEPOSE', 'INCOMPLET', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION', 'ACCORDE', 'REFUSE'] // prettier-ignore

/** Years that a volume is spread over; the last is the current one. */
export const ANNEES_GENEREES = [2021, 2022, 2023, 2024, 2025] as const
const DERNIERE = 2025

/** A number has five digits: one year holds no more. */
export const DOSSIERS_MAX = ANNEES_GENEREES.length * 99_999

/** Draws whole numbers from a graine and a rank: the same pair always gives the same suite (splitmix32). */
function tirage(graine: number, rang: number) {
  let etat = (Math.imul(graine, 0x9e3779b1) ^ Math.imul(rang + 1, 0x85ebca6b)) >>> 0
  return (max: number): number => {
    etat = (etat + 0x9e3779b9) >>> 0
    let z = etat
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) % max
  }
}

const choisir = <T>(liste: readonly [T, ...T[]] | readonly T[], tirer: (max: number) => number, defaut: T): T =>
  liste[tirer(liste.length)] ?? defaut

/** Completes thirteen digits with the one that makes the Luhn sum right. */
function avecCle(chiffres: string): string {
  let total = 0
  for (let i = 0; i < chiffres.length; i += 1) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i]) * (i % 2 === 0 ? 2 : 1)
    total += chiffre > 9 ? chiffre - 9 : chiffre
  }
  return `${chiffres}${(10 - (total % 10)) % 10}`
}

/** The structure of this rank; its SIRET has a right key and belongs to nobody (a SIREN in 990). */
export function structureGeneree(graine: number, rang: number): StructureGeneree {
  const tirer = tirage(graine, -1 - rang)
  const { genre, nature, debut } = choisir(GENRES, tirer, GENRES[0])
  const commune = choisir(COMMUNES, tirer, 'Arras')
  const siren = avecCle(`990${String(rang % 100_000).padStart(5, '0')}`)
  return {
    nom: `${debut} ${commune} ${rang + 1}`,
    genre,
    natureJuridique: nature,
    siret: avecCle(`${siren}0001`),
    commune,
  }
}

export type PieceGeneree = { code: CodePiece; controle: Controle; rang: number }

/** An officer has been through all the pièces of a dossier once it is complete; before, one in ten is missing. */
const CONTROLES_AVANT: readonly Controle[] = ['A_CONTROLER', 'CONFORME', 'CONFORME', 'NON_CONFORME']

/** The mandatory pièces of a generated dossier, as far as its state wants them. */
export function piecesGenerees(
  graine: number,
  rang: number,
  { dispositif, etat, genre }: { dispositif: Dispositif; etat: Etat; genre: Genre },
) {
  const tirer = tirage(graine ^ 0x5bd1e995, rang)
  const obligatoires = exigees(attenduesParDefaut(dispositif, genre), CONTEXTE_INCONNU).filter(
    ({ exigence }) => exigence === 'OBLIGATOIRE',
  )
  return obligatoires.flatMap(({ code, rang: ordre }): PieceGeneree[] => {
    const [absente, avant] = [tirer(10) === 0, choisir(CONTROLES_AVANT, tirer, 'A_CONTROLER')]
    if (etat === 'DEPOSE') return absente ? [] : [{ code, controle: 'A_CONTROLER', rang: ordre }]
    if (etat === 'INCOMPLET') return absente ? [] : [{ code, controle: avant, rang: ordre }]
    return [{ code, controle: 'CONFORME', rang: ordre }]
  })
}

/** The dossier of this rank, of one of so many structures. */
export function dossierGenere(graine: number, rang: number, structures: number): DossierGenere {
  const tirer = tirage(graine, rang)
  const annee = ANNEES_GENEREES[rang % ANNEES_GENEREES.length] ?? DERNIERE
  const dispositif = tirer(3) === 0 ? 'JUMELAGES' : 'MEI'
  const [ville, pays] = choisir(VILLES, tirer, VILLES[0])
  const projet = dispositif === 'JUMELAGES' ? 'Jumelage' : choisir(PROJETS, tirer, PROJETS[0])
  const deposeLe = addDays(`${annee}-03-01`, tirer(150))
  const coutTotal = BigInt(2_000 + tirer(50_000)) * 100n
  const montantDemande = (coutTotal * BigInt(20 + tirer(31))) / 100n
  const etat = annee === DERNIERE ? choisir(ETATS_COURANTS, tirer, 'DEPOSE') : choisir(ETATS_PASSES, tirer, 'ACCORDE')
  const projetDebut = addDays(deposeLe, 60 + tirer(120))
  return {
    numero: `${annee}-${String(Math.floor(rang / ANNEES_GENEREES.length) + 1).padStart(5, '0')}`,
    dispositif,
    annee,
    structure: tirer(structures),
    etat,
    objet: `${projet} à ${ville} (${pays})`,
    pays,
    ville,
    deposeLe,
    rejetImpliciteLe: estDecide(etat) ? null : rejetImpliciteLe(deposeLe, []),
    montantDemande,
    montantAccorde: etat === 'ACCORDE' ? montantDemande : etat === 'ACCORDE_PARTIEL' ? montantDemande / 2n : null,
    coutTotal,
    projetDebut,
    projetFin: addDays(projetDebut, 4 + tirer(10)),
    nbParticipants: 8 + tirer(50),
  }
}

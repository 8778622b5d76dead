import type { ChampReglement } from '#domain/campagne/champs-reglement'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { type ChangementDemande, comparerExigees, type LigneStockee } from '#domain/campagne/difference'
import { exigees } from '#domain/campagne/exigence'
import type { ChampFixe, ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import type { Exigence } from '#domain/piece/completude'
import { type Genre, GENRES } from '#domain/structure/genre'

/**
 * What the règlement says to who asks, field by field, with the answers that each may touch. The page of the campagne shows these; the others (who
 * signs, delays of the service) are nobody's to read before they deposit.
 */
const ANNONCES = {
  echeanceDepot: [],
  genresEligibles: [],
  pays: ['pays'],
  ageMin: [],
  ageMax: [],
  minParticipants: ['nbParticipants'],
  maxParStructure: [],
  projetDu: ['dateDebut', 'dateFin'],
  projetAu: ['dateDebut', 'dateFin'],
  montantMin: ['montantDemande'],
  montantMax: ['montantDemande'],
  tauxMax: ['montantDemande', 'coutTotal'],
  cofinancementExige: [],
  tauxAcompte: [],
  bilanDuJours: [],
  texteReglement: [],
} as const satisfies { [C in ChampReglement]?: readonly ChampFixe[] }

export type ChampAnnonce = keyof typeof ANNONCES

const estAnnonce = (champ: string): champ is ChampAnnonce => Object.hasOwn(ANNONCES, champ)

/** Of these fields, those that the règlement says to who asks. */
export const champsAnnonces = (champs: readonly string[]): ChampAnnonce[] => champs.filter(estAnnonce)

type Exigee = { code: string; exigence: Exigence }
type Matrices = { avant: readonly Exigee[]; apres: readonly Exigee[] }

/** One change: the fields of the règlement that it moved; none where it is of the pièces that are asked. */
export type Changement = { le: Date; champs: readonly string[] }

/** What a demande that is being filled in is told of: since when, what moved, which of its answers that may touch, which pièces. */
export type CeQuiAChange = {
  /** The last change. */
  le: Date
  champs: ChampAnnonce[]
  reponses: ChampFixe[]
  /** Must be given now, and needed not be. */
  nouvelles: string[]
  /** Were given and asked, and are asked no more. */
  abandonnees: string[]
  /** The genre of the structure, where it may ask no more. */
  exclu: Genre | null
}

const devientObligatoire = ({ apres }: ChangementDemande) => apres === 'OBLIGATOIRE'
const nEstPlusDemandee = ({ apres }: ChangementDemande) => apres === 'NON_DEMANDEE'

/** The pièces that must be given now and needed not be, and those that are asked no more. */
export function piecesChangees({ avant, apres }: Matrices): Pick<CeQuiAChange, 'nouvelles' | 'abandonnees'> {
  const changees = comparerExigees(avant, apres)
  return {
    nouvelles: changees.filter(devientObligatoire).map(({ code }) => code),
    abandonnees: changees.filter(nEstPlusDemandee).map(({ code }) => code),
  }
}

/** The genres of which other pièces are asked: their demandes in course are to be read again. */
export function genresConcernes(avant: readonly LigneStockee[], apres: readonly LigneStockee[]): Genre[] {
  const de = (lignes: readonly LigneStockee[], genre: Genre) =>
    exigees(
      lignes.filter((ligne) => ligne.genre === genre),
      CONTEXTE_INCONNU,
    )
  return GENRES.filter((genre) => {
    const { nouvelles, abandonnees } = piecesChangees({ avant: de(avant, genre), apres: de(apres, genre) })
    return nouvelles.length + abandonnees.length > 0
  })
}

/** What the campagne asks before and after, what was given (by code), and the genre of the structure where the campagne is no more open to it. */
type Autour = Matrices & { donnees: readonly string[]; exclu: Genre | null }

/**
 * What the changes since the règlement was read make of these answers; null when they say nothing to who gave them. An answer that was not given is
 * touched by nothing, nor is a pièce that was not.
 */
export function ceQuiAChange(
  changements: readonly Changement[],
  reponses: ReponsesEnLigne,
  { donnees, exclu, ...matrices }: Autour,
): CeQuiAChange | null {
  const champs = [...new Set(changements.flatMap((un) => champsAnnonces(un.champs)))]
  const pieces = piecesChangees(matrices)
  const dePieces = pieces.nouvelles.length + pieces.abandonnees.length > 0
  const parlants = changements.filter((un) => (un.champs.length > 0 ? champsAnnonces(un.champs).length > 0 : dePieces))
  if (parlants.length === 0) return null
  return {
    le: new Date(Math.max(...parlants.map(({ le }) => le.getTime()))),
    champs,
    reponses: [...new Set(champs.flatMap((champ): readonly ChampFixe[] => ANNONCES[champ]))].filter(
      (champ) => (reponses[champ] ?? '') !== '',
    ),
    nouvelles: pieces.nouvelles,
    abandonnees: pieces.abandonnees.filter((code) => donnees.includes(code)),
    exclu: champs.includes('genresEligibles') ? exclu : null,
  }
}

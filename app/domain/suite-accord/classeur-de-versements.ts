import type { Montant } from '#domain/budget/montant'
import {
  dejaEnregistre,
  LONGUEUR_REFERENCE,
  NATURES_VERSEMENT,
  type NatureVersement,
  normaliserReference,
  type Versement,
  type VersementGarde,
} from '#domain/suite-accord/versement'
import { compareJours, type Jour, parseJour } from '#domain/temps/jour'

/** The columns of the accountants’ file, known by their names, in any order. */
export type ColonneDeVersements = 'numero' | 'nature' | 'montant' | 'date' | 'reference'

/** One row of it; what cannot be read is null. */
export type LigneDeVersements = {
  /** The row, as the spreadsheet numbers it. */
  rang: number
  /** As it is written; '' where the cell is empty. */
  numero: string
  nature: NatureVersement | null
  montantCents: Montant | null
  le: Jour | null
  reference: string
}

/** A dossier that the file names, and what is already recorded of it. */
export type DossierNomme = { dossierId: string; versements: readonly VersementGarde[] }

export type RefusDeLigne =
  | 'NUMERO_INCONNU'
  | 'NATURE_ILLISIBLE'
  | 'MONTANT_ILLISIBLE'
  | 'DATE_ILLISIBLE'
  | 'REFERENCE_ILLISIBLE'
  | 'DEJA_ENREGISTRE'
  | 'ANNULE_ICI'
  | 'EN_DOUBLE'

export type LigneRefusee = { reason: RefusDeLigne; rang: number; numero: string }

/** What is asked of one dossier: the payments that are not recorded yet, in the order in which they were made. */
export type VersementsDuDossier = { dossierId: string; versements: Versement[] }

/** What the row says, or why it says no payment. A negative amount is none: what is given back has its own kind. */
function lireVersement({ nature, montantCents, le, reference: dite }: LigneDeVersements): Versement | RefusDeLigne {
  const reference = normaliserReference(dite)
  if (nature === null) return 'NATURE_ILLISIBLE'
  if (montantCents === null || montantCents <= 0n) return 'MONTANT_ILLISIBLE'
  if (le === null) return 'DATE_ILLISIBLE'
  if (reference === '' || reference.length > LONGUEUR_REFERENCE) return 'REFERENCE_ILLISIBLE'
  return { nature, montantCents, le, reference }
}

/** A row already recorded adds nothing: the same file twice is one payment. One that an officer cancelled is not brought back by a file. */
function refusDeDoublon(versement: Versement, dossier: DossierNomme, pris: readonly Versement[]): RefusDeLigne | null {
  if (dejaEnregistre(dossier.versements, versement)) return 'DEJA_ENREGISTRE'
  const { nature, reference } = versement
  const meme = (un: Versement) => un.nature === nature && un.reference === reference
  if (dossier.versements.some(meme)) return 'ANNULE_ICI'
  return pris.some(meme) ? 'EN_DOUBLE' : null
}

const parDate = (un: Versement, autre: Versement): number =>
  compareJours(un.le, autre.le) || NATURES_VERSEMENT.indexOf(un.nature) - NATURES_VERSEMENT.indexOf(autre.nature)

/**
 * What the accountants’ file asks, dossier by dossier: nothing is recorded yet, and each payment is judged again by its own rule. `parNumero` are
 * the dossiers it names. The key of a payment is its dossier, its kind and its reference.
 */
export function jugerVersements(
  lues: readonly LigneDeVersements[],
  parNumero: ReadonlyMap<string, DossierNomme>,
): { dossiers: VersementsDuDossier[]; refusees: LigneRefusee[] } {
  const pris = new Map<string, Versement[]>()
  const refusees: LigneRefusee[] = []
  for (const lue of lues) {
    const dossier = parNumero.get(lue.numero)
    const versement = lireVersement(lue)
    const deja = (dossier && pris.get(dossier.dossierId)) ?? []
    const refus = !dossier
      ? 'NUMERO_INCONNU'
      : typeof versement === 'string'
        ? versement
        : refusDeDoublon(versement, dossier, deja)
    if (refus || !dossier || typeof versement === 'string')
      refusees.push({ reason: refus ?? 'NUMERO_INCONNU', rang: lue.rang, numero: lue.numero })
    else pris.set(dossier.dossierId, [...deja, versement])
  }
  const dossiers = [...pris].map(([dossierId, versements]) => ({ dossierId, versements: versements.toSorted(parDate) }))
  return { dossiers, refusees }
}

type Champs = Readonly<Partial<Record<'versements', string>>>

/** The payments of a line, as they are kept until the yes. */
export const champsDesVersements = (versements: readonly Versement[]): Required<Champs> => ({
  versements: JSON.stringify(versements.map((un) => ({ ...un, montantCents: un.montantCents.toString() }))),
})

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function lireUn(lu: unknown): Versement | null {
  if (!isJson(lu)) return null
  const { montantCents, le, reference } = lu
  const nature = NATURES_VERSEMENT.find((une) => une === lu.nature)
  if (!nature || typeof montantCents !== 'string' || !/^\d{1,15}$/.test(montantCents)) return null
  if (typeof le !== 'string' || parseJour(le) !== le || typeof reference !== 'string') return null
  return { nature, montantCents: BigInt(montantCents), le, reference }
}

/** Reads what {@link champsDesVersements} kept; null where it is not that. */
export function lireVersements({ versements: ecrits = '' }: Champs): Versement[] | null {
  try {
    const lus: unknown = JSON.parse(ecrits)
    if (!Array.isArray(lus) || lus.length === 0) return null
    const versements = lus.map(lireUn)
    return versements.every((un) => un !== null) ? versements : null
  } catch {
    return null
  }
}

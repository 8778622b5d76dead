import type { Condition } from '#domain/campagne/condition'
import { type Exigee, lireCas } from '#domain/campagne/exigence'
import type { Genre } from '#domain/structure/genre'
import { phraseCondition } from '#libelles/campagne/exigence'
import { unDeGenre } from '#libelles/structure'

type Demandee = Pick<Exigee, 'exigence' | 'ecrite' | 'remplie'> & { condition: unknown }

/** Of whom it is asked, and the year of the campagne that asks. */
type DeQui = { genre: Genre | null; annee: number }

const estLisible = (condition: Condition): boolean => {
  if (condition.type === 'NON') return estLisible(condition.condition)
  if (condition.type === 'ET' || condition.type === 'OU') return condition.conditions.every(estLisible)
  return condition.type !== 'ILLISIBLE'
}

/** A condition as it is said to the structure it is about. */
function dite(condition: Condition, annee: number): string {
  switch (condition.type) {
    case 'RENOUVELLEMENT':
      return `une subvention vous a été accordée en ${annee - 1}`
    case 'CREATION':
      return condition.mois === 12
        ? 'votre structure a moins d’un an'
        : `votre structure a moins de ${condition.mois} mois`
    case 'MONTANT':
      return phraseCondition(condition).replace('le montant demandé', 'la subvention demandée')
    case 'NON':
      return condition.condition.type === 'RENOUVELLEMENT'
        ? `aucune subvention ne vous a été accordée en ${annee - 1}`
        : phraseCondition(condition)
    case 'ET':
      return condition.conditions.map((une) => dite(une, annee)).join(' et ')
    case 'OU':
      return condition.conditions.map((une) => dite(une, annee)).join(' ou ')
    case 'COUT':
    case 'PARTICIPANTS':
    case 'PAYS':
    case 'DISPOSITIF':
    case 'MINEURS':
    case 'SIGNATAIRE':
    case 'ILLISIBLE':
      return phraseCondition(condition)
  }
}

/** Why a pièce is asked of who fills in a demande, in a few words: by its genre, and by its case where it is known. */
export function pourquoiDemandee({ exigence, ecrite, remplie, condition }: Demandee, { genre, annee }: DeQui): string {
  const obligatoire = `Obligatoire pour ${unDeGenre(genre)}`
  const enBref = exigence === 'OBLIGATOIRE' ? obligatoire : 'Si pertinent'
  const cas = lireCas(condition)
  if (!cas || !estLisible(cas.quand)) return enBref
  const quand = dite(cas.quand, annee)
  if (remplie) return `${enBref}, car ${quand}`
  if (exigence === 'OBLIGATOIRE') return `${enBref}, sauf si ${quand}`
  if (ecrite === 'SI_PERTINENT') return `Si pertinent, et seulement si ${quand}`
  return cas.sinon === 'SI_PERTINENT' ? `Si pertinent\u00a0; obligatoire si ${quand}` : `Obligatoire si ${quand}`
}

import { type Cas, lireCas, type Sinon } from '#domain/campagne/exigence'
import type { Condition } from '#domain/campagne/condition'
import { type CodePiece, isCodePiece, MOTIFS_NON_CONFORMITE, type MotifNonConformite } from '#domain/piece/piece'
import { reglesDe, reglesParDefaut, type ReglesValidite } from '#domain/piece/regles-validite'
import { no, ok, type Result } from '#domain/result'
import { estGenre, type Genre } from '#domain/structure/genre'

/** What an officer types of one pièce for some genres of structure. */
export type LigneSaisie = {
  genres: readonly string[]
  code: string
  exigence: Sinon
  condition: unknown
  regles: unknown
  motifs: readonly string[]
}

export type LigneRetenue = {
  genres: Genre[]
  code: CodePiece
  /** NON_DEMANDEE takes the line away. */
  exigence: Sinon
  condition: Cas | null
  /** Null where they are those of the code. */
  regles: ReglesValidite | null
  motifs: MotifNonConformite[]
}

export type RefusLigne = 'PIECE_INCONNUE' | 'AUCUN_GENRE' | 'CONDITION_ILLISIBLE' | 'CAS_SANS_EFFET'

const estLisible = (condition: Condition): boolean => {
  if (condition.type === 'ILLISIBLE') return false
  if (condition.type === 'NON') return estLisible(condition.condition)
  return condition.type === 'ET' || condition.type === 'OU' ? condition.conditions.every(estLisible) : true
}

/** What a line of the matrix becomes. A case that changes nothing, or that nobody could read, is refused. */
export function retenirLigne(saisie: LigneSaisie): Result<LigneRetenue, RefusLigne> {
  const { code, exigence } = saisie
  if (!isCodePiece(code)) return no('PIECE_INCONNUE')
  const genres = [...new Set(saisie.genres.filter(estGenre))]
  if (genres.length === 0) return no('AUCUN_GENRE')
  const condition = lireCas(saisie.condition)
  if (condition && !estLisible(condition.quand)) return no('CONDITION_ILLISIBLE')
  if (condition && condition.sinon === exigence) return no('CAS_SANS_EFFET')
  const regles = reglesDe(code, saisie.regles)
  const ordinaires = JSON.stringify(regles) === JSON.stringify(reglesParDefaut(code))
  const motifs = MOTIFS_NON_CONFORMITE.filter((motif) => saisie.motifs.includes(motif))
  return ok({ genres, code, exigence, condition, regles: ordinaires ? null : regles, motifs })
}

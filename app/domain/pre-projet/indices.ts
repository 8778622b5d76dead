import type { EtatPreProjet } from '#domain/pre-projet/etat'
import type { Examen } from '#domain/pre-projet/examen'
import { type Critere, REPONSES, type Reponse } from '#domain/pre-projet/grille'
import { no, ok, type Result } from '#domain/result'

/** A question and the answer that a fact of the fiche suggests to it. */
export type IndiceVu = { code: string; reponse: Reponse }

type Grille = {
  criteres: readonly Pick<Critere, 'code' | 'question'>[]
  examen: Pick<Examen, 'reponses'>
  suggestions: Readonly<Record<string, { reponse: Reponse } | undefined>>
}

/** The questions that have no answer yet and that a fact suggests one for, in the order of the grid. */
export const indicesAReprendre = ({ criteres, examen, suggestions }: Grille): (IndiceVu & { question: string })[] =>
  criteres.flatMap(({ code, question }) => {
    const suggestion = Object.hasOwn(suggestions, code) ? suggestions[code] : undefined
    return suggestion && !Object.hasOwn(examen.reponses, code) ? [{ code, question, reponse: suggestion.reponse }] : []
  })

export type RefusIndices = 'FICHE_CLOSE' | 'INDICES_CHANGES'

type Reprise = Grille & { etat: EtatPreProjet }

/** The answers taken from the hints that an officer saw: all of them, as they still stand, or none. */
export function reprendre(
  grille: Reprise,
  vus: readonly IndiceVu[],
): Result<(IndiceVu & { question: string })[], RefusIndices> {
  if (grille.etat === 'CLOS') return no('FICHE_CLOSE')
  const repris = indicesAReprendre(grille)
  const vu = ({ code, reponse }: IndiceVu) => vus.some((un) => un.code === code && un.reponse === reponse)
  return repris.length > 0 && repris.length === vus.length && repris.every(vu) ? ok(repris) : no('INDICES_CHANGES')
}

/** Hints as one field of a form. */
export const ecrireIndices = (indices: readonly IndiceVu[]): string =>
  indices.map(({ code, reponse }) => `${code}=${reponse}`).join(' ')

/** The same read back; what is no hint is left out. */
export const lireIndices = (ecrits: string): IndiceVu[] =>
  ecrits.split(' ').flatMap((ecrit) => {
    const [code = '', dit] = ecrit.split('=')
    const reponse = REPONSES.find((une) => une === dit)
    return code && reponse ? [{ code, reponse }] : []
  })

import type { Examen } from '#domain/pre-projet/examen'
import { type Critere, REPONSES, type Reponse } from '#domain/pre-projet/grille'

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

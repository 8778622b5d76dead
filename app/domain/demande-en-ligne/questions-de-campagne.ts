import type { ChampDuService } from '#domain/champ-du-service/champ'
import { direValeur, lireSaisie } from '#domain/champ-du-service/valeur'
import type { Donnees } from '#domain/portail/demande-lue'
import { QUESTION_DE_CAMPAGNE } from '#domain/portail/entetes'
import { ok } from '#domain/result'

/** The answer to a question of a campagne's own, by the id of its field. */
export type QuestionPosee = `questions.${string}`

export const questionPosee = (champId: string): QuestionPosee => `questions.${champId}`

export const estQuestionPosee = (champ: string): champ is QuestionPosee => champ.startsWith('questions.')

/** A question that a campagne asks of who fills in a demande, beside those of the portal's form. */
export type QuestionDeCampagne = Pick<ChampDuService, 'libelle' | 'aide' | 'type' | 'choix'> & {
  champ: QuestionPosee
  champId: string
  obligatoire: boolean
}

/** Of the fields of a campagne, those that are asked of the structures, in their order. */
export const questionsPosees = (champs: readonly ChampDuService[]): QuestionDeCampagne[] =>
  champs
    .filter(({ archive, repond }) => !archive && repond !== 'SERVICE')
    .map(({ id, libelle, aide, type, choix, repond }) => ({
      ...{ champ: questionPosee(id), champId: id, libelle, aide, type, choix },
      obligatoire: repond === 'STRUCTURE_OBLIGATOIRE',
    }))

/** Where a deposited form keeps the answer to the question of this name: under its words, so that it says by itself what was asked. */
export const cleDuLibelle = (libelle: string): string => `${QUESTION_DE_CAMPAGNE}${libelle}`

/** Where a deposited form keeps the answer to this, whoever asks it. */
export function cleDeposee(champ: string, posees: readonly QuestionDeCampagne[]): string {
  const question = posees.find((une) => une.champ === champ)
  return question ? cleDuLibelle(question.libelle) : champ
}

type Reponses = Readonly<Partial<Record<string, string>>>

/** An answer as it is read; null where there is none, or one that will not do. */
export function reponsePoseeDite(question: QuestionDeCampagne, reponses: Reponses): string | null {
  const typee = reponses[question.champ] ?? ''
  const lue = typee === '' ? null : lireSaisie(question, typee)
  return lue?.ok ? direValeur(question.type, lue.value) : null
}

/** These answers as a deposited form bears them; what is not answered, or with what will not do, is not in it. */
export const reponsesPoseesEcrites = (posees: readonly QuestionDeCampagne[], reponses: Reponses): Donnees =>
  Object.fromEntries(
    posees.flatMap((une) => {
      const dite = reponsePoseeDite(une, reponses)
      return dite === null ? [] : [[cleDuLibelle(une.libelle), dite]]
    }),
  )

/** Does this deposited form bear an answer to the question of this name, or say that it was emptied? */
export const estRepondue = (donnees: Donnees, libelle: string): boolean => donnees[cleDuLibelle(libelle)] !== undefined

/**
 * What a dossier holds in the fields of the service once its form is this one: the answers of the structure, and what it held in the others. An answer that
 * its field reads no more (a choice that the list has lost) leaves what was held.
 */
export function valeursDuFormulaire(
  posees: readonly QuestionDeCampagne[],
  { donnees, tenues }: { donnees: Donnees; tenues: Readonly<Record<string, string>> },
): Record<string, string> {
  const lues = posees.flatMap((une) => {
    const dite = donnees[cleDuLibelle(une.libelle)]
    if (dite === undefined) return []
    const lue = dite === '' ? ok(null) : lireSaisie(une, dite)
    return lue.ok ? [[une.champId, lue.value] as const] : []
  })
  const apres: Record<string, string | null> = { ...tenues, ...Object.fromEntries(lues) }
  return Object.fromEntries(Object.entries(apres).flatMap(([id, valeur]) => (valeur === null ? [] : [[id, valeur]])))
}

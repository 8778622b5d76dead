import { LONGUEUR_MAX_MESSAGE } from '#domain/courriel/message'
import { couperAuxVariables } from '#domain/courriel/textes'
import { no, ok, type Result } from '#domain/result'

/** What a message may name between braces: each reads its own. */
export const VARIABLES_DE_MESSAGE = ['numero', 'objet', 'structure'] as const
export type ValeursDeMessage = Readonly<Record<(typeof VARIABLES_DE_MESSAGE)[number], string>>

export type RefusMessageType = 'A_DONNER' | 'MESSAGE_TYPE_TROP_LONG' | 'VARIABLE_INCONNUE'

const variableDe = (brut: string) => VARIABLES_DE_MESSAGE.find((nom) => nom === brut.trim())

/** Reads the words of a message to many: some, not too long, and no name between braces that stands for nothing. */
export function lireMessageType(corps: string): Result<{ corps: string }, RefusMessageType> {
  if (!corps.trim()) return no('A_DONNER')
  if (corps.length > LONGUEUR_MAX_MESSAGE) return no('MESSAGE_TYPE_TROP_LONG')
  const inconnue = couperAuxVariables(corps).some(({ variable }) => variable !== null && !variableDe(variable))
  return inconnue ? no('VARIABLE_INCONNUE') : ok({ corps })
}

/** The message as one demandeur reads it. */
export const remplirMessage = (corps: string, valeurs: ValeursDeMessage): string =>
  couperAuxVariables(corps)
    .map(({ mots, variable }) => {
      if (variable === null) return mots
      const nom = variableDe(variable)
      return mots + (nom ? valeurs[nom] : `{${variable}}`)
    })
    .join('')

import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import type { Jour } from '#domain/temps/jour'
import { instantSaisi, jourSaisi } from '#domain/temps/saisie'
import { LIBELLE_REFUS_INSTANT, LIBELLE_REFUS_JOUR } from '#libelles/saisie'

/** The field that names a submission, which is no part of what was filled in. */
const CLE_ENVOI = 'cleEnvoi'

/** A page draws its bits without saying how (`nouvelleCle`): no version is asked of them. */
const CleEnvoi = z.guid()

const lireCle = (lu: FormDataEntryValue | null): string | null => CleEnvoi.safeParse(lu).data ?? null

/** What the officer cannot mend in a field: a hidden one is missing, or the page is of before a change of ours. */
export const FORMULAIRE_ILLISIBLE = 'Ce formulaire n’a pas pu être lu\u00a0: rechargez la page et recommencez.'

/** Why a form was refused and what was typed in it; `error` is by field, `''` for the whole. The one shape that screens show. */
type Soumission = SubmissionResult
export type Reponse = { soumission: Soumission }

export type Refuser = (phrase: string, champ?: string) => Reponse

/** A refusal of a form that has no field to read. */
export const refuserTout = (phrase: string): Reponse => ({ soumission: { status: 'error', error: { '': [phrase] } } })

/** A day of a form, however it is typed (#domain/temps/saisie); `vide` is said of a field left empty. */
export const jourDuForm = (vide: string) =>
  z.string(vide).transform((saisie, ctx): Jour => {
    const lu = jourSaisi(saisie)
    if (lu.ok) return lu.value
    ctx.addIssue(LIBELLE_REFUS_JOUR[lu.reason])
    return z.NEVER
  })

/** The same of a day and hour of Paris. */
export const instantDuForm = (vide: string) =>
  z.string(vide).transform((saisie, ctx): Date => {
    const lu = instantSaisi(saisie)
    if (lu.ok) return lu.value
    ctx.addIssue(LIBELLE_REFUS_INSTANT[lu.reason])
    return z.NEVER
  })

type Lue<T> = { value: T; refuser: Refuser; faite: () => Soumission }
/** `cleEnvoi` names the submission; null where the page had no script. */
type Lecture<T> = { cleEnvoi: string | null } & (
  ({ lue: true } & Lue<T>) | { lue: false; phrases: string[]; reponse: Reponse }
)

/** A sentence of the schema stands at its field; any other error is said once, on top. */
function rangees(soumission: Soumission): Soumission {
  const [champs, formulaire]: [[string, string[] | null][], string[]] = [[], []]
  for (const [nom, phrases] of Object.entries(soumission.error ?? {})) {
    const dites = (phrases ?? []).filter((phrase) => phrase !== FORMULAIRE_ILLISIBLE)
    if (nom === '') formulaire.push(...dites)
    else if (dites.length > 0) champs.push([nom, dites])
  }
  const error = Object.fromEntries(champs)
  if (formulaire.length === 0 && champs.length === 0) formulaire.push(FORMULAIRE_ILLISIBLE)
  return { ...soumission, error: formulaire.length > 0 ? { '': formulaire, ...error } : error }
}

/** The same fields without a NUL, that no database keeps as text; nobody types one. */
function sansNul(donnees: FormData): FormData {
  const propre = new FormData()
  for (const [nom, valeur] of donnees)
    propre.append(nom.replaceAll('\0', ''), typeof valeur === 'string' ? valeur.replaceAll('\0', '') : valeur)
  return propre
}

/** The fields of a form; null for a body that is none, as a script that is not ours may send. */
async function champsDe(request: Request): Promise<FormData | null> {
  try {
    return sansNul(await request.formData())
  } catch (erreur) {
    if (erreur instanceof TypeError) return null
    throw erreur
  }
}

/**
 * Reads a form by its schema. An empty field is an absent one, a number or a box is what it says. Fields of `secrets` never go back to the
 * page.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  secrets: readonly string[] = [],
): Promise<Lecture<z.output<S>>> {
  const hideFields = [...secrets]
  const formData = await champsDe(request)
  if (!formData) {
    const phrases = [FORMULAIRE_ILLISIBLE]
    return { cleEnvoi: null, lue: false, phrases, reponse: refuserTout(FORMULAIRE_ILLISIBLE) }
  }
  const cleEnvoi = lireCle(formData.get(CLE_ENVOI))
  formData.delete(CLE_ENVOI)
  const submission = parseWithZod(formData, { schema, error: () => FORMULAIRE_ILLISIBLE })
  if (submission.status !== 'success') {
    const soumission = rangees({ ...submission.reply({ hideFields }), status: 'error' })
    return {
      cleEnvoi,
      lue: false,
      phrases: Object.values(soumission.error ?? {}).flatMap((p) => p ?? []),
      reponse: { soumission },
    }
  }
  const refuser: Refuser = (phrase, champ) => ({
    soumission: submission.reply(
      champ ? { fieldErrors: { [champ]: [phrase] }, hideFields } : { formErrors: [phrase], hideFields },
    ),
  })
  return { cleEnvoi, lue: true, value: submission.value, refuser, faite: () => submission.reply({ hideFields }) }
}

import { z } from 'zod'

/** Far over what any form of ours sends; each answer is cut by the act. */
const BASE_MAX = 200_000

/** The fields beside the answers of a page that is kept as it is written; `estChamp` knows the names of its answers, `lire` reads them. */
export const champsDeSaisie = <C extends string, R>(
  estChamp: (nom: string) => nom is C,
  lire: (json: unknown) => R,
) => ({
  /** What the page showed when it was made, as it bore it. */
  base: z
    .string()
    .max(BASE_MAX)
    .default('{}')
    .transform((texte, ctx) => {
      try {
        return lire(JSON.parse(texte))
      } catch {
        ctx.addIssue({ code: 'custom', message: 'unreadable' })
        return z.NEVER
      }
    }),
  /** The fields whose words were found again on the device. */
  repris: z
    .string()
    .max(2000)
    .default('')
    .transform((noms) => noms.split(' ').filter(estChamp)),
  /** Another answer than the one in a field, taken in its place by a button: `field=answer`. */
  prendre: z
    .string()
    .max(BASE_MAX)
    .default('')
    .transform((texte) => {
      const [, nom = '', valeur = ''] = /^([\w.-]+)=(.*)$/s.exec(texte) ?? []
      return lire({ [nom]: valeur })
    }),
})

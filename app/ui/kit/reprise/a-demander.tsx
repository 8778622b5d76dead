import { nonEnvoyees } from '#ui/kit/formulaire/saisies'

/** Asked once for the same words: those who said that they leave have been told. */
const demandees = new Set<string>()
const depart = { libre: false }

/** The page is about to be drawn again, and the words are kept: nothing to ask. */
export const partirSansDemander = () => {
  depart.libre = true
}

/** The words not sent of which nobody was told yet that the page is left. */
export const aDemander = () => (depart.libre ? [] : nonEnvoyees().filter((cle) => !demandees.has(cle)))

/** Somebody was told, and leaves. */
export const demander = () => {
  for (const cle of aDemander()) demandees.add(cle)
}

import { LIBELLE_FORMULAIRE, type NomFormulaire } from '#libelles/formulaire'

/** An act that waits for the answer to the one before it. */
export type Retenu = {
  form: HTMLFormElement
  bouton: HTMLElement | null
  /** What it says was on the screen, as the page showed it when it was asked. */
  vus: ReadonlyMap<string, string>
  /** Acts of this officer that were answered when it was asked, and those that came to nothing. */
  faits: number
  manques: number
  /** When what the page is about was last moved, as it said then; in ms. */
  dernierLe: number
}

/** What the page shows once it is at rest, and what became of the acts that left it. */
type Repos = {
  vus: ReadonlyMap<string, string>
  partis: number
  manques: number
  /** The last act on what the page is about: when, in ms, and whether it is of somebody else. */
  le: number
  parAutrui: boolean
}

/** Whether what is shown now is what was shown, or what so many acts made of it. */
const suit = (avant: string | undefined, maintenant: string, faits: number) =>
  avant === maintenant || (Number(maintenant) > Number(avant ?? NaN) && Number(maintenant) <= Number(avant) + faits)

/** Whether it is still the act that was asked: those before it were done, and nothing but them moved what it acts on. */
export function tient({ form, vus, faits, manques, dernierLe }: Retenu, repos: Repos): boolean {
  const bouge = [...repos.vus].filter(([nom, valeur]) => vus.get(nom) !== valeur)
  return (
    form.isConnected &&
    repos.vus.size === vus.size &&
    repos.manques === manques &&
    bouge.every(([nom, valeur]) => suit(vus.get(nom), valeur, repos.partis - faits)) &&
    !(bouge.length > 0 && repos.le !== dernierLe && repos.parAutrui)
  )
}

const nomDe = ({ form, bouton }: Retenu) =>
  bouton?.textContent.trim() || LIBELLE_FORMULAIRE[form.dataset['formulaire'] as NomFormulaire]

export const phraseAttente = (retenu: Retenu) =>
  `«\u00a0${nomDe(retenu)}\u00a0» attend son tour\u00a0: votre acte précédent n’a pas encore sa réponse.`

export const phraseRefus = (laisses: readonly Retenu[]) =>
  `«\u00a0${laisses.map(nomDe).join('\u00a0», «\u00a0')}\u00a0» n’a pas été fait\u00a0: votre acte précédent n’a pas abouti, ou ce que vous regardiez a changé entre-temps. Relisez, puis recommencez.`

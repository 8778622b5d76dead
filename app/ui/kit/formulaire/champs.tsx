type Champ = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What may hold a secret, a file, or nothing that anybody typed. */
const JAMAIS = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image'])

const estCoche = (champ: Champ): champ is HTMLInputElement =>
  champ instanceof HTMLInputElement && (champ.type === 'checkbox' || champ.type === 'radio')

/** The fields of a form in which somebody types or chooses. */
const seSaisit = (element: Element): element is Champ =>
  (element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement) &&
  !JAMAIS.has(element.type) &&
  element.autocomplete !== 'one-time-code' &&
  element.getAttribute('aria-hidden') !== 'true'

const valeurDe = (champ: Champ): string => (estCoche(champ) ? (champ.checked ? 'oui' : '') : champ.value)

/** What the page gave to a field: somebody may have typed in it before the page listened. */
function departDe(champ: Champ): string {
  if (champ instanceof HTMLSelectElement) return champ.value
  return estCoche(champ) ? (champ.defaultChecked ? 'oui' : '') : champ.defaultValue
}

/** Each field under a key that is the same on the next visit: its name, its value where one of several is ticked, its rank among its namesakes. */
export function champsDe(form: HTMLFormElement): Map<string, Champ> {
  const champs = new Map<string, Champ>()
  const rangs = new Map<string, number>()
  for (const element of form.elements) {
    if (!seSaisit(element)) continue
    const nom = element.name || '?'
    const base = estCoche(element) ? `${nom}=${element.value}` : nom
    const rang = rangs.get(base) ?? 0
    rangs.set(base, rang + 1)
    champs.set(`${base}#${rang}`, element)
  }
  return champs
}

/** Writes in a field as somebody would: React hears of it, whether it holds the value or lets the field hold it. */
export function ecrire(champ: Champ, valeur: string) {
  if (valeurDe(champ) === valeur) return
  if (estCoche(champ)) {
    if (champ.type === 'checkbox' || valeur === 'oui') champ.click()
    return
  }
  const prototype =
    champ instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement.prototype
      : champ instanceof HTMLSelectElement
        ? HTMLSelectElement.prototype
        : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(champ, valeur)
  champ.dispatchEvent(new Event(champ instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

/** What each field showed before anybody typed in it, and what the words found again in it on this device were typed over. */
const departs = new WeakMap<Champ, string>()
const bases = new WeakMap<Champ, string>()
/** What each field held when its form was sent last. */
const partis = new WeakMap<Champ, string>()

/** The server holds this of a field, which by itself shows it: nobody typed it here. */
export function recu(champ: Champ, valeur = valeurDe(champ)) {
  departs.set(champ, valeur)
  bases.delete(champ)
}

type Gardee = { champs: Readonly<Record<string, string>>; bases?: Readonly<Record<string, string>> }

/** What the fields of one form showed before anybody typed, and what was typed since. */
export class Releve {
  /** Takes note of the fields not seen yet, and writes again in them what `gardee` holds. True when something was written. */
  rejoindre(form: HTMLFormElement, gardee: Gardee | undefined): boolean {
    let ecrit = false
    for (const [cle, champ] of champsDe(form)) {
      if (departs.has(champ) || champ.disabled || ('readOnly' in champ && champ.readOnly)) continue
      departs.set(champ, departDe(champ))
      const garde = gardee?.champs[cle]
      if (garde === undefined || garde === valeurDe(champ)) continue
      const base = gardee?.bases?.[cle]
      if (base !== undefined) bases.set(champ, base)
      ecrire(champ, garde)
      ecrit = true
    }
    return ecrit
  }

  /** True when somebody typed before the page listened. */
  tapeAvant(form: HTMLFormElement): boolean {
    return [...champsDe(form).values()].some((champ) => {
      const depart = departs.get(champ)
      return depart !== undefined && depart !== valeurDe(champ)
    })
  }

  /** What differs from the start, and what it was typed over; a field that is no longer there keeps what it held. */
  changes(form: HTMLFormElement, avant: Gardee | undefined): Required<Gardee> {
    const suite = { champs: { ...avant?.champs }, bases: { ...avant?.bases } }
    for (const [cle, champ] of champsDe(form)) {
      const depart = departs.get(champ)
      if (depart === undefined || depart === valeurDe(champ)) {
        Reflect.deleteProperty(suite.champs, cle)
        Reflect.deleteProperty(suite.bases, cle)
      } else {
        suite.champs[cle] = valeurDe(champ)
        suite.bases[cle] = bases.get(champ) ?? depart
      }
    }
    return suite
  }

  /** Back to what the page showed. */
  revenir(form: HTMLFormElement) {
    for (const champ of champsDe(form).values()) {
      const depart = departs.get(champ)
      if (depart !== undefined) ecrire(champ, depart)
    }
  }

  /** The form leaves with what is in its fields. */
  partir(form: HTMLFormElement) {
    for (const champ of champsDe(form).values()) partis.set(champ, valeurDe(champ))
  }

  /** What was sent is kept, but in the fields that wait for a choice: what was typed since is typed over it. */
  repartir(form: HTMLFormElement, enAttente: readonly string[]) {
    for (const champ of champsDe(form).values()) if (!enAttente.includes(champ.name)) recu(champ, partis.get(champ))
  }
}

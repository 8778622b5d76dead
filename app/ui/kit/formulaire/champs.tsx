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

/** What the fields of one form showed before anybody typed, and what was typed since. */
export class Releve {
  private readonly depart = new WeakMap<Champ, string>()

  /** Takes note of the fields not seen yet, and writes again in them what `gardes` holds. True when something was written. */
  rejoindre(form: HTMLFormElement, gardes: Readonly<Record<string, string>> | undefined): boolean {
    let ecrit = false
    for (const [cle, champ] of champsDe(form)) {
      if (this.depart.has(champ) || champ.disabled || ('readOnly' in champ && champ.readOnly)) continue
      this.depart.set(champ, departDe(champ))
      const garde = gardes?.[cle]
      if (garde === undefined || garde === valeurDe(champ)) continue
      ecrire(champ, garde)
      ecrit = true
    }
    return ecrit
  }

  /** True when somebody typed before the page listened. */
  tapeAvant(form: HTMLFormElement): boolean {
    return [...champsDe(form).values()].some((champ) => {
      const depart = this.depart.get(champ)
      return depart !== undefined && depart !== valeurDe(champ)
    })
  }

  /** What differs from the start; a field that is no longer there keeps what it held. */
  changes(form: HTMLFormElement, avant: Readonly<Record<string, string>> | undefined): Record<string, string> {
    const suite = { ...avant }
    for (const [cle, champ] of champsDe(form)) {
      const depart = this.depart.get(champ)
      if (depart === undefined || depart === valeurDe(champ)) Reflect.deleteProperty(suite, cle)
      else suite[cle] = valeurDe(champ)
    }
    return suite
  }

  /** Back to what the page showed. */
  revenir(form: HTMLFormElement) {
    for (const champ of champsDe(form).values()) {
      const depart = this.depart.get(champ)
      if (depart !== undefined) ecrire(champ, depart)
    }
  }

  /** What is in the fields now is what was sent. */
  repartir(form: HTMLFormElement) {
    for (const champ of champsDe(form).values()) this.depart.set(champ, valeurDe(champ))
  }
}

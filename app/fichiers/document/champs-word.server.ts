type Attributs = Readonly<Record<string, string>>

/** An old form field of Word (`w:ffData`): a box to tick or a list, whose answer stands in no text of the document. */
export type ChampWord = { choix: string[]; rang: number; coche: boolean | null }

const oui = ({ 'w:val': valeur = '1' }: Attributs): boolean => !['0', 'false', 'off'].includes(valeur)

/** Listens to what is inside `w:ffData`, and gives at its end the words that the field shows: `☒`, `☐`, the choice made; empty for a text. */
export function champWord() {
  let champ: ChampWord | null = null
  let dansCase = false
  return {
    ouvrir(nom: string, attributs: Attributs) {
      if (nom === 'w:ffData') champ = { choix: [], rang: 0, coche: null }
      if (!champ) return
      if (nom === 'w:checkBox') {
        dansCase = true
        champ.coche = false
      } else if (dansCase && (nom === 'w:default' || nom === 'w:checked')) champ.coche = oui(attributs)
      else if (nom === 'w:listEntry') champ.choix.push(attributs['w:val'] ?? '')
      else if (!dansCase && nom === 'w:result') champ.rang = Number(attributs['w:val']) || 0
    },
    fermer(nom: string): string {
      if (nom === 'w:checkBox') dansCase = false
      if (nom !== 'w:ffData' || !champ) return ''
      const { choix, rang, coche } = champ
      champ = null
      if (coche !== null) return coche ? '☒ ' : '☐ '
      return rang > 0 || choix.length === 1 ? (choix[rang] ?? '') : ''
    },
  }
}

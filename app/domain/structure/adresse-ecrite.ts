type Adresse = { adresse: string; codePostal: string; commune: string }

/** What stands between a street and what follows it. */
const ENTRE = ' ,;–-'

function sansFin(rue: string): string {
  let fin = rue.length
  while (fin > 0 && ENTRE.includes(rue.charAt(fin - 1))) fin -= 1
  return rue.slice(0, fin)
}

/**
 * An address as it is asked in parts: what one line writes of its code postal and its commune is taken out of the street, and kept where they are not
 * known otherwise.
 */
export function adresseEnParties({ adresse, codePostal, commune }: Adresse): Adresse {
  const ligne = adresse.replace(/\s+/gu, ' ').trim()
  const lu = /\b(\d{5}) (\S.*)$/u.exec(ligne)
  const [, code = '', ville = ''] = lu ?? []
  if (!lu || (codePostal !== '' && codePostal !== code)) return { adresse: ligne, codePostal, commune }
  return { adresse: sansFin(ligne.slice(0, lu.index)), codePostal: code, commune: commune || ville }
}

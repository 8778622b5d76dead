type Adresse = { adresse: string; codePostal: string; commune: string }

const FIN = /^(.*?)[\s,;–-]*\b(\d{5})\s+(\S.*)$/su

/**
 * An address as it is asked in parts: what one line writes of its code postal and its commune is taken out of the street, and kept where they are not
 * known otherwise.
 */
export function adresseEnParties({ adresse, codePostal, commune }: Adresse): Adresse {
  const ligne = adresse.replace(/\s+/gu, ' ').trim()
  const [, rue = '', code = '', ville = ''] = FIN.exec(ligne) ?? []
  if (code === '' || (codePostal !== '' && codePostal !== code)) return { adresse: ligne, codePostal, commune }
  return { adresse: rue, codePostal: code, commune: commune || ville }
}

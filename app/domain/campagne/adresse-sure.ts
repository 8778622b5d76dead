/** An address that a mail may lead to: nobody between the two can change where it ends. */
export type AdresseSure = `https://${string}`

/** Where structures fill in and deposit on the portal (docs/domaine.md § 1.1): what a campagne starts from. */
export const URL_E_PARTENAIRE: AdresseSure = 'https://portailpartenaire.pasdecalais.fr/Extranet/'

const LONGUEUR_MAX = 200

/**
 * The address of a portal as it is typed: https, of a host that has a name and a domain, without an account in it (`https://portail.fr@ailleurs.fr`
 * leads elsewhere than it reads) nor anything that would end it in a mail. Null for another.
 */
export function lireAdresseSure(saisi: string): AdresseSure | null {
  const dit = saisi.trim()
  if (dit.length > LONGUEUR_MAX || !/^https:\/\/[\w.-]+\.[a-z]{2,}(?::\d{1,5})?(?:\/[^\s<>"'()\\@]*)?$/i.test(dit))
    return null
  return URL.canParse(dit) ? (dit as AdresseSure) : null
}

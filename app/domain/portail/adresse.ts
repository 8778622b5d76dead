/** Where structures fill in and deposit on the portal (docs/domaine.md § 1.1). */
export const URL_E_PARTENAIRE = 'https://portailpartenaire.pasdecalais.fr/Extranet/' as const

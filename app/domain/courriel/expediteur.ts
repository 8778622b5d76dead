/** What a campagne says of who its mails are from; empty words are those of the installation. */
export type Expediteur = {
  /** Before our own address, which no campagne changes: it is the one that the mail systems of others trust. */
  expediteurNom: string
  /** Where answers go beside our own box. */
  reponseA: string
}

export const SANS_EXPEDITEUR: Expediteur = { expediteurNom: '', reponseA: '' }

/** The box that an address is of: what follows a `+` only sorts what it receives. */
function boiteDe(adresse: string): string {
  const [local = '', domaine = ''] = adresse.toLowerCase().split('@')
  return `${local.split('+')[0] ?? ''}@${domaine}`
}

/**
 * Where the answers to a mail go: the box that is read, and the address of the campagne beside it. An answer that did not come to our own box
 * would be tied to no dossier, and told to nobody; an address of that very box stands alone.
 */
export function adressesDeReponse(reponseA: string, boite: string): string[] {
  if (reponseA === '') return [boite]
  return boiteDe(reponseA) === boiteDe(boite) ? [reponseA] : [boite, reponseA]
}

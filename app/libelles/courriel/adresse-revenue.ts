import { formatJour, jourDeParis } from '#domain/temps/jour'

/** Said before an officer writes to an address from which a mail came back. */
export const phraseAdresseRevenue = ({ le, motif }: { le: Date; motif: string }): string =>
  `Un courriel à cette adresse est revenu le ${formatJour(jourDeParis(le))}\u00a0: ${motif} Vérifiez-la avant d’écrire\u00a0: ce message peut revenir aussi.`

/** Said once the message to such an address is on its way. */
export const SURVEILLER_LE_RETOUR = 'Un courriel à cette adresse était revenu\u00a0: s’il revient, il sera dit refusé.'

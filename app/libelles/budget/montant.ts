import { formatMontant, type Montant } from '#domain/budget/montant'

/** `4 500 €`, or `4 500,50 €` when there are cents: an amount in a sentence or on a button. */
export const montantCourt = (cents: Montant): string => formatMontant(cents).replace(',00', '')

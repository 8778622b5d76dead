import type { PROPOSITIONS_EN_ADRESSE } from '#domain/proposition/proposition-en-adresse'

/** The words of the filter « Proposition » of the bannette. */
export const LIBELLE_PROPOSITION_EN_ADRESSE: Record<(typeof PROPOSITIONS_EN_ADRESSE)[number], string> = {
  proposee: 'montant ou avis proposé',
  sans: 'sans proposition',
  favorable: 'favorable',
  reserve: 'réservé',
  defavorable: 'défavorable',
}

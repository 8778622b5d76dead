import { formatMontant, type Montant } from '#domain/budget/montant'

/** What is sworn before a deposit, in the words of the portal's form (docs/domaine.md § 1.3): said of the structure that asks. */
export const ATTESTATION =
  'Certifie exactes et sincères les informations de cette demande, notamment la mention de l’ensemble des demandes de subventions introduites auprès d’autres financeurs publics ainsi que l’approbation du budget par les instances.'

/** What is asked, in the same words. */
export const phraseDeDemande = (cents: Montant): string => `Demande une subvention de ${formatMontant(cents)}.`

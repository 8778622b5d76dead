/** What is sworn before a deposit, in the words of the portal's form (docs/domaine.md § 1.3). */
export const ATTESTATION =
  'Je certifie exactes et sincères les informations de cette demande, notamment la mention de l’ensemble des demandes de subventions introduites auprès d’autres financeurs publics ainsi que l’approbation du budget par les instances.'

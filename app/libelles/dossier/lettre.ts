import type { RefusLettre } from '#domain/dossier/lettre'

/** Why there is no letter, to the officer who asked for it. */
export const LIBELLE_REFUS_LETTRE: Record<RefusLettre, string> = {
  PAS_DE_DECISION: 'Aucune décision prise ici n’est à notifier par lettre pour ce dossier.',
  SANS_SIGNATAIRE:
    'Il manque de quoi signer cette lettre\u00a0: complétez le signataire dans le règlement de la campagne (page Campagnes).',
  LETTRE_NON_COMPOSEE:
    'La mise en page de cette lettre a échoué\u00a0: aucune lettre n’est donnée plutôt qu’une lettre fausse. Prévenez un administrateur.',
}

import type { Signataire } from '#domain/campagne/reglages'
import { fixe } from '#emails/composition'
import { SALUT, signer, voiesDeRecours } from '#emails/formules'

/** How every mail begins. */
export const SALUTATION = fixe<unknown>('La salutation', () => [SALUT])

/** How every mail ends: who answers (CRPA L111-2). */
export const SIGNATURE = fixe<{ signature: Signataire }>('Qui répond, et ses coordonnées', ({ signature }) =>
  signer(signature),
)

/** The name of the part that says how to contest. */
export const VOIES_DE_RECOURS = 'Les voies et délais de recours'

/** How to contest what the mail says, from the facts of the dossier. */
export const RECOURS = fixe<Parameters<typeof voiesDeRecours>[1] & { signature: Signataire }>(
  VOIES_DE_RECOURS,
  (donnees) => voiesDeRecours(donnees.signature, donnees),
)

/** Said by a mail that could be taken for a grant. */
export const PAS_UN_ACCORD = 'Ce message n’est pas un accord\u00a0: ne l’utilisez pas pour engager une dépense.'

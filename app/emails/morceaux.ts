import type { Signataire } from '#domain/campagne/reglages'
import { fixe } from '#emails/composition'
import { type DonneesDossier, SALUT, signer, SUR, voiesDeRecours } from '#emails/formules'
import { type Fragment, lien, p } from '#emails/mise-en-page'

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

/** The address of a page of the extranet after the sentence that leads there; nothing where there is none to give. */
const aLAdresse = (ou: `https://${string}` | null): Fragment[] => (ou === null ? ['.'] : ['\u00a0: ', lien(ou)])

/** Where what was deposited on the extranet is followed; nothing of the portal, which mails of its own lead to. */
export const SUIVI = fixe<Pick<DonneesDossier, 'lieu'>>('Où suivre la demande (déposée sur l’extranet)', ({ lieu }) =>
  lieu.genre === 'PORTAIL'
    ? []
    : [p(`Suivez votre demande ${SUR[lieu.genre]} (connexion demandée)`, ...aLAdresse(lieu.ou))],
)

/** A decision whose letter leaves with its mail: whether the campagne names who signs it, without whom there is none. */
export type AvecLettre = { lettreJointe: boolean }

const LETTRE_EST_JOINTE = 'La lettre de cette décision est jointe à ce message, au format PDF.'

/** Whether the words of this mail say that it carries the letter of its decision. */
export const ditLaLettreJointe = (texte: string): boolean => texte.includes(LETTRE_EST_JOINTE)

/** The letter that the mail of a decision carries. */
export const LETTRE_JOINTE = fixe<AvecLettre>('La lettre jointe', ({ lettreJointe }) =>
  lettreJointe ? [p(LETTRE_EST_JOINTE)] : [],
)

/** Where what is asked of it may be given beside an answer to the mail. */
export const DONNER_ICI = fixe<Pick<DonneesDossier, 'lieu'>>(
  'Où donner les pièces (demande déposée sur l’extranet)',
  ({ lieu }) =>
    lieu.genre === 'PORTAIL'
      ? []
      : [
          p(
            `Vous pouvez aussi donner les pièces une à une ${SUR[lieu.genre]}, sur la page de votre demande (connexion demandée)`,
            ...aLAdresse(lieu.complements),
          ),
        ],
)

/** Said by a mail that could be taken for a grant. */
export const PAS_UN_ACCORD = 'Ce message n’est pas un accord\u00a0: ne l’utilisez pas pour engager une dépense.'

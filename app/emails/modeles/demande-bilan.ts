import type { GenreDemandeBilan } from '#domain/suite-accord/demande-de-bilan'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, prose, type Variable } from '#emails/composition'
import { numeroDe, type DonneesDossier } from '#emails/formules'
import { jourAVenir, leJour, lien } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'

export type DonneesDemandeBilan = DonneesDossier & {
  genre: GenreDemandeBilan
  duLe: Jour
  /** Given on the extranet, at this address where the application has a public one; null: given by an answer to the mail. */
  extranet: { ou: `https://${string}` | null } | null
}

const avantLaLimite = ({ genre }: DonneesDemandeBilan) => genre === 'DEMANDE'

/** The last day is announced as to come by what leaves before it; afterwards it is said as a day that was. */
const VARIABLES = {
  ...VARIABLES_DOSSIER,
  du_le: {
    nom: 'le dernier jour pour envoyer le bilan',
    valeur: (donnees) =>
      avantLaLimite(donnees) ? jourAVenir(donnees.duLe, ' inclus') : `${leJour(donnees.duLe)} inclus`,
  },
  ou_le_rendre: {
    nom: 'où rendre le bilan\u00a0: la page de l’extranet, ou une réponse au message',
    valeur: ({ extranet }) =>
      extranet === null
        ? 'répondez à ce message'
        : extranet.ou === null
          ? 'la page de votre demande, sur l’extranet'
          : lien(extranet.ou),
  },
} as const satisfies Record<string, Variable<DonneesDemandeBilan>>

/** M12: the compte rendu of the project and of its expenses that a grant obliges to, before its last day or once it has passed. */
export const demandeBilan: Composition<DonneesDemandeBilan> = {
  objet: (donnees) =>
    `Votre subvention ${numeroDe(donnees.numero)}\u00a0: ${avantLaLimite(donnees) ? 'votre bilan est attendu' : 'votre bilan n’est pas arrivé'}`,
  variables: VARIABLES,
  morceaux: [
    SALUTATION,
    prose(
      'demande',
      'Ce qui est attendu (avant la date limite)',
      'Le Département a accordé une subvention à votre demande {numero} {projet}. Elle vous oblige à un bilan\u00a0: merci de nous l’envoyer avant le {du_le}. Pour le rendre\u00a0: {ou_le_rendre}.',
      { requises: ['numero', 'du_le'], si: avantLaLimite },
    ),
    prose(
      'retard',
      'Ce qui n’est pas arrivé (une fois la date passée)',
      'Le bilan de votre demande {numero} {projet} était attendu le {du_le}, et nous ne l’avons pas reçu. Envoyez-le-nous au plus vite. Pour le rendre\u00a0: {ou_le_rendre}.',
      { requises: ['numero', 'du_le'], si: (donnees) => !avantLaLimite(donnees) },
    ),
    prose(
      'contenu',
      'Ce que le bilan contient',
      'Ce bilan dit ce qui a été fait, et compare les dépenses et les recettes réalisées à celles qui étaient prévues. Le solde de la subvention, s’il en reste un, se verse après son examen\u00a0; ce qui n’a pas été dépensé peut être à rendre.',
    ),
    prose('croisement', 'Si la réponse est en route', 'Si vous venez de l’envoyer, ne tenez pas compte de ce message.'),
    avantDeSigner(),
    SIGNATURE,
  ],
}

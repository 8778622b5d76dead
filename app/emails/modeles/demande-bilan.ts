import { ditUnComplement, type GenreDemandeBilan } from '#domain/suite-accord/demande-de-bilan'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose, type Variable } from '#emails/composition'
import { numeroDe, type DonneesDossier } from '#emails/formules'
import { citation, jourAVenir, leJour, lien, p } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'

export type DonneesDemandeBilan = DonneesDossier & {
  genre: GenreDemandeBilan
  duLe: Jour
  /** What is to complete, as the officer wrote it; '' of a bilan that did not come. */
  motif: string
  /** Given on the extranet, at this address where the application has a public one; null: given by an answer to the mail. */
  extranet: { ou: `https://${string}` | null } | null
}

const avantLaLimite = ({ genre }: DonneesDemandeBilan) => genre === 'DEMANDE' || genre === 'COMPLEMENT'
const aCompleter = ({ genre }: DonneesDemandeBilan) => ditUnComplement(genre)
const genreEst = (genre: GenreDemandeBilan) => (donnees: DonneesDemandeBilan) => donnees.genre === genre

const OBJETS: Record<GenreDemandeBilan, string> = {
  DEMANDE: 'votre bilan est attendu',
  RETARD: 'votre bilan n’est pas arrivé',
  COMPLEMENT: 'votre bilan est à compléter',
  RAPPEL: 'votre bilan reste à compléter',
}

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

/** M12: the compte rendu of the project and of its expenses that a grant obliges to, before its last day or once it has passed; or what is missing of it. */
export const demandeBilan: Composition<DonneesDemandeBilan> = {
  objet: ({ numero, genre }) => `Votre subvention ${numeroDe(numero)}\u00a0: ${OBJETS[genre]}`,
  variables: VARIABLES,
  morceaux: [
    SALUTATION,
    prose(
      'demande',
      'Ce qui est attendu (avant la date limite)',
      'Le Département a accordé une subvention à votre demande {numero} {projet}. Elle vous oblige à un bilan\u00a0: merci de nous l’envoyer avant le {du_le}. Pour le rendre\u00a0: {ou_le_rendre}.',
      { requises: ['numero', 'du_le'], si: genreEst('DEMANDE') },
    ),
    prose(
      'retard',
      'Ce qui n’est pas arrivé (une fois la date passée)',
      'Le bilan de votre demande {numero} {projet} était attendu le {du_le}, et nous ne l’avons pas reçu. Envoyez-le-nous au plus vite. Pour le rendre\u00a0: {ou_le_rendre}.',
      { requises: ['numero', 'du_le'], si: genreEst('RETARD') },
    ),
    prose(
      'complement',
      'Ce qui est à compléter (à l’examen du bilan)',
      'Nous avons examiné le bilan de votre demande {numero} {projet}. Il est à compléter\u00a0: merci de le faire avant le {du_le}. Pour le compléter\u00a0: {ou_le_rendre}.',
      { requises: ['numero', 'du_le'], si: genreEst('COMPLEMENT') },
    ),
    prose(
      'rappel',
      'Ce qui reste à compléter (une fois la date passée)',
      'Ce qui manque au bilan de votre demande {numero} {projet} était attendu le {du_le}, et rien ne nous est parvenu depuis. Complétez-le au plus vite. Pour le compléter\u00a0: {ou_le_rendre}.',
      { requises: ['numero', 'du_le'], si: genreEst('RAPPEL') },
    ),
    fixe('Ce qui manque, dans les mots de l’agent (bilan à compléter)', (donnees) =>
      aCompleter(donnees) ? [p('Ce qui est à compléter\u00a0:'), citation(donnees.motif)] : [],
    ),
    prose(
      'contenu',
      'Ce que le bilan contient',
      'Ce bilan dit ce qui a été fait, et compare les dépenses et les recettes réalisées à celles qui étaient prévues. Le solde de la subvention, s’il en reste un, se verse après son examen\u00a0; ce qui n’a pas été dépensé peut être à rendre.',
      { si: (donnees) => !aCompleter(donnees) },
    ),
    prose(
      'croisement',
      'Si la réponse est en route',
      'Si vous venez de l’envoyer, ne tenez pas compte de ce message.',
      {
        si: (donnees) => donnees.genre !== 'COMPLEMENT',
      },
    ),
    avantDeSigner(),
    SIGNATURE,
  ],
}

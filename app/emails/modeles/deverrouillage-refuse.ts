import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose } from '#emails/composition'
import type { DonneesDossier } from '#emails/formules'
import { citation, leJour, p } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE, SUIVI } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'

export type DonneesRefusDeverrouillage = DonneesDossier & {
  /** The day the wish reached us. */
  recueLe: Jour
  motif: string
}

/** M08: the wish is refused, why, and what the demandeur can still do (docs/domaine.md § 7.8). */
export const deverrouillageRefuse: Composition<DonneesRefusDeverrouillage> = {
  objet: { maison: 'Votre demande {numero} ne peut pas être modifiée', requises: ['numero'] },
  variables: {
    ...VARIABLES_DOSSIER,
    recue_le: { nom: 'le jour où la modification a été demandée', valeur: ({ recueLe }) => leJour(recueLe) },
  },
  morceaux: [
    SALUTATION,
    prose(
      'annonce',
      'Ce qui n’est pas ouvert',
      'Le {recue_le}, vous nous avez demandé de modifier votre demande {numero} {projet}. Nous ne pouvons pas l’ouvrir à modification.',
      { requises: ['numero'] },
    ),
    fixe('Pourquoi', ({ motif }) => [p('Pourquoi\u00a0:'), citation(motif)]),
    prose(
      'suite',
      'Ce qui reste possible',
      'Votre demande reste enregistrée telle que vous l’avez déposée et son examen continue. Si vous avez une précision à nous apporter, répondez à ce message.',
    ),
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

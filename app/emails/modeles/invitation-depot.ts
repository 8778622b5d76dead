import { avantDeSigner, type Composition, fixe } from '#emails/composition'
import { commentDeposer, type DonneesAvis, NE_VAUT_PAS_DEMANDE, type Suite } from '#emails/modeles/avis-preprojet'
import { LA_FICHE, nommee } from '#emails/modeles/fiche-recue'
import { fort, p } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE } from '#emails/morceaux'

export type DonneesInvitation = Pick<DonneesAvis, 'titre' | 'signature'> &
  Pick<Suite, 'pieces' | 'echeanceDepot' | 'lieu' | 'today'>

/** A structure whose fiche had a favourable avis is invited to deposit its dossier, with what its genre must join. */
export const invitationDepot: Composition<DonneesInvitation> = {
  objet: { maison: 'Déposez votre demande de subvention', requises: [] },
  variables: { fiche: LA_FICHE },
  morceaux: [
    SALUTATION,
    fixe('L’avis', ({ titre }) => [
      p('Votre fiche pré-projet', nommee(titre), ' a reçu un ', fort('avis favorable'), '.'),
    ]),
    fixe('Où déposer, jusqu’à quand et avec quelles pièces', commentDeposer),
    NE_VAUT_PAS_DEMANDE,
    avantDeSigner(),
    SIGNATURE,
  ],
}

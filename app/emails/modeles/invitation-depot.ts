import { commentDeposer, type DonneesAvis, nommee, type Suite } from '#emails/modeles/avis-preprojet'
import { SALUT, signer } from '#emails/formules'
import { type CourrielRendu, fort, mettreEnPage, p } from '#emails/mise-en-page'

export type DonneesInvitation = Pick<DonneesAvis, 'titre' | 'signature'> &
  Pick<Suite, 'pieces' | 'echeanceDepot' | 'today'>

/** A structure whose fiche had a favourable avis is invited to deposit its dossier, with what its genre must join. */
export function invitationDepot(donnees: DonneesInvitation): CourrielRendu {
  const { titre, signature } = donnees
  return mettreEnPage('Déposez votre demande de subvention sur e-partenaire', [
    SALUT,
    p('Votre fiche pré-projet', nommee(titre), ' a reçu un ', fort('avis favorable'), '.'),
    ...commentDeposer(donnees),
    p('La fiche pré-projet prépare votre dossier\u00a0: elle ne vaut pas demande de subvention.'),
    ...signer(signature),
  ])
}

import { commentDeposer, type DonneesAvis, nommee, type Suite } from '#emails/modeles/avis-preprojet'
import { bonjour, signer } from '#emails/formules'
import { type CourrielRendu, fort, mettreEnPage, p } from '#emails/mise-en-page'

export type DonneesInvitation = Pick<DonneesAvis, 'titre' | 'destinataire' | 'signature'> &
  Pick<Suite, 'pieces' | 'echeanceDepot'>

/** A structure whose fiche had a favourable avis is invited to deposit its dossier, with what its genre must join. */
export function invitationDepot(donnees: DonneesInvitation): CourrielRendu {
  const { titre, destinataire, signature } = donnees
  return mettreEnPage('Déposez votre demande de subvention sur e-partenaire', [
    bonjour(destinataire),
    p('Votre fiche pré-projet', nommee(titre), ' a reçu un ', fort('avis favorable'), '.'),
    ...commentDeposer(donnees),
    p('La fiche pré-projet prépare votre dossier\u00a0: elle ne vaut pas demande de subvention.'),
    ...signer(signature),
  ])
}

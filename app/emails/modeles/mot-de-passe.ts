import { LIEN_A_LA_SORTIE } from '#domain/acces/compte'
import { type CourrielRendu, enLigne, fort, lien, mettreEnPage, p } from '#emails/mise-en-page'

export type DonneesMotDePasse = { prenom: string }

/** To an agent who asked for it: the one link by which they choose a new password. */
export const motDePasse = ({ prenom }: DonneesMotDePasse): CourrielRendu =>
  mettreEnPage('Choisir un nouveau mot de passe', [
    p(`Bonjour ${enLigne(prenom)},`),
    p('Un nouveau mot de passe a été demandé pour votre compte de l’application d’instruction de la MCEI.'),
    p('Choisissez-le ici\u00a0: ', lien(LIEN_A_LA_SORTIE)),
    p(
      'Ce lien sert ',
      fort('une seule fois'),
      ', pendant ',
      fort('24\u00a0heures'),
      '. Vos autres sessions seront fermées.',
    ),
    p('Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe ne change pas.'),
    p('Mission coopération européenne et internationale'),
  ])

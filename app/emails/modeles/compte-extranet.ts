import { LIEN_A_LA_SORTIE } from '#domain/acces/compte'
import type { OuvertureLue } from '#domain/ouverture-de-compte/ouverture'
import { citation, type CourrielRendu, enLigne, fort, lien, liste, mettreEnPage, p } from '#emails/mise-en-page'
import { copieDOuverture } from '#libelles/ouverture-de-compte/ouverture'

const SERVICE = p('Mission coopération européenne et internationale')

export type DonneesCompteAConfirmer = {
  lue: OuvertureLue
  /** What the structure is called: as it was typed, or as it is known. */
  structure: string
}

/** To who asks for an account: what they asked, and the one link that says that the address is theirs. The same for an address that has an account. */
export const compteAConfirmer = ({ lue, structure }: DonneesCompteAConfirmer): CourrielRendu =>
  mettreEnPage('Confirmez votre adresse pour l’ouverture de votre compte', [
    p(`Bonjour ${enLigne(lue.prenom)} ${enLigne(lue.nom)},`),
    p(
      'Une ouverture de compte a été demandée avec votre adresse sur l’extranet des demandes de subvention. En voici la copie\u00a0:',
    ),
    liste(copieDOuverture(lue, structure).map(([nom, valeur]) => [`${nom}\u00a0: `, fort(enLigne(valeur))])),
    p('Pour que nous la lisions, confirmez que cette adresse est la vôtre\u00a0: ', lien(LIEN_A_LA_SORTIE)),
    p(
      'Ce lien sert ',
      fort('une seule fois'),
      ', pendant ',
      fort('7\u00a0jours'),
      '. Nous répondons ensuite sous 48\u00a0heures ouvrées.',
    ),
    p('Si vous n’avez rien demandé, ne faites rien\u00a0: aucun compte ne sera ouvert.'),
    SERVICE,
  ])

export type DonneesCompteOuvert = {
  prenom: string
  structure: string
  identifiant: string
  /** Where a password is asked for; null where we have no address to give. */
  adresse: `https://${string}` | null
}

/** To who asked for an account: it is open. */
export const compteOuvert = ({ prenom, structure, identifiant, adresse }: DonneesCompteOuvert): CourrielRendu =>
  mettreEnPage('Votre compte est ouvert', [
    p(`Bonjour ${enLigne(prenom)},`),
    p('Votre compte de l’extranet des demandes de subvention est ouvert pour ', fort(enLigne(structure)), '.'),
    p('Votre identifiant est votre adresse électronique\u00a0: ', fort(enLigne(identifiant))),
    p(
      'À votre première connexion, générez un mot de passe',
      ...(adresse ? ['\u00a0: ', lien(adresse)] : [' depuis la page «\u00a0Connexion\u00a0» de l’extranet.']),
    ),
    SERVICE,
  ])

export type DonneesCompteRefuse = { prenom: string; structure: string; motif: string }

/** To who asked for an account: it is not opened, and why, in the words of the officer. */
export const compteRefuse = ({ prenom, structure, motif }: DonneesCompteRefuse): CourrielRendu =>
  mettreEnPage('Votre demande d’ouverture de compte', [
    p(`Bonjour ${enLigne(prenom)},`),
    p(
      'Votre compte de l’extranet des demandes de subvention n’a pas pu être ouvert pour ',
      fort(enLigne(structure)),
      ', pour la raison suivante\u00a0:',
    ),
    citation(motif),
    p('Vous pouvez faire une nouvelle demande, ou nous écrire en répondant à ce courriel.'),
    SERVICE,
  ])

export type DonneesMotDePasseExtranet = { prenom: string; identifiant: string }

/** To a demandeur who asked for it: their identifiant, and the one link by which they choose a password. */
export const motDePasseDuDemandeur = ({ prenom, identifiant }: DonneesMotDePasseExtranet): CourrielRendu =>
  mettreEnPage('Votre mot de passe de l’extranet', [
    p(`Bonjour ${enLigne(prenom)},`),
    p('Un mot de passe a été demandé pour votre compte de l’extranet des demandes de subvention.'),
    p('Votre identifiant\u00a0: ', fort(enLigne(identifiant))),
    p('Choisissez votre mot de passe ici\u00a0: ', lien(LIEN_A_LA_SORTIE)),
    p('Ce lien sert ', fort('une seule fois'), ', pendant ', fort('24\u00a0heures'), '.'),
    p('Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe ne change pas.'),
    SERVICE,
  ])

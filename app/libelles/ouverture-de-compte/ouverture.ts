import {
  LONGUEUR_MAX_OUVERTURE,
  type ChampOuverture,
  type OuvertureLue,
  type OuvertureRefusee,
  type RefusOuverture,
} from '#domain/ouverture-de-compte/ouverture'
import { LONGUEUR_MAX_MOTIF, type RefusReponse } from '#domain/ouverture-de-compte/reponse'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { compter } from '#domain/nombre'
import type { CodePiece } from '#domain/piece/piece'
import { estOrganismePublic, type Genre } from '#domain/structure/genre'
import { formatSiret } from '#domain/structure/identifiants'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { AU_GENRE, LIBELLE_GENRE } from '#libelles/structure'
import { dureeLisible } from '#libelles/temps'

export const LIBELLE_ROLE_MEMBRE: Record<RoleMembre, string> = {
  REPRESENTANT_LEGAL: 'Représentant légal',
  REDACTEUR: 'Rédacteur',
  LECTEUR: 'Lecteur',
}

/** The same as the person who asks says it of themselves. */
export const CHOIX_ROLE_MEMBRE: Record<RoleMembre, string> = {
  REPRESENTANT_LEGAL: 'Je suis le représentant légal (maire, président, chef d’établissement…)',
  REDACTEUR: 'Je prépare les demandes de subvention',
  LECTEUR: 'Je consulte les demandes sans les modifier',
}

export const LIBELLE_CHAMP_OUVERTURE: Record<ChampOuverture, string> = {
  prenom: 'Prénom',
  nom: 'Nom',
  courriel: 'Adresse mail',
  fonction: 'Fonction dans la structure',
  role: 'Votre rôle',
  siret: 'SIRET',
  genre: 'Nature de la structure',
  raisonSociale: 'Raison sociale',
  adresse: 'Adresse (numéro et voie)',
  codePostal: 'Code Postal',
  commune: 'Commune',
}

export const AIDE_CHAMP_OUVERTURE: { [C in ChampOuverture]?: string } = {
  courriel: 'Un lien y sera envoyé pour vérifier qu’elle est la vôtre. Elle sera votre identifiant.',
  fonction: 'Par exemple\u00a0: présidente, secrétaire de mairie, gestionnaire.',
  siret: '14 chiffres, comme sur l’avis de situation de l’INSEE.',
  genre: 'Laissez vide pour qu’elle vous soit proposée d’après le SIRET.',
  raisonSociale: 'Le nom déclaré en préfecture ou à l’INSEE.',
}

const REFUS: Record<RefusOuverture, string> = {
  SANS_REPONSE: 'Répondez à cette question.',
  TROP_LONG: `Raccourcissez cette réponse\u00a0: ${compter(LONGUEUR_MAX_OUVERTURE, 'caractère')} au plus.`,
  COURRIEL_INVALIDE: 'Cette adresse n’en est pas une. Écrivez-la comme prenom.nom@exemple.fr.',
  SIRET_MAL_FORME: 'Un SIRET compte 14 chiffres. Recopiez celui de votre structure.',
  SIRET_CLE_FAUSSE:
    'Ce SIRET n’existe pas\u00a0: un chiffre est faux ou deux sont inversés. Vérifiez-le sur l’avis de situation de l’INSEE.',
  GENRE_A_CHOISIR: 'Choisissez la nature de la structure\u00a0: elle ne peut pas être proposée d’après ce SIRET.',
  STRUCTURE_A_DIRE: 'Cette structure n’est pas encore connue du Département\u00a0: remplissez aussi ce champ.',
  CODE_POSTAL_INVALIDE: 'Un code postal compte 5 chiffres.',
}

/** What is wrong, by field, as a form shows it. */
export const phrasesOuverture = (refusees: readonly OuvertureRefusee[]): Record<string, string[]> =>
  Object.fromEntries(refusees.map(({ champ, refus }) => [champ, [REFUS[refus]]]))

/** Too many sendings follow from here: for the whole form. */
export const phraseAttente = (secondes: string | undefined): Record<string, string[]> => ({
  '': [
    `Plusieurs demandes viennent d’être envoyées d’ici. Recommencez dans ${dureeLisible(Number(secondes ?? '60'))}\u00a0: vos réponses restent sur cette page.`,
  ],
})

/** What somebody asked, line by line, as they read it before it leaves and in the copy that they receive. */
export function copieDOuverture(lue: OuvertureLue, structure: string): [nom: string, valeur: string][] {
  const adresse = [lue.adresse, [lue.codePostal, lue.commune].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return [
    ['Nom', `${lue.prenom} ${lue.nom}`],
    ['Adresse mail', lue.courriel],
    ['Fonction', lue.fonction],
    ['Rôle', LIBELLE_ROLE_MEMBRE[lue.role]],
    ['Structure', structure],
    ['SIRET', formatSiret(lue.siret)],
    ['Nature de la structure', LIBELLE_GENRE[lue.genre]],
    ...(adresse ? [['Adresse', adresse] as [string, string]] : []),
  ]
}

/**
 * What nobody has to look for, said before the person asks for it from somebody else (docs/domaine.md § 3.2): `epargnees` are the pièces that the open
 * campagnes ask of others and not of this genre.
 */
export function nonDemande(genre: Genre, epargnees: readonly CodePiece[]): string {
  const rienIci = 'Aucune pièce n’est demandée pour ouvrir un compte.'
  const sansAssemblee = estOrganismePublic(genre)
    ? ` Aucun procès-verbal d’assemblée générale n’est demandé ${AU_GENRE[genre]}.`
    : ''
  const sansPieces =
    epargnees.length > 0
      ? ` La demande de subvention ne demande pas non plus ${AU_GENRE[genre]}\u00a0: ${epargnees.map((code) => nomPourLeDemandeur(code)).join('\u00a0; ')}.`
      : ' Celles de la demande de subvention se joignent plus tard.'
  return rienIci + sansAssemblee + sansPieces
}

export const LIBELLE_REFUS_REPONSE: Record<RefusReponse, string> = {
  DEJA_TRAITEE: 'Cette demande a déjà reçu sa réponse.',
  STRUCTURE_A_CHOISIR: 'Cette structure est déjà connue\u00a0: choisissez celle à laquelle rattacher la personne.',
  MOTIF_A_DIRE: 'Dites pourquoi\u00a0: la personne le lira.',
  ROLE_NON_OFFERT: 'Choisissez le rôle de rédacteur ou de lecteur\u00a0: seule la mission nomme un représentant légal.',
  DEJA_REPRESENTANT:
    'Cette personne est déjà représentant légal de la structure\u00a0: seule la mission peut changer son rôle. Écrivez-lui.',
  COMPTE_FERME: 'Le compte de cette personne est fermé\u00a0: rouvrez-le d’abord, page Comptes de l’extranet.',
  MOTIF_TROP_LONG: `Raccourcissez ce motif\u00a0: ${compter(LONGUEUR_MAX_MOTIF, 'caractère')} au plus.`,
}

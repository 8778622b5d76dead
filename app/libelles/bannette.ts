import { NOM_VUE_MAX, type RefusVue } from '#domain/bannette/vue-enregistree'
import { compter } from '#domain/nombre'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { VueDossiers } from '#domain/dossier/vues'
import type { VuePreProjets } from '#domain/pre-projet/vues'
import { nomDePiece } from '#libelles/piece/piece'

export const LIBELLE_REFUS_VUE: Record<RefusVue, string> = {
  SANS_NOM: 'Donnez un nom à cette vue.',
  NOM_TROP_LONG: `Choisissez un nom plus court\u00a0: ${compter(NOM_VUE_MAX, 'caractère')} au plus.`,
  TROP_LONGUE: 'Cette vue a trop de filtres pour être gardée.',
}

/** The name of a tab, what it holds in one sentence, and what is said when it holds nothing. */
export type MotsDeVue = { nom: string; contient: string; vide: string }

export const VUE_DOSSIERS: Record<VueDossiers, MotsDeVue> = {
  'a-faire': {
    nom: 'À faire',
    contient: 'Dossiers sans décision qui attendent quelque chose de nous, et non du demandeur.',
    vide: 'Rien à faire. Les prochains dossiers arriveront ici dès leur import.',
  },
  miens: {
    nom: 'Mes dossiers',
    contient: 'Dossiers sans décision que vous suivez.',
    vide: 'Vous ne suivez aucun dossier en cours.',
  },
  'a-controler': {
    nom: 'À contrôler',
    contient: 'Dossiers déposés que personne n’a encore contrôlés, ou dont des pièces sont arrivées depuis.',
    vide: 'Aucun dossier à contrôler. Les prochains arriveront ici dès leur import.',
  },
  nouveaux: {
    nom: 'Nouveaux',
    contient: 'Dossiers déposés que personne ne suit encore.',
    vide: 'Aucun nouveau dossier. Chaque dossier déposé est suivi par quelqu’un.',
  },
  'a-verifier': {
    nom: 'À vérifier\u00a0: recevabilité',
    contient: 'Dossiers qui sortent du règlement de leur campagne sur un point, que personne n’a encore vérifié.',
    vide: 'Aucun dossier n’attend de vérification de sa recevabilité.',
  },
  incomplets: {
    nom: 'Incomplets',
    contient: 'Dossiers dont des pièces ont été demandées.',
    vide: 'Aucun dossier incomplet.',
  },
  attente: {
    nom: 'Compléments attendus',
    contient: 'Dossiers dont le demandeur a encore le temps de répondre à une demande de compléments.',
    vide: 'Aucun dossier n’attend de compléments.',
  },
  'delai-depasse': {
    nom: 'Compléments en retard',
    contient: 'Dossiers dont les compléments ne sont pas tous arrivés à la date limite.',
    vide: 'Aucun complément n’est en retard.',
  },
  complets: {
    nom: 'Complets',
    contient: 'Dossiers dont toutes les pièces sont conformes.',
    vide: 'Aucun dossier complet en attente d’instruction.',
  },
  'rejet-proche': {
    nom: 'Rejet proche',
    contient: 'Dossiers sans décision dont le rejet implicite est à moins de 15 jours, ou passé.',
    vide: 'Aucun dossier n’est à moins de 15 jours du rejet implicite.',
  },
  deverrouilles: {
    nom: 'Déverrouillages',
    contient: 'Dossiers ouverts à modification, ou dont le demandeur demande l’ouverture.',
    vide: 'Aucun dossier n’est ouvert à modification et aucune demande n’attend de réponse.',
  },
  'a-decider': {
    nom: 'À décider',
    contient: 'Dossiers complets ou en instruction, qui attendent une décision.',
    vide: 'Aucun dossier n’attend de décision.',
  },
  'a-notifier': {
    nom: 'À notifier',
    contient:
      'Dossiers dont la décision peut être dite et ne l’est pas\u00a0: courriel à relire par une autre personne, à faire partir, retenu ou en échec, ou lettre à envoyer par courrier.',
    vide: 'Aucune décision n’attend d’être notifiée.',
  },
  conventions: {
    nom: 'Conventions à signer',
    contient: 'Dossiers accordés dont la convention n’est pas encore dite signée\u00a0: rien ne peut y être versé.',
    vide: 'Aucune convention n’attend de signature.',
  },
  'a-verser': {
    nom: 'À verser',
    contient:
      'Dossiers accordés sur lesquels rien n’est encore versé, ou dont le bilan conforme permet de verser le solde.',
    vide: 'Aucune subvention n’attend de versement.',
  },
  'bilans-attendus': {
    nom: 'Bilans attendus',
    contient: 'Dossiers accordés dont le bilan n’est pas arrivé, ou est à compléter, avant sa date limite.',
    vide: 'Aucun bilan n’est attendu.',
  },
  'bilans-en-retard': {
    nom: 'Bilans en retard',
    contient: 'Dossiers accordés dont le bilan n’est pas arrivé, ou est resté à compléter, à sa date limite.',
    vide: 'Aucun bilan n’est en retard.',
  },
  'bilans-a-examiner': {
    nom: 'Bilans à examiner',
    contient: 'Dossiers dont le bilan est arrivé et que personne n’a encore examiné.',
    vide: 'Aucun bilan n’attend d’examen.',
  },
  'reversements-attendus': {
    nom: 'À rendre',
    contient:
      'Dossiers dont la structure doit rendre une part de ce qui a été versé, et ne l’a pas encore rendue en entier.',
    vide: 'Aucun reversement n’est attendu.',
  },
  decides: {
    nom: 'Décidés',
    contient:
      'Dossiers qui n’attendent plus rien\u00a0: accordés, refusés, non recevables, retirés ou classés sans suite.',
    vide: 'Aucune décision n’a encore été prise.',
  },
  tous: {
    nom: 'Tous',
    contient: 'Tous les dossiers déposés.',
    vide: 'Aucun dossier. Ils arriveront ici dès leur dépôt sur l’extranet, ou l’import de l’extraction d’e-partenaire.',
  },
}

export const VUE_PRE_PROJETS: Record<VuePreProjets, MotsDeVue> = {
  'a-traiter': {
    nom: 'À traiter',
    contient: 'Fiches qui attendent un avis.',
    vide: 'Aucun pré-projet en attente. Les prochains arriveront ici dès leur réception.',
  },
  'en-retard': {
    nom: 'En retard',
    contient: 'Fiches reçues après la date limite, qui attendent un avis.',
    vide: 'Aucune fiche en retard n’attend d’avis.',
  },
  'a-retravailler': {
    nom: 'À retravailler',
    contient: 'Fiches rendues à la structure pour une nouvelle version.',
    vide: 'Aucune fiche n’est entre les mains d’une structure.',
  },
  'avis-rendus': {
    nom: 'Avis rendus',
    contient: 'Fiches dont l’avis est parti.',
    vide: 'Aucun avis n’a encore été rendu.',
  },
  tous: {
    nom: 'Tous',
    contient: 'Toutes les fiches reçues.',
    vide: 'Aucun pré-projet. Ils arriveront ici dès l’import des courriels reçus.',
  },
}

export type Pieces = {
  completude: 'MANQUANTES' | 'A_CONTROLER' | 'COMPLET'
  nbManquantes: number
  nbAControler: number
}

/** « 3 pièces manquent », « 2 pièces à contrôler », « Pièces conformes »: where the pièces stand, what to ask for first. */
export function phrasePieces({ completude, nbManquantes, nbAControler }: Pieces): string {
  if (nbManquantes > 0) return compter(nbManquantes, 'pièce manque', 'pièces manquent')
  if (nbAControler > 0) return `${compter(nbAControler, 'pièce')} à contrôler`
  return completude === 'COMPLET' ? 'Pièces conformes' : 'Pièces à contrôler'
}

/** « Statuts, RIB »: which pièces are to be asked for; empty when none is. */
export const nommerPieces = (codes: readonly string[]): string => codes.map(nomDePiece).join(', ')

export const LIBELLE_COMPLETUDE: Record<Pieces['completude'], string> = {
  MANQUANTES: 'Pièces manquantes',
  A_CONTROLER: 'Pièces à contrôler',
  COMPLET: 'Pièces conformes',
}

export const VUE_COURRIELS: Record<EtatCourriel | 'tous', MotsDeVue> = {
  A_ENVOYER: {
    nom: 'À envoyer',
    contient: 'Courriels écrits, qui partiront d’eux-mêmes.',
    vide: 'Aucun courriel n’attend de partir.',
  },
  RETENU: {
    nom: 'Retenus',
    contient:
      'Courriels qui ne partent pas d’eux-mêmes\u00a0: à relire, puis à envoyer quand même ou à abandonner. Une décision votée hors séance attend la relecture d’une autre personne.',
    vide: 'Aucun courriel n’est retenu.',
  },
  ENVOYE: {
    nom: 'Partis',
    contient: 'Courriels que notre relais a pris, et qu’aucun serveur n’a rendus.',
    vide: 'Aucun courriel n’est encore parti.',
  },
  NON_REMIS: {
    nom: 'Refusés',
    contient:
      'Courriels partis que le serveur du destinataire a rendus\u00a0: l’adresse est à corriger, ou la structure à joindre autrement.',
    vide: 'Aucun courriel n’est revenu.',
  },
  ECHEC: {
    nom: 'Échecs',
    contient: 'Courriels abandonnés après le dernier essai\u00a0: à renvoyer.',
    vide: 'Aucun envoi n’a échoué.',
  },
  ANNULE: {
    nom: 'Annulés',
    contient: 'Courriels retirés avant leur départ.',
    vide: 'Aucun courriel n’a été retiré avant son départ.',
  },
  tous: {
    nom: 'Tous',
    contient: 'Tous les courriels écrits par l’application.',
    vide: 'Aucun courriel. Ils apparaîtront ici dès le premier accusé de réception, avis ou décision.',
  },
}

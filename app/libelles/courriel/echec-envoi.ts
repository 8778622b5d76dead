import { compter } from '#domain/nombre'
import { type CauseEchec, type CauseSuspension, estCauseEchec } from '#domain/courriel/echec-envoi'
import { JOURS_DESSAIS } from '#domain/courriel/suspension'
import { formatInstant } from '#libelles/temps'

/** Why a mail is not gone, in a few words: the name of a heap of mails that failed alike. */
export const LIBELLE_CAUSE: Record<CauseEchec, string> = {
  INJOIGNABLE: 'Serveur de courrier injoignable',
  CHIFFREMENT: 'Liaison chiffrée impossible',
  SERVEUR_OCCUPE: 'Serveur de courrier occupé',
  COMPTE_REFUSE: 'Notre compte est refusé',
  ENVOI_INTERDIT: 'Le serveur nous interdit d’envoyer',
  REFUS_GENERAL: 'Même refus pour plusieurs destinataires',
  ECRITURE: 'Le disque ne se laisse pas écrire',
  COUPURE: 'Liaison coupée pendant un envoi',
  PLUS_TARD: 'À réessayer plus tard',
  ADRESSE_INCONNUE: 'Adresse inconnue',
  BOITE_PLEINE: 'Boîte aux lettres pleine',
  BOITE_FERMEE: 'Boîte aux lettres fermée',
  MESSAGE_TROP_GROS: 'Message trop gros',
  MESSAGE_REFUSE: 'Message refusé',
  REFUSE: 'Refusé pour ce destinataire',
  ISSUE_INCONNUE: 'Peut-être parti\u00a0: issue inconnue',
  DELAI_DEPASSE: `Sans succès après ${compter(JOURS_DESSAIS, 'jour')}`,
  INTERROMPU: 'Envoi interrompu',
  AUTRE: 'Autre raison',
}

/** What an officer does about it. */
export const SUITE_CAUSE: Record<CauseEchec, string> = {
  INJOIGNABLE: 'Il repartira de lui-même.',
  CHIFFREMENT: 'Il repartira de lui-même.',
  SERVEUR_OCCUPE: 'Il repartira de lui-même.',
  COMPTE_REFUSE: 'Il repartira de lui-même.',
  ENVOI_INTERDIT: 'Il repartira de lui-même.',
  REFUS_GENERAL: 'Il repartira de lui-même.',
  ECRITURE: 'Il repartira de lui-même.',
  COUPURE: 'Il repartira de lui-même.',
  PLUS_TARD: 'Il repartira de lui-même.',
  ADRESSE_INCONNUE: 'Corrigez l’adresse avec la structure\u00a0; un renvoi à la même adresse échouera encore.',
  BOITE_PLEINE: 'Prévenez la structure par téléphone, puis renvoyez le courriel.',
  BOITE_FERMEE: 'Demandez une autre adresse à la structure.',
  MESSAGE_TROP_GROS: 'Écrivez un message plus court.',
  MESSAGE_REFUSE:
    'Lisez la réponse du serveur\u00a0; prévenez la structure par un autre moyen si elle attend ce courriel.',
  REFUSE: 'Lisez la réponse du serveur\u00a0; prévenez la structure par un autre moyen si elle attend ce courriel.',
  ISSUE_INCONNUE:
    'La liaison s’est coupée pendant que le serveur recevait le message\u00a0: il est peut-être arrivé. Demandez à la structure si elle l’a reçu. Si oui, tenez-le pour envoyé\u00a0; sinon, renvoyez-le.',
  DELAI_DEPASSE: 'Relisez-le\u00a0: s’il est encore utile, renvoyez-le.',
  INTERROMPU: 'Renvoyez-le\u00a0; s’il échoue encore, prévenez l’assistance informatique.',
  AUTRE: 'Lisez la raison, puis renvoyez-le s’il est encore utile.',
}

/** The cause that a row keeps; one of another version of the software is of no known kind. */
export const causeLue = (cause: string | null): CauseEchec => (estCauseEchec(cause) ? cause : 'AUTRE')

/** Why no mail leaves, and who can mend it. */
export const PHRASE_SUSPENSION: Record<CauseSuspension, string> = {
  INJOIGNABLE: 'Le serveur de courrier ne répond pas.',
  CHIFFREMENT: 'La liaison chiffrée avec le serveur de courrier ne se fait pas\u00a0: son certificat est à vérifier.',
  SERVEUR_OCCUPE: 'Le serveur de courrier est occupé et demande d’attendre.',
  COMPTE_REFUSE:
    'Le serveur de courrier refuse notre compte ou son mot de passe\u00a0: le réglage SMTP_URL est à vérifier.',
  ENVOI_INTERDIT: 'Le serveur de courrier nous interdit d’envoyer\u00a0: l’assistance informatique doit le débloquer.',
  REFUS_GENERAL:
    'Le serveur de courrier refuse de la même façon des destinataires qui n’ont rien en commun\u00a0: l’assistance informatique doit regarder pourquoi.',
  ECRITURE: 'Le disque de l’application ne se laisse pas écrire\u00a0: l’assistance informatique doit le vérifier.',
  COUPURE: 'La liaison avec le serveur de courrier se coupe pendant les envois.',
}

export type RefusReessai = 'ENVOIS_PAS_SUSPENDUS'

export const LIBELLE_REFUS_REESSAI: Record<RefusReessai, string> = {
  ENVOIS_PAS_SUSPENDUS: 'Les envois ont repris\u00a0: il n’y a rien à réessayer.',
}

type Suspension = {
  depuis: Date
  cause: CauseSuspension
  reponse: string
  prochainEssaiLe: Date
  enAttente: number
}

/** What the dashboard says while nothing leaves: since when, why, in the server's words, and what comes next. */
export const motsDeSuspension = ({ depuis, cause, reponse, prochainEssaiLe, enAttente }: Suspension) => ({
  titre: `Les courriels ne partent plus depuis le ${formatInstant(depuis)}.`,
  raison: PHRASE_SUSPENSION[cause],
  reponse: reponse && `Réponse reçue\u00a0: «\u00a0${reponse}\u00a0»`,
  suite: `${
    enAttente === 0
      ? 'Aucun courriel n’attend.'
      : `${compter(enAttente, 'courriel attend', 'courriels attendent')}\u00a0: rien n’est perdu, et tout partira dès que le serveur l’acceptera.`
  } Prochain essai le ${formatInstant(prochainEssaiLe)}.`,
})

/** What became of the mails asked for again. */
export function phraseRelances({
  relances,
  retenus,
  autres,
}: {
  relances: number
  retenus: number
  autres: number
}): string {
  const phrases = [
    relances > 0 && `${compter(relances, 'courriel va repartir', 'courriels vont repartir')}.`,
    retenus > 0 &&
      `${compter(retenus, 'courriel est retenu', 'courriels sont retenus')}\u00a0: ce qu’ils annoncent est à relire avant.`,
    autres > 0 && `${compter(autres, 'courriel a changé entre-temps', 'courriels ont changé entre-temps')}.`,
  ].filter((phrase) => phrase !== false)
  return phrases.length > 0 ? phrases.join(' ') : 'Aucun courriel n’est à renvoyer.'
}

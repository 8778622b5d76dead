import { COMMENCES_MAX_PAR_HEURE, EN_VOL_MAX_PAR_DEMANDE } from '#domain/demande-en-ligne/televersement'
import { compter } from '#domain/nombre'
import { REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'
import { REFUS_DE_COMPLEMENT } from '#libelles/demandeur/complement'
import { REFUS_DE_FICHIER_DE_BILAN } from '#libelles/demandeur/refus-de-fichier-de-bilan'

const REFUS: Readonly<Record<string, string>> = {
  ...REFUS_DE_COMPLEMENT,
  ...REFUS_DE_PIECE,
  ...REFUS_DE_FICHIER_DE_BILAN,
  ANNONCE_ILLISIBLE: 'Cet envoi n’a pas pu commencer\u00a0: rechargez la page, puis choisissez de nouveau le fichier.',
  TROP_D_ENVOIS:
    'Vous avez déjà plusieurs fichiers en cours d’envoi. Attendez qu’ils arrivent, ou abandonnez-en un, puis choisissez de nouveau celui-ci.',
  TROP_D_ENVOIS_DE_LA_DEMANDE: `${compter(EN_VOL_MAX_PAR_DEMANDE, 'fichier')} sont déjà en cours d’envoi pour cette demande. Attendez qu’ils arrivent, puis choisissez de nouveau celui-ci.`,
  TROP_D_ENVOIS_PAR_HEURE: `Vous avez commencé ${compter(COMMENCES_MAX_PAR_HEURE, 'envoi')} en une heure. Attendez un peu, puis choisissez de nouveau ce fichier.`,
  EMPREINTE:
    'Ce fichier est arrivé abîmé\u00a0: il n’a pas été gardé. Choisissez-le de nouveau pour l’envoyer une autre fois.',
  INCOMPLET: 'Ce fichier n’est pas encore arrivé en entier\u00a0: choisissez-le de nouveau pour reprendre l’envoi.',
  VERROUILLE: 'Ce fichier est déjà en train d’arriver par une autre page. Attendez un instant.',
  PANNE: 'Nous n’avons pas pu recevoir ce fichier. L’envoi reprendra où il s’est arrêté.',
}

/** Why a file was not taken, and what to do; `detail` says it in words for what is looked at in the file. */
export function phraseDeTeleversement(reason: string, detail?: string): string {
  if (reason === 'TROP_DE_FICHIERS') return REFUS_DE_PIECE.TROP_DE_FICHIERS
  return detail || (REFUS[reason] ?? REFUS_DE_PIECE.OCCUPE)
}

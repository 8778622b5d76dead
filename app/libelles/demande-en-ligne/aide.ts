import { LONGUEUR_MAX_MOT, type RefusDAide, type RefusDeMot } from '#domain/demande-en-ligne/aide'
import { compter } from '#domain/nombre'

/** The page on which help is asked for. */
export const adresseDAide = (id: string): `/extranet/${string}` => `/extranet/demandes/${id}/aide`

export const REFUS_D_AIDE: Record<RefusDAide, string> = {
  LECTEUR_SEUL:
    'Votre rôle de lecteur ne permet pas de demander de l’aide. Adressez-vous au représentant légal ou à un rédacteur de la structure.',
  DEJA_DEPOSEE: 'Cette demande est déposée\u00a0: suivez-la depuis la page du dossier.',
}

export const REFUS_DE_MOT: Record<RefusDeMot | 'AIDE_FERMEE', string> = {
  MOT_VIDE: 'Écrivez ce que la structure doit savoir de cette étape.',
  MOT_TROP_LONG: `Raccourcissez\u00a0: ${compter(LONGUEUR_MAX_MOT, 'caractère')} au plus.`,
  AIDE_FERMEE:
    'La structure ne demande plus d’aide, ou sa demande est déposée\u00a0: ce mot n’est pas parti. Copiez-le pour l’envoyer autrement.',
}

import {
  LONGUEUR_RECOMMANDE,
  type NotificationProuvee,
  type RefusCourrier,
} from '#domain/notification-de-decision/notification-prouvee'
import { compter } from '#domain/nombre'
import { formatJour } from '#domain/temps/jour'

/** « Notifiée le 12/06/2025, par courrier. » */
export const phraseNotification = ({ le, par }: NotificationProuvee): string =>
  `Notifiée le ${formatJour(le)}, ${par === 'COURRIER' ? 'par courrier' : 'par courriel remis au serveur du destinataire'}.`

export const LIBELLE_REFUS_COURRIER: Record<RefusCourrier | 'PAS_PAR_COURRIER', string> = {
  PAS_DE_DECISION: 'Aucune décision n’est prise sur ce dossier.',
  DEJA_PAR_COURRIER: 'Cette décision est déjà dite notifiée par courrier\u00a0: reprenez d’abord cette notification.',
  ENCORE_REPRENABLE:
    'Cette décision peut encore être reprise\u00a0: attendez que son courriel soit parti, ou abandonnez-le.',
  JOUR_A_VENIR: 'Ce jour est à venir\u00a0: choisissez aujourd’hui ou un jour passé.',
  AVANT_LA_DECISION: 'La décision n’était pas encore prise ce jour-là\u00a0: choisissez ce jour-là ou un jour après.',
  RECOMMANDE_TROP_LONG: `Le numéro du recommandé est trop long\u00a0: ${compter(LONGUEUR_RECOMMANDE, 'caractère')} au plus.`,
  PAS_PAR_COURRIER: 'Cette décision n’est plus dite notifiée par courrier.',
}

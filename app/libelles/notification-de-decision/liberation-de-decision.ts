import type { RefusLiberationDeDecision } from '#domain/notification-de-decision/liberation-de-decision'
import { compter } from '#domain/nombre'

/** Why a decision is not let go. */
export const LIBELLE_REFUS_LIBERATION: Record<RefusLiberationDeDecision, string> = {
  PAS_A_LIBERER: 'Aucune décision de ce dossier n’attend d’être relue\u00a0: rechargez la page.',
  MEME_PERSONNE: 'Vous avez pris cette décision\u00a0: une autre personne, responsable, la relit et la fait partir.',
}

/** Whom a decision waits for, told to who took it and to the others. */
export const phraseRelecture = ({ moi, par }: { moi: boolean; par: string }): string =>
  moi
    ? 'Vous l’avez prise\u00a0: un autre responsable la fait partir.'
    : `Elle a été prise par ${par}\u00a0: un autre responsable la fait partir.`

/** When the mail of a decision leaves once it is let go, and until when it can be held back. */
export const phraseDepartDeDecision = (minutes: number): string =>
  minutes > 0
    ? `Le courriel partira ${compter(minutes, 'minute')} après\u00a0; d’ici là, la décision peut encore être reprise.`
    : 'Le courriel partira aussitôt.'

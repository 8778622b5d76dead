import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { getEnv } from '#infra/env'

/** How the mission is written to, whatever its campagnes say: where its mails are answered, and where it is. */
export function missionAJoindre() {
  const { MAIL_FROM, MAIL_REPLY_TO } = getEnv()
  const { service, adresse, telephone } = REGLAGES_PAR_DEFAUT.MEI.signataire
  return { service, adresse, telephone, courriel: MAIL_REPLY_TO ?? MAIL_FROM.address }
}

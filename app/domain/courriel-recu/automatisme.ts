import { plier } from '#domain/texte'

/** What kind of machine sent a mail. */
export type Automatisme = 'REPONSE_AUTOMATIQUE' | 'NON_REMISE' | 'ENVOI_EN_NOMBRE'

/** The reason given to the officer. */
export const MOTIF_AUTOMATISME: Record<Automatisme, string> = {
  REPONSE_AUTOMATIQUE: 'Réponse automatique (absence ou accusé de réception)\u00a0: rien à instruire.',
  NON_REMISE: 'Avis de non-remise, dont rien ne prouve qu’il parle d’un de nos messages\u00a0: rien n’a été changé.',
  ENVOI_EN_NOMBRE: 'Lettre d’information ou envoi en nombre\u00a0: rien à instruire.',
}

/** The headers that machines put on what they send (RFC 3834, RFC 3464, RFC 2919), names in lower case. */
export type EntetesDeMachine = Partial<
  Record<
    | 'auto-submitted'
    | 'precedence'
    | 'x-autoreply'
    | 'x-auto-response-suppress'
    | 'list-id'
    | 'list-unsubscribe'
    | 'return-path'
    | 'content-type',
    string
  >
>

const OBJET_AUTOMATIQUE =
  /^(?:re ?)*(?:reponse automatique|automatic reply|auto(?:matic)? ?reply|absence du bureau|absent du bureau|out of office|message d absence|abwesenheit)/
const OBJET_NON_REMIS =
  /^(?:undeliver|undelivered|mail delivery|delivery status|returned mail|non remis|echec de remise|message non distribue|failure notice|non remise)/

/** Says whether a machine sent this mail, and as what. */
export function automatismeDe(
  entetes: EntetesDeMachine,
  { objet, de }: { objet: string; de: string },
): Automatisme | null {
  const plie = plier(objet)
  const vide = entetes['return-path']?.trim() === '<>'
  if (
    /report-type="?delivery-status/i.test(entetes['content-type'] ?? '') ||
    /^(?:mailer-daemon|postmaster)@/i.test(de) ||
    OBJET_NON_REMIS.test(plie)
  )
    return 'NON_REMISE'
  const soumis = entetes['auto-submitted']?.trim().toLowerCase()
  if (soumis !== undefined && !soumis.startsWith('no')) return 'REPONSE_AUTOMATIQUE'
  if (
    entetes['x-autoreply'] !== undefined ||
    entetes.precedence?.trim().toLowerCase() === 'auto_reply' ||
    OBJET_AUTOMATIQUE.test(plie) ||
    vide
  )
    return 'REPONSE_AUTOMATIQUE'
  const liste = entetes['list-unsubscribe'] !== undefined || entetes['list-id'] !== undefined
  return liste || /^(?:bulk|list|junk)$/i.test(entetes.precedence?.trim() ?? '') ? 'ENVOI_EN_NOMBRE' : null
}

/** How far the talk with the mail server went. */
export const ETAPES_ENVOI = ['CONNEXION', 'CHIFFREMENT', 'COMPTE', 'EXPEDITEUR', 'DESTINATAIRE', 'MESSAGE'] as const
export type EtapeEnvoi = (typeof ETAPES_ENVOI)[number]

/** One try that did not end in the server's yes. */
export type EchecEnvoi = {
  etape: EtapeEnvoi
  /** The name this machine gives to the fault (`ETIMEDOUT`, `ENOSPC`); `''` when the server alone speaks. */
  code: string
  /** What the server answered, `550 5.1.1 …`; `''` when it said nothing. */
  reponse: string
  /** True once the message itself was on its way: without an answer, nobody knows whether it was taken. */
  transmis: boolean
}

/**
 * Why a mail is not gone. The first eight are of the way to the server, of the server or of our account: they say nothing of the mail. The
 * sentences are in #libelles/courriel/echec-envoi.
 */
export const CAUSES_ECHEC = [
  'INJOIGNABLE',
  'CHIFFREMENT',
  'SERVEUR_OCCUPE',
  'COMPTE_REFUSE',
  'ENVOI_INTERDIT',
  'REFUS_GENERAL',
  'ECRITURE',
  'COUPURE',
  'PLUS_TARD',
  'ADRESSE_INCONNUE',
  'BOITE_PLEINE',
  'BOITE_FERMEE',
  'MESSAGE_TROP_GROS',
  'MESSAGE_REFUSE',
  'REFUSE',
  'ISSUE_INCONNUE',
  'DELAI_DEPASSE',
  'INTERROMPU',
  'AUTRE',
] as const
export type CauseEchec = (typeof CAUSES_ECHEC)[number]

/**
 * Whom a cause strikes. TOUS: every mail would meet it, so the sending is suspended. PLUS_TARD: this one, and not for ever. UN: this one alone,
 * for good. INCONNU: this one may be gone; an officer is told, and nothing is sent a second time. FIN: what is left when nobody tries any more.
 */
export const PORTEE = {
  INJOIGNABLE: 'TOUS',
  CHIFFREMENT: 'TOUS',
  SERVEUR_OCCUPE: 'TOUS',
  COMPTE_REFUSE: 'TOUS',
  ENVOI_INTERDIT: 'TOUS',
  REFUS_GENERAL: 'TOUS',
  ECRITURE: 'TOUS',
  COUPURE: 'TOUS',
  PLUS_TARD: 'PLUS_TARD',
  ADRESSE_INCONNUE: 'UN',
  BOITE_PLEINE: 'UN',
  BOITE_FERMEE: 'UN',
  MESSAGE_TROP_GROS: 'UN',
  MESSAGE_REFUSE: 'UN',
  REFUSE: 'UN',
  ISSUE_INCONNUE: 'INCONNU',
  DELAI_DEPASSE: 'FIN',
  INTERROMPU: 'FIN',
  AUTRE: 'FIN',
} as const satisfies Record<CauseEchec, 'TOUS' | 'PLUS_TARD' | 'UN' | 'INCONNU' | 'FIN'>

type CauseDe<P> = { [C in CauseEchec]: (typeof PORTEE)[C] extends P ? C : never }[CauseEchec]

/** A cause that suspends the sending. */
export type CauseSuspension = CauseDe<'TOUS'>

/** What one try can end in; FIN is said of many, and REFUS_GENERAL and COUPURE of what several tries have in common. */
export type CauseDUnEssai = Exclude<CauseEchec, CauseDe<'FIN'> | 'REFUS_GENERAL' | 'COUPURE'>

export const estCauseEchec = (cause: string | null): cause is CauseEchec =>
  CAUSES_ECHEC.some((connue) => connue === cause)

export const estSuspension = (cause: CauseEchec): cause is CauseSuspension => PORTEE[cause] === 'TOUS'

/** An answer of SMTP: its code, then the status that says more (RFC 3463) where the server gives one. */
const REPONSE = /^([245])(\d\d)(?:[ -]([245])\.(\d{1,3})\.(\d{1,3})\b)?/

/** Faults of the disk where the local outbox is. */
const DISQUE = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENFILE', 'EIO', 'ENOTDIR'])

/** What nodemailer says of a mail that no server was asked about: its recipient or its words cannot be written. */
const SANS_SERVEUR = new Set(['EENVELOPE', 'EMESSAGE'])

const RESEAU = /^(?:ECONN|ETIMEDOUT|ESOCKET|EDNS|EPROXY|EPROTOCOL|EHOST|ENET|ENOTFOUND|EAI_|EPIPE|ESTREAM|EABORT)/

/** Without a status, only the words tell our account or our server from the address. */
const DIT_COMPTE = /auth\w* (?:is )?(?:required|needed)|not (?:logged|authenticated|signed) in|must (?:log|sign) in/i
const DIT_NOUS =
  /relay(?:ing)? (?:is )?(?:denied|not|access)|relaying|not permitted to relay|rcpthosts|blacklist|block ?list|blocked using|spamhaus|dnsbl|\brbl\b|administrative(?:ly)? prohibit|sender (?:address )?(?:rejected|refused|denied)|client host rejected/i

/** What one try ended in. Total: whatever is not understood is tried again, and told. */
export function causeDe({ etape, code, reponse, transmis }: EchecEnvoi): CauseDUnEssai {
  const lue = REPONSE.exec(reponse.trim())
  if (!lue || lue[1] === '2') return transmis ? 'ISSUE_INCONNUE' : sansReponse(etape, code)
  const [, classe, reste, , sujet = '', detail = ''] = lue
  const trois = `${classe}${reste}`
  if (trois === '421') return 'SERVEUR_OCCUPE'
  if (classe === '4') return pourLInstant(etape, sujet)
  return pourToujours({ etape, trois, sujet, detail, mots: reponse })
}

function sansReponse(etape: EtapeEnvoi, code: string): CauseDUnEssai {
  if (DISQUE.has(code)) return 'ECRITURE'
  if (SANS_SERVEUR.has(code)) return etape === 'EXPEDITEUR' ? 'MESSAGE_TROP_GROS' : 'ADRESSE_INCONNUE'
  if (etape === 'COMPTE') return 'COMPTE_REFUSE'
  if (etape === 'CHIFFREMENT') return 'CHIFFREMENT'
  return RESEAU.test(code) ? 'INJOIGNABLE' : 'PLUS_TARD'
}

/** 4xx: X.3 is the server's own state (RFC 3463 § 3.4), and before a recipient is named it can be of nobody else. */
function pourLInstant(etape: EtapeEnvoi, sujet: string): CauseDUnEssai {
  if (etape === 'CHIFFREMENT') return 'CHIFFREMENT'
  return sujet === '3' || !(etape === 'DESTINATAIRE' || etape === 'MESSAGE') ? 'SERVEUR_OCCUPE' : 'PLUS_TARD'
}

type Refus = { etape: EtapeEnvoi; trois: string; sujet: string; detail: string; mots: string }

/** Sign-in asked for or refused (RFC 4954 § 6, RFC 5248 § 2.4), and Google's own 5.7.14 « log in via your web browser ». */
const COMPTE_TROIS = new Set(['530', '534', '535', '538'])
const COMPTE_DETAIL = new Set(['8', '9', '11', '12', '13', '14'])

function pourToujours({ etape, trois, sujet, detail, mots }: Refus): CauseDUnEssai {
  if (etape === 'CHIFFREMENT') return 'CHIFFREMENT'
  if (etape === 'COMPTE' || COMPTE_TROIS.has(trois)) return 'COMPTE_REFUSE'
  if (sujet === '7') return COMPTE_DETAIL.has(detail) ? 'COMPTE_REFUSE' : 'ENVOI_INTERDIT'
  if (sujet === '' && DIT_COMPTE.test(mots)) return 'COMPTE_REFUSE'
  if (sujet === '' && DIT_NOUS.test(mots)) return 'ENVOI_INTERDIT'
  if ((sujet === '3' && detail === '4') || (sujet === '2' && detail === '3')) return 'MESSAGE_TROP_GROS'
  if (etape === 'EXPEDITEUR') return trois === '552' ? 'MESSAGE_TROP_GROS' : 'ENVOI_INTERDIT'
  if (etape === 'CONNEXION') return 'ENVOI_INTERDIT'
  if (sujet === '1') return 'ADRESSE_INCONNUE'
  if (sujet === '2') return detail === '2' ? 'BOITE_PLEINE' : 'BOITE_FERMEE'
  if (etape === 'MESSAGE') return trois === '552' || trois === '523' ? 'MESSAGE_TROP_GROS' : 'MESSAGE_REFUSE'
  if (trois === '552') return 'BOITE_PLEINE'
  if (sujet === '4') return 'ADRESSE_INCONNUE'
  return sujet === '' && ['550', '551', '553'].includes(trois) ? 'ADRESSE_INCONNUE' : 'REFUSE'
}

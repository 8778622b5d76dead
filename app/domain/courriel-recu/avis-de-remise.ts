/** What mail systems say of a mail after it left (RFC 3464 § 2.3.3): given back, late, or on its way. */
export type ActionDeRemise = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'

/** One recipient that a report speaks of. Addresses are in lower case. */
export type DestinataireRendu = {
  /** As the report names it, then as we wrote it where that is said (an alias, a forward). */
  adresses: readonly string[]
  action: ActionDeRemise
  /** RFC 3463, such as `5.1.1`; null when the report gives none. */
  codeStatut: string | null
  /** The words of the server; empty when it gives none. */
  diagnostic: string
}

/** A report on the delivery of a mail, as it was read. Nothing here is proved: anybody can write one. */
export type RemiseLue = {
  /** Original-Envelope-Id: what we named the envelope, where the mail system keeps it. */
  enveloppe: string | null
  /** Every address this report came to: one of them may bear our token. */
  adresses: readonly string[]
  destinataires: readonly DestinataireRendu[]
  /** The mail it gives back, whole or by its headers: its Message-ID, and whom it was for. */
  rendu: { messageId: string | null; destinataires: readonly string[] }
}

/** What is known of the mail of ours that a report may speak of. */
export type CourrielParti = { destinataire: string }

/** What a report proved to be about one of our mails says of it. */
export type Remise = { action: ActionDeRemise; codeStatut: string | null; diagnostic: string }

const pareille = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * What this report says of a mail that it is proved to speak of; null when none of its recipients is the one we wrote to: it is then about
 * something else. `parJeton`: it bears a word that only the mail itself bore, so an alias or a forward may hide the recipient: the one of the mail
 * it gives back then says whom it was for, and where it gives nothing back the word alone does.
 */
export function remiseDe(
  { destinataires, rendu }: RemiseLue,
  { destinataire }: CourrielParti,
  parJeton: boolean,
): Remise | null {
  const notre = destinataires.find(({ adresses }) => adresses.some((adresse) => pareille(adresse, destinataire)))
  const seul = parJeton && destinataires.length === 1 ? destinataires[0] : undefined
  const rienDeRendu = rendu.messageId === null && rendu.destinataires.length === 0
  const estLeNotre = rienDeRendu || rendu.destinataires.some((adresse) => pareille(adresse, destinataire))
  const suivi = estLeNotre ? seul : undefined
  const dit = notre ?? suivi
  return dit ? { action: dit.action, codeStatut: dit.codeStatut, diagnostic: dit.diagnostic } : null
}

/** Classes of failure, each with its sentence in #libelles/courriel-recu: whose fault it is decides what an officer does. */
export type CauseDeNonRemise =
  | 'ADRESSE_INCONNUE'
  | 'DOMAINE_INCONNU'
  | 'BOITE_FERMEE'
  | 'BOITE_PLEINE'
  | 'MESSAGE_TROP_LOURD'
  | 'SERVEUR_INJOIGNABLE'
  | 'REFUSE_PAR_LE_SERVEUR'
  | 'CONTENU_REFUSE'
  | 'INCONNUE'

/** Enhanced status codes (RFC 3463, IANA registry), the most precise first. */
const CAUSES: [RegExp, CauseDeNonRemise][] = [
  [/^\d\.1\.(?:2|10)$/, 'DOMAINE_INCONNU'],
  [/^\d\.1\./, 'ADRESSE_INCONNUE'],
  [/^\d\.2\.2$/, 'BOITE_PLEINE'],
  [/^\d\.2\.3$|^\d\.3\.4$/, 'MESSAGE_TROP_LOURD'],
  [/^\d\.2\./, 'BOITE_FERMEE'],
  [/^\d\.4\.4$/, 'DOMAINE_INCONNU'],
  [/^\d\.[34]\./, 'SERVEUR_INJOIGNABLE'],
  [/^\d\.6\./, 'CONTENU_REFUSE'],
  [/^\d\.7\./, 'REFUSE_PAR_LE_SERVEUR'],
]

/** Words of servers that give no precise status (`5.0.0`, `5.5.0`), folded to lower case. */
const MOTS: [RegExp, CauseDeNonRemise][] = [
  [
    /user unknown|unknown user|no such (?:user|recipient|mailbox)|does not exist|invalid recipient|inconnue?\b|n.existe pas/,
    'ADRESSE_INCONNUE',
  ],
  [/quota|mailbox (?:is )?full|over ?quota|bo.te .{0,30}pleine|bo.te pleine/, 'BOITE_PLEINE'],
  [/spam|blocked|blacklist|policy|refused by policy/, 'REFUSE_PAR_LE_SERVEUR'],
  [/host (?:or domain name )?not found|domain .{0,40}not found|nxdomain/, 'DOMAINE_INCONNU'],
]

/** Why a mail was not delivered, from its status, else from the words of the server. */
export function causeDeNonRemise({
  codeStatut,
  diagnostic,
}: Pick<Remise, 'codeStatut' | 'diagnostic'>): CauseDeNonRemise {
  const parStatut = CAUSES.find(([motif]) => codeStatut !== null && motif.test(codeStatut))?.[1]
  if (parStatut) return parStatut
  const mots = diagnostic.slice(0, 1_000).toLowerCase()
  return MOTS.find(([motif]) => motif.test(mots))?.[1] ?? 'INCONNUE'
}

/** Of another's policy, of our words or of their size, the address is innocent: another mail to it may arrive. */
export const accuseLAdresse = (cause: CauseDeNonRemise): boolean =>
  cause !== 'REFUSE_PAR_LE_SERVEUR' && cause !== 'CONTENU_REFUSE' && cause !== 'MESSAGE_TROP_LOURD'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CAUSES_ECHEC,
  type CauseDUnEssai,
  causeDe,
  type EchecEnvoi,
  ETAPES_ENVOI,
  type EtapeEnvoi,
  PORTEE,
} from '#domain/courriel/echec-envoi'
import { LIBELLE_CAUSE, PHRASE_SUSPENSION } from '#libelles/courriel/echec-envoi'

const cause = (etape: EtapeEnvoi, reponse: string, change: Partial<EchecEnvoi> = {}) =>
  causeDe({ etape, code: '', reponse, transmis: false, ...change })

/** Sentences as servers write them. */
const DITS: [EtapeEnvoi, string, CauseDUnEssai][] = [
  // Of the server, or of our account.
  [
    'CONNEXION',
    '421 mwinf5c00 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_102 [102]',
    'SERVEUR_OCCUPE',
  ],
  ['DESTINATAIRE', '421 4.7.0 Try again later, closing connection. (RCPT TO)', 'SERVEUR_OCCUPE'],
  ['MESSAGE', '421 4.4.2 smtp.exemple.test Error: timeout exceeded', 'SERVEUR_OCCUPE'],
  [
    'CONNEXION',
    '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org',
    'ENVOI_INTERDIT',
  ],
  ['CONNEXION', '450 4.3.2 Service currently unavailable', 'SERVEUR_OCCUPE'],
  ['DESTINATAIRE', '452 4.3.1 Insufficient system storage', 'SERVEUR_OCCUPE'],
  ['MESSAGE', '451 4.3.0 Error: queue file write error', 'SERVEUR_OCCUPE'],
  ['EXPEDITEUR', '451 4.7.1 Service unavailable - try again later', 'SERVEUR_OCCUPE'],
  ['EXPEDITEUR', '530 5.7.0 Authentication Required', 'COMPTE_REFUSE'],
  ['EXPEDITEUR', '530 5.7.57 Client not authenticated to send mail', 'COMPTE_REFUSE'],
  ['DESTINATAIRE', '530 5.5.1 Authentication Required.', 'COMPTE_REFUSE'],
  ['COMPTE', '535 5.7.8 Username and Password not accepted.', 'COMPTE_REFUSE'],
  ['COMPTE', '535 Authentification requise. Authentication required. LPN105_402', 'COMPTE_REFUSE'],
  ['COMPTE', '454 4.7.0 Temporary authentication failure', 'SERVEUR_OCCUPE'],
  ['COMPTE', '534-5.7.14 Please log in via your web browser', 'COMPTE_REFUSE'],
  ['DESTINATAIRE', '550 5.7.1 Unable to relay', 'ENVOI_INTERDIT'],
  ['DESTINATAIRE', '554 5.7.1 <mairie@exemple.test>: Relay access denied', 'ENVOI_INTERDIT'],
  ['DESTINATAIRE', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'ENVOI_INTERDIT'],
  ['MESSAGE', '550 5.7.1 Service refused. LPN007_403', 'ENVOI_INTERDIT'],
  ['MESSAGE', '550-5.7.26 Your email has been blocked because the sender is unauthenticated.', 'ENVOI_INTERDIT'],
  ['DESTINATAIRE', '550 relay not permitted', 'ENVOI_INTERDIT'],
  ['DESTINATAIRE', '553 sorry, that domain isn’t in my list of allowed rcpthosts', 'ENVOI_INTERDIT'],
  ['DESTINATAIRE', '550 Administrative prohibition', 'ENVOI_INTERDIT'],
  ['DESTINATAIRE', '550 authentication is required for relay', 'COMPTE_REFUSE'],
  ['EXPEDITEUR', '553 5.1.8 Sender address rejected: Domain not found', 'ENVOI_INTERDIT'],
  ['EXPEDITEUR', '550 Sender verify failed', 'ENVOI_INTERDIT'],
  ['CHIFFREMENT', '454 4.7.0 TLS not available due to local problem', 'CHIFFREMENT'],
  // Of one address or of one message.
  [
    'DESTINATAIRE',
    '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_418 [418]',
    'ADRESSE_INCONNUE',
  ],
  ['DESTINATAIRE', '550-5.1.1 The email account that you tried to reach does not exist.', 'ADRESSE_INCONNUE'],
  ['DESTINATAIRE', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found', 'ADRESSE_INCONNUE'],
  ['DESTINATAIRE', '550 5.4.1 Recipient address rejected: Access denied.', 'ADRESSE_INCONNUE'],
  ['DESTINATAIRE', '553 5.1.3 Invalid address syntax', 'ADRESSE_INCONNUE'],
  ['DESTINATAIRE', '550 User unknown', 'ADRESSE_INCONNUE'],
  ['DESTINATAIRE', '552 5.2.2 Over quota', 'BOITE_PLEINE'],
  ['DESTINATAIRE', '552 Mailbox full', 'BOITE_PLEINE'],
  ['MESSAGE', '552 5.2.2 The recipient’s inbox is out of storage space', 'BOITE_PLEINE'],
  ['DESTINATAIRE', '550 5.2.1 This mailbox has been blocked due to inactivity', 'BOITE_FERMEE'],
  ['EXPEDITEUR', '552 5.3.4 Message size exceeds fixed limit', 'MESSAGE_TROP_GROS'],
  ['MESSAGE', '552 5.3.4 Error: message file too big', 'MESSAGE_TROP_GROS'],
  ['MESSAGE', '554 5.6.0 Invalid header found', 'MESSAGE_REFUSE'],
  ['MESSAGE', '554 Transaction failed', 'MESSAGE_REFUSE'],
  ['DESTINATAIRE', '554 delivery error: dd Not a valid recipient', 'REFUSE'],
  // Of one mail, for now.
  ['DESTINATAIRE', '450 4.2.0 <mairie@exemple.test>: Recipient address rejected: Greylisted', 'PLUS_TARD'],
  ['DESTINATAIRE', '450 4.7.1 Greylisting in action, please come back later', 'PLUS_TARD'],
  ['DESTINATAIRE', '452 4.2.2 The email account that you tried to reach is over quota.', 'PLUS_TARD'],
  ['DESTINATAIRE', '451 later', 'PLUS_TARD'],
  ['MESSAGE', '451 4.7.1 Please try again later', 'PLUS_TARD'],
]

/** Faults of the way, where no server speaks. */
const MUETS: [EtapeEnvoi, string, CauseDUnEssai][] = [
  ['CONNEXION', 'ECONNREFUSED', 'INJOIGNABLE'],
  ['CONNEXION', 'ETIMEDOUT', 'INJOIGNABLE'],
  ['CONNEXION', 'EDNS', 'INJOIGNABLE'],
  ['CONNEXION', 'ENOTFOUND', 'INJOIGNABLE'],
  ['CONNEXION', 'ECONNECTION', 'INJOIGNABLE'],
  ['CHIFFREMENT', 'CERT_HAS_EXPIRED', 'CHIFFREMENT'],
  ['CHIFFREMENT', 'ETLS', 'CHIFFREMENT'],
  ['COMPTE', 'EAUTH', 'COMPTE_REFUSE'],
  ['CONNEXION', 'ENOSPC', 'ECRITURE'],
  ['CONNEXION', 'EENVELOPE', 'ADRESSE_INCONNUE'],
  ['EXPEDITEUR', 'EMESSAGE', 'MESSAGE_TROP_GROS'],
  ['CONNEXION', '', 'PLUS_TARD'],
]

describe('what a try ended in', () => {
  test.each(DITS)('%s, %s: %s', (etape, reponse, attendue) => {
    expect(cause(etape, reponse)).toBe(attendue)
    // A server that answered has said what it did of the message.
    expect(cause(etape, reponse, { transmis: true })).toBe(attendue)
  })

  test.each(MUETS)('%s, %s without a word of the server: %s', (etape, code, attendue) => {
    expect(cause(etape, '', { code })).toBe(attendue)
  })

  test('once the message is on its way, silence is no refusal: nobody knows', () => {
    for (const [etape, code] of MUETS) expect(cause(etape, '', { code, transmis: true })).toBe('ISSUE_INCONNUE')
  })

  test('whatever comes, the answer is a cause of the list, and only a known end is one', () => {
    const reponse = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.integer({ min: 200, max: 599 }), fc.constantFrom(' ', '-', ''), fc.string())
        .map(([code, sep, mots]) => `${code}${sep}${mots}`),
      fc
        .tuple(fc.integer({ min: 400, max: 599 }), fc.nat(9), fc.nat(60), fc.string())
        .map(([code, sujet, detail, mots]) => `${code} ${String(code)[0]}.${sujet}.${detail} ${mots}`),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...ETAPES_ENVOI),
        fc.oneof(fc.string(), fc.constantFrom(...MUETS.map(([, code]) => code))),
        reponse,
        fc.boolean(),
        (etape, code, dite, transmis) => {
          const lue = causeDe({ etape, code, reponse: dite, transmis })
          expect(CAUSES_ECHEC).toContain(lue)
          expect(PORTEE[lue]).not.toBe('FIN')
          if (lue === 'ISSUE_INCONNUE') expect(transmis).toBe(true)
          // A 4xx never fails a mail alone for good, a 421 is never of the mail.
          if (/^4\d\d(?:[ -]|$)/.test(dite.trim())) expect(PORTEE[lue]).not.toBe('UN')
          if (/^421\b/.test(dite.trim())) expect(PORTEE[lue]).toBe('TOUS')
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test('every cause has its words, and every suspension says who can mend it', () => {
    expect(Object.keys(LIBELLE_CAUSE)).toEqual([...CAUSES_ECHEC])
    expect(Object.keys(PHRASE_SUSPENSION)).toEqual(CAUSES_ECHEC.filter((une) => PORTEE[une] === 'TOUS'))
  })
})

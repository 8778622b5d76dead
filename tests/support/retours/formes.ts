import type { Forme, Situation } from '#support/retours/rapport'

export const INCONNUE: Situation = {
  nom: 'adresse inconnue',
  action: 'failed',
  status: '5.1.1',
  mots: '550 5.1.1 User unknown',
}
export const PLEINE: Situation = {
  nom: 'boîte pleine',
  action: 'failed',
  status: '5.2.2',
  mots: '552 5.2.2 Mailbox full',
}
export const DOMAINE: Situation = {
  nom: 'domaine inconnu',
  action: 'failed',
  status: '5.4.4',
  mots: 'Host or domain name not found',
}
export const POLITIQUE: Situation = {
  nom: 'politique',
  action: 'failed',
  status: '5.7.1',
  mots: '550 5.7.1 Message rejected as spam',
}
export const EPUISE: Situation = {
  nom: 'délai épuisé',
  action: 'failed',
  status: '4.4.7',
  mots: '451 4.4.1 timed out, message expired',
}
export const TARDE: Situation = {
  nom: 'retard',
  action: 'delayed',
  status: '4.4.1',
  mots: '421 4.4.1 connection timed out, 550 later',
}
export const REMIS: Situation = { nom: 'remis', action: 'delivered', status: '2.0.0', mots: '250 2.0.0 Ok' }
export const RELAYE: Situation = { nom: 'relayé', action: 'relayed', status: '2.0.0', mots: '250 2.0.0 Ok: queued' }
export const ELARGI: Situation = { nom: 'liste', action: 'expanded', status: '2.0.0', mots: 'expanded to a list' }

export const POSTFIX: Forme = {
  nom: 'Postfix',
  de: 'MAILER-DAEMON@relais.exemple.test (Mail Delivery System)',
  objets: {
    failed: 'Undelivered Mail Returned to Sender',
    delayed: 'Delayed Mail (still being retried)',
    delivered: 'Successful Mail Delivery Report',
    relayed: 'Successful Mail Delivery Report',
    expanded: 'Successful Mail Delivery Report',
  },
  ...{ type: 'rfc822; ', diagnostic: 'smtp; ', envid: true, rend: 'text/rfc822-headers' },
  entetes: 'Auto-Submitted: auto-replied',
  introduction: 'This is the mail system at host relais.exemple.test.',
  charset: 'us-ascii',
}

export const EXIM: Forme = {
  ...POSTFIX,
  nom: 'Exim',
  de: 'Mail Delivery System <Mailer-Daemon@exim.exemple.test>',
  objets: { failed: 'Mail delivery failed: returning message to sender', delayed: 'Warning: message delayed 24 hours' },
  ...{ type: 'rfc822;', diagnostic: 'smtp; ', envid: false, rend: 'message/rfc822' },
  introduction: 'This message was created automatically by mail delivery software.',
}

export const EXCHANGE: Forme = {
  nom: 'Exchange',
  de: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@commune.exemple.test>',
  objets: {
    failed: 'Non remis : Votre demande de subvention',
    delayed: 'Remise retardée : Votre demande de subvention',
    delivered: 'Remis : Votre demande de subvention',
    relayed: 'Relayé : Votre demande de subvention',
  },
  ...{ type: 'rfc822;', diagnostic: 'smtp;', envid: false, rend: 'message/rfc822' },
  entetes: 'X-MS-Exchange-Message-Is-Ndr:\nContent-Language: fr-FR\nAuto-Submitted: auto-replied',
  introduction: 'Votre message n’a pas pu être remis aux destinataires suivants\u00a0:',
}

export const GMAIL: Forme = {
  nom: 'Gmail',
  de: 'Mail Delivery Subsystem <mailer-daemon@courriel.exemple.test>',
  objets: { failed: 'Delivery Status Notification (Failure)', delayed: 'Delivery Status Notification (Delay)' },
  ...{ type: 'rfc822; ', diagnostic: 'smtp; ', envid: false, rend: 'message/rfc822' },
  entetes: 'Auto-Submitted: auto-replied',
  introduction: '** Message not delivered **',
}

export const ORANGE: Forme = {
  ...POSTFIX,
  nom: 'Orange',
  de: '=?utf-8?Q?Service_de_remise?= <MAILER-DAEMON@smtp.orange.exemple.test>',
  objets: { failed: '=?utf-8?Q?Message_non_distribu=C3=A9?=', delayed: '=?utf-8?Q?Message_retard=C3=A9?=' },
  introduction: 'Votre message n’a pas pu être remis à son destinataire.',
  charset: 'utf-8',
}

export const LAPOSTE: Forme = { ...ORANGE, nom: 'laposte.net', envid: false, rend: null }

/** What orange.fr and laposte.net say, in French and without a status that tells. */
export const FRANCAIS: Situation[] = [
  {
    nom: 'destinataire invalide',
    action: 'failed',
    status: '5.1.1',
    mots: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416',
  },
  {
    nom: 'boîte pleine',
    action: 'failed',
    status: '5.0.0',
    mots: '552 5.5.0 Boîte du destinataire pleine. Code d’erreur\u00a0: 407',
  },
  {
    nom: 'service refusé',
    action: 'failed',
    status: '5.7.1',
    mots: '550 5.7.1 Service refusé. Veuillez essayer plus tard. OFR006_102',
  },
  {
    nom: 'trop de connexions',
    action: 'delayed',
    status: '4.0.0',
    mots: '421 Trop de connexions, veuillez vérifier votre configuration. OFR004_104',
  },
]

import { randomUUID } from 'node:crypto'
import type { MailRendu } from '#support/rapports'
import {
  DOMAINE,
  ELARGI,
  EPUISE,
  EXCHANGE,
  EXIM,
  FRANCAIS,
  GMAIL,
  INCONNUE,
  LAPOSTE,
  ORANGE,
  PLEINE,
  POLITIQUE,
  POSTFIX,
  RELAYE,
  REMIS,
  TARDE,
} from '#support/retours/formes'
import {
  type Attendu,
  DE_L_ACTION,
  type Echantillon,
  type Forme,
  message,
  rapport,
  type Situation,
} from '#support/retours/rapport'

const PAR_FORME: [Forme, Situation[]][] = [
  [POSTFIX, [INCONNUE, PLEINE, DOMAINE, POLITIQUE, EPUISE, TARDE, REMIS, RELAYE, ELARGI]],
  [EXIM, [INCONNUE, PLEINE, EPUISE, TARDE]],
  [EXCHANGE, [INCONNUE, PLEINE, POLITIQUE, EPUISE, TARDE, REMIS, RELAYE]],
  [GMAIL, [INCONNUE, PLEINE, DOMAINE, TARDE]],
  [ORANGE, FRANCAIS],
  [LAPOSTE, FRANCAIS],
]

const parAdresse = PAR_FORME.flatMap(([forme, situations]) =>
  situations.map((situation): Echantillon => ({
    nom: `${forme.nom}, ${situation.nom}`,
    attendu: DE_L_ACTION[situation.action],
    contenu: (mail) => rapport(forme, situation, 'ADRESSE', mail),
  })),
)

/** Come to our plain address: tied by the envelope that they name, else by the mail that they give back. */
const parRapport = [POSTFIX, EXIM, EXCHANGE, GMAIL, ORANGE].flatMap((forme) =>
  [INCONNUE, TARDE].map((situation): Echantillon => ({
    nom: `${forme.nom}, ${situation.nom}, sans son adresse`,
    attendu: DE_L_ACTION[situation.action],
    contenu: (mail) => rapport(forme, situation, 'RAPPORT', mail),
  })),
)

const dit = (nom: string, attendu: Attendu, contenu: Echantillon['contenu']): Echantillon => ({ nom, attendu, contenu })
const EXIM_SEUL = 'From: Mail Delivery System <Mailer-Daemon@exim.exemple.test>\nAuto-Submitted: auto-replied'

/** Machines that write no report: read by their words, and tied by the address alone. */
const enTexte: Echantillon[] = [
  ...(
    [
      ['refus', 'REFUSE', 'This is a permanent error.', '550 No such user here'],
      ['délai épuisé', 'REFUSE', 'This is a permanent error.', '451 4.7.1 greylisted: retry timeout exceeded'],
      [
        'retard',
        'RETARD',
        'It has not yet been delivered after more than 24 hours. No action is required.',
        '451 4.7.1 try later',
      ],
    ] as const
  ).map(([nom, attendu, phrase, mots]) =>
    dit(`Exim en texte, ${nom}`, attendu, (mail) =>
      message(
        mail,
        'ADRESSE',
        `Return-Path: <>\n${EXIM_SEUL}\nX-Failed-Recipients: ${mail.destinataire}\nSubject: ${attendu === 'RETARD' ? 'Warning: message delayed 24 hours' : 'Mail delivery failed'}`,
        `${phrase}\n\n  ${mail.destinataire}\n    host mx.exemple.test: ${mots}`,
      ),
    ),
  ),
  dit('qmail', 'REFUSE', (mail) =>
    message(
      mail,
      'ADRESSE',
      'From: MAILER-DAEMON@qmail.exemple.test\nSubject: failure notice',
      `Hi. This is the qmail-send program at qmail.exemple.test.\nI'm afraid I wasn't able to deliver your message. I've given up. Sorry it didn't work out.\n\n<${mail.destinataire}>:\n192.0.2.9 does not like recipient. 550 5.1.1 unknown user`,
    ),
  ),
  dit('en français, sans code', 'REFUSE', (mail) =>
    message(
      mail,
      'ADRESSE',
      'From: Postmaster <postmaster@asso.exemple.test>\nSubject: =?utf-8?Q?=C3=89chec_de_remise?=',
      `Votre message à ${mail.destinataire} n’a pas pu être remis : cette adresse n’existe pas.`,
    ),
  ),
  dit('laposte.net en texte', 'REFUSE', (mail) =>
    message(
      mail,
      'ADRESSE',
      'From: MAILER-DAEMON@laposte.exemple.test\nSubject: =?utf-8?Q?Message_non_distribu=C3=A9?=',
      `<${mail.destinataire}>: 550 5.5.0 Adresse email inconnue. LPN007_403`,
    ),
  ),
]

/** A mailbox that passes its mail on: the address that fails is not the one we wrote to. */
const ailleurs = { ...INCONNUE, nom: 'suivi ailleurs' }
const suivis: Echantillon[] = [
  dit('suivi ailleurs, le message rendu', 'REFUSE', (mail) => {
    const rendu = rapport(GMAIL, ailleurs, 'ADRESSE', mail).toString()
    return Buffer.from(
      rendu.replace(/Final-Recipient: .*/, 'Final-Recipient: rfc822; secretaire@ailleurs.exemple.test'),
    )
  }),
  dit('suivi ailleurs, rien de rendu', 'REFUSE', (mail) =>
    rapport(LAPOSTE, ailleurs, 'ADRESSE', { ...mail, destinataire: 'secretaire@ailleurs.exemple.test' }),
  ),
  dit('adresse en majuscules', 'REFUSE', (mail) =>
    rapport(POSTFIX, INCONNUE, 'ADRESSE', { ...mail, destinataire: mail.destinataire.toUpperCase() }),
  ),
  dit('en UTF-8 (RFC 6533)', 'REFUSE', (mail) =>
    rapport({ ...POSTFIX, type: 'utf-8; ', rapport: 'message/global-delivery-status' }, INCONNUE, 'ADRESSE', mail),
  ),
]

const absence = (entetes: string, corps: string) => (mail: MailRendu) => message(mail, 'ADRESSE', entetes, corps)

/** Come to the very address of the mail, and say nothing of it. */
const absences: Echantillon[] = [
  dit(
    'absence (Exchange)',
    'RIEN',
    absence(
      'From: agent@commune.exemple.test\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nSubject: =?utf-8?Q?R=C3=A9ponse_automatique_=3A_Votre_demande?=',
      'Je suis absent, 550 jours sur 730. Votre message sera remis en retard.',
    ),
  ),
  dit(
    'absence (Gmail)',
    'RIEN',
    absence(
      'From: Une Personne <personne@courriel.exemple.test>\nAuto-Submitted: auto-replied\nPrecedence: bulk\nX-Autoreply: yes\nSubject: Re: Votre demande',
      'Je reviens le 5.1.1. Message not delivered to my phone.',
    ),
  ),
  dit(
    'absence (Thunderbird)',
    'RIEN',
    absence(
      'From: personne@asso.exemple.test\nAuto-Submitted: auto-replied (vacation)\nSubject: Absence du bureau',
      'Mailbox full of holidays: 552 5.2.2.',
    ),
  ),
  dit(
    'absence (Orange)',
    'RIEN',
    absence(
      'From: personne@orange.exemple.test\nReturn-Path: <>\nSubject: Message d absence',
      'Votre courriel n’a pas été lu. 421 jours.',
    ),
  ),
  dit(
    'une personne qui cite un refus',
    'RIEN',
    absence(
      'From: personne@asso.exemple.test\nSubject: Re: Votre demande',
      'Votre courriel est revenu : 550 5.1.1 User unknown. Que faire ?',
    ),
  ),
  dit('accusé d’ouverture', 'RIEN', (mail) => {
    const lu = rapport(EXCHANGE, REMIS, 'ADRESSE', mail)
      .toString()
      .replace('report-type=delivery-status', 'report-type=disposition-notification')
    return Buffer.from(
      lu
        .replace('message/delivery-status', 'message/disposition-notification')
        .replace(
          'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@',
          'From: Une Personne <personne@',
        )
        .replace('Subject: Remis', 'Subject: Lu'),
    )
  }),
]

const AUTRE: MailRendu = {
  ...{ id: randomUUID(), jeton: '0'.repeat(32) },
  destinataire: 'autre@asso.exemple.test',
  retour: `mcei+${'0'.repeat(32)}@departement.exemple.test`,
}

/** Written by somebody who does not have what proves it. */
const forges: Echantillon[] = [INCONNUE, REMIS, TARDE].flatMap((situation) => [
  dit(`forgé, ${situation.nom}, mot inventé`, 'RIEN', ({ destinataire }) =>
    rapport(POSTFIX, situation, 'ADRESSE', { ...AUTRE, destinataire }),
  ),
  dit(`forgé, ${situation.nom}, autre destinataire`, 'RIEN', (mail) =>
    rapport(POSTFIX, situation, 'ADRESSE', { ...mail, destinataire: AUTRE.destinataire }),
  ),
  dit(`forgé, ${situation.nom}, mot coupé`, 'RIEN', (mail) => {
    const jeton = mail.jeton.slice(0, 31)
    const retour = mail.retour.replace(mail.jeton, jeton)
    return rapport(POSTFIX, situation, 'ADRESSE', { ...mail, id: AUTRE.id, jeton, retour })
  }),
])
const remisSansMot = dit('forgé, remis, par le seul Message-ID', 'RIEN', (mail) =>
  rapport(EXCHANGE, REMIS, 'RAPPORT', mail),
)

/** Reports, answers and forgeries in the manner of the mail systems that we meet; every word is ours. */
export const ECHANTILLONS: Echantillon[] = [
  ...parAdresse,
  ...parRapport,
  ...enTexte,
  ...suivis,
  ...absences,
  ...forges,
  remisSansMot,
]

import { randomUUID } from 'node:crypto'
import type { MailRendu } from '#support/rapports'

/** What a sample is to make of the mail it speaks of; RIEN: nothing at all. */
export type Attendu = 'REFUSE' | 'RETARD' | 'REMIS_AU_SERVEUR' | 'RELAYE' | 'RIEN'

/** One mail as a mail system sends it: which, in which situation, about this mail of ours. */
export type Echantillon = { nom: string; attendu: Attendu; contenu: (mail: MailRendu) => Buffer }

type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
export type Situation = { nom: string; action: Action; status: string; mots: string }

export const DE_L_ACTION: Record<Action, Attendu> = {
  failed: 'REFUSE',
  delayed: 'RETARD',
  delivered: 'REMIS_AU_SERVEUR',
  relayed: 'RELAYE',
  expanded: 'RELAYE',
}

/** How a mail system writes its RFC 3464 reports. */
export type Forme = {
  nom: string
  de: string
  objets: Partial<Record<Action, string>> & { failed: string }
  /** Before the address in `Final-Recipient`. */
  type: string
  /** Before its words in `Diagnostic-Code`; null where it writes none. */
  diagnostic: string | null
  /** Whether it names the envelope, and what it gives back. */
  envid: boolean
  rend: 'message/rfc822' | 'text/rfc822-headers' | null
  entetes?: string
  introduction: string
  charset?: string
  rapport?: string
}

/** By what the report can be tied: the address it came to, else only what it says. */
type Lien = 'ADRESSE' | 'RAPPORT'

const lignes = (...toutes: (string | null)[]): Buffer =>
  Buffer.from(
    toutes
      .filter((une) => une !== null)
      .join('\n')
      .replace(/\r?\n/g, '\r\n'),
  )

const adresseDe = ({ retour }: MailRendu, lien: Lien) => (lien === 'ADRESSE' ? retour : 'mcei@departement.exemple.test')

const copieDe = ({ id, destinataire }: MailRendu) =>
  `From: MCEI <mcei@mcei.test>\nTo: Association Exemple <${destinataire}>\nSubject: Votre demande de subvention\nMessage-ID: <${id}@mcei.test>`

/** A report as RFC 3464 wants it, in the manner of a mail system. */
export function rapport(forme: Forme, { action, status, mots }: Situation, lien: Lien, mail: MailRendu): Buffer {
  const { jeton, destinataire } = mail
  const borne = `=_${randomUUID()}`
  return lignes(
    'Return-Path: <>',
    `Delivered-To: ${adresseDe(mail, lien)}`,
    `From: ${forme.de}`,
    `To: ${adresseDe(mail, lien)}`,
    `Subject: ${forme.objets[action] ?? forme.objets.failed}`,
    `Message-ID: <${randomUUID()}@retours.exemple.test>`,
    'Date: Tue, 16 Sep 2025 10:20:31 +0200',
    forme.entetes ?? null,
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${borne}"`,
    `\n--${borne}`,
    `Content-Type: text/plain; charset=${forme.charset ?? 'utf-8'}\nContent-Transfer-Encoding: 8bit\n`,
    `${forme.introduction}\n\n<${destinataire}>: ${mots}`,
    `\n--${borne}`,
    `Content-Type: ${forme.rapport ?? 'message/delivery-status'}\nContent-Transfer-Encoding: 8bit\n`,
    'Reporting-MTA: dns; relais.exemple.test',
    forme.envid ? `Original-Envelope-Id: ${jeton}` : null,
    'Arrival-Date: Tue, 16 Sep 2025 10:20:29 +0200\n',
    `Final-Recipient: ${forme.type}${destinataire}`,
    `Action: ${action}`,
    `Status: ${status}`,
    forme.diagnostic === null ? null : `Diagnostic-Code: ${forme.diagnostic}${mots}`,
    ...(forme.rend ? [`\n--${borne}`, `Content-Type: ${forme.rend}\n`, copieDe(mail)] : []),
    `\n--${borne}--\n`,
  )
}

/** Headers of what is no report. */
export const message = (mail: MailRendu, lien: Lien, entetes: string, corps: string): Buffer =>
  lignes(
    `Delivered-To: ${adresseDe(mail, lien)}`,
    `To: ${adresseDe(mail, lien)}`,
    `Message-ID: <${randomUUID()}@retours.exemple.test>`,
    'Date: Tue, 16 Sep 2025 10:20:31 +0200',
    'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit',
    `${entetes}\n`,
    corps,
  )

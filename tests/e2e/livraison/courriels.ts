import { expect, type Page } from '@playwright/test'
import { enteteDuJour } from './demonstration'
import { poster, premierLien } from './envoi'

/** Delivers one received mail, and waits until it is read. */
export async function recevoir(page: Page, contenu: Buffer) {
  const reponse = await page.request.post('/importer', {
    multipart: { messages: { name: 'message.eml', mimeType: 'message/rfc822', buffer: contenu } },
    maxRedirects: 0,
  })
  await page.goto(reponse.headers()['location'] ?? '')
  await expect(page.getByText('Terminé', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

const enTetes = (lignes: string[]) => Buffer.from([...lignes, ''].join('\r\n'))

/** Receives a fiche as a PDF that is joined to a mail of today; `cle` tells this mail from the others. */
export const recevoirUnPdf = (page: Page, { de, cle, contenu }: { de: string; cle: string; contenu: Buffer }) =>
  recevoir(
    page,
    enTetes([
      `From: ${de}`,
      'To: mcei@departement.exemple.test',
      'Subject: Fiche pre-projet',
      `Message-ID: <${cle}@exemple.test>`,
      `Date: ${new Date().toUTCString()}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="fiche"',
      '',
      '--fiche',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Bonjour, voici notre fiche.',
      '',
      '--fiche',
      'Content-Type: application/pdf; name="fiche.pdf"',
      'Content-Disposition: attachment; filename="fiche.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      ...(contenu.toString('base64').match(/.{1,76}/g) ?? []),
      '--fiche--',
    ]),
  )

/** Receives the notice that this mail came back: the next ones to its address are held. */
export const revenir = (page: Page, { id, adresse }: { id: string; adresse: string }) =>
  recevoir(
    page,
    enTetes([
      'From: Mail Delivery System <mailer-daemon@exemple.test>',
      'To: mcei@departement.exemple.test',
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <retour-${id}@exemple.test>`,
      `Date: ${new Date().toUTCString()}`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="retour"',
      '',
      '--retour',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `The mail to ${adresse} could not be delivered: user unknown.`,
      '--retour',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.exemple.test',
      '',
      `Final-Recipient: rfc822; ${adresse}`,
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
      '--retour',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${id}@mcei.test>`,
      `To: ${adresse}`,
      '',
      '--retour--',
    ]),
  )

/** Writes to the structure of this dossier, then receives the notice that the mail came back. Gives the mail's page. */
export async function faireRevenir(page: Page, { numero, adresse }: { numero: string; adresse: string }) {
  await page.goto(`/dossiers/${numero}/echanges`)
  await poster(page, 'message', { intent: 'envoyer', destinataire: adresse, corps: 'Votre dossier nous est parvenu.' })
  const courriel = await premierLien(page, `/courriels?q=${numero}`, /^\/courriels\/[\da-f-]{36}/)
  await expect(async () => {
    await page.goto(courriel)
    await expect(page.getByText('Remis au relais', { exact: true }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await revenir(page, { id: courriel.split('/').at(-1) ?? '', adresse })
  return courriel
}

/** A fiche of a structure that nobody knows, written on this day, and the mail it came by. */
export async function recevoirUneFiche(page: Page, suite: string, le = new Date(enteteDuJour(40))) {
  const titre = `Cerfs-volants de Malo ${suite}`
  await recevoir(
    page,
    enTetes([
      `From: Sonia HEMERY <sonia.${suite}@exemple.test>`,
      'To: mcei@departement.exemple.test',
      'Subject: Fiche pre-projet',
      `Message-ID: <fiche-${suite}@exemple.test>`,
      `Date: ${le.toUTCString()}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Raison sociale : ATELIER DES VENTS ${suite}`,
      `Titre du projet : ${titre}`,
      'Pays : Danemark',
      'Nombre de jeunes : 12',
      'Montant souhaite : 2 400 EUR',
    ]),
  )
  const message = await premierLien(page, '/courriels?sens=recus&vue=tous', /^\/courriels\/recus\/[\da-f-]{36}/)
  return {
    message,
    fiche: await premierLien(page, `/pre-projets?q=${encodeURIComponent(titre)}`, /^\/pre-projets\/[\da-f-]{36}/),
  }
}

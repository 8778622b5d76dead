import { expect, type Page } from '@playwright/test'
import { PDFDocument, PDFDropdown, PDFTextField } from 'pdf-lib'
import { CHAMPS } from '#domain/pre-projet/fiche'
import { LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import { REPONSES } from '../../../support/pre-projet/reponses'
import { recevoir } from '../../livraison/courriels'

/** Who asks, and of which campagne. */
type Fiche = { titre: string; courriel: string; siret: string; campagne: string }

/** The form that anybody takes on the page of the campagne, filled in a reader of PDF. */
async function remplie(page: Page, { campagne, ...porteur }: Fiche): Promise<Buffer> {
  await page.goto(`/extranet/campagnes/${campagne}`)
  const lien = page.getByRole('link', { name: /PDF/ })
  const vierge = await page.request.get((await lien.first().getAttribute('href')) ?? '')
  const document = await PDFDocument.load(await vierge.body())
  const reponses = { ...REPONSES, ...porteur, genre: LIBELLE_GENRE.association }
  for (const nom of CHAMPS) {
    const champ = document.getForm().getField(LIBELLE_QUESTION[nom])
    if (champ instanceof PDFDropdown) champ.select(reponses[nom])
    else if (champ instanceof PDFTextField) champ.setText(reponses[nom])
    else expect(`${nom} is answered in the form`).toBe('')
  }
  return Buffer.from(await document.save())
}

/** The fiche of a structure, joined to a mail; `agent` is the page of an officer, where the mails that came are taken. */
export async function envoyerLaFicheParCourriel(page: Page, agent: Page, fiche: Fiche) {
  const contenu = await remplie(page, fiche)
  const lignes = [
    `From: Camille Duriez <${fiche.courriel}>`,
    'To: mcei@departement.exemple.test',
    'Subject: Fiche pre-projet',
    `Message-ID: <fiche-${fiche.courriel}>`,
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
    '',
  ]
  await recevoir(agent, Buffer.from(lignes.join('\r\n')))
}

import { expect, type Page } from '@playwright/test'
import { PDFDocument, PDFDropdown, PDFTextField } from 'pdf-lib'
import { CHAMPS } from '#domain/pre-projet/fiche'
import { LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import { REPONSES } from '../../../support/pre-projet/reponses'
import { recevoirUnPdf } from '../../livraison/courriels'

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
  const de = `Camille Duriez <${fiche.courriel}>`
  await recevoirUnPdf(agent, { de, cle: `fiche-${fiche.siret}`, contenu })
}

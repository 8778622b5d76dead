import { expect, type Page } from '@playwright/test'
import { PDFDocument, PDFDropdown, PDFTextField } from 'pdf-lib'
import { CHAMPS } from '#domain/pre-projet/fiche'
import { LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import { REPONSES } from '../../../support/pre-projet/reponses'
import { recevoirUnPdf } from '../../livraison/courriels'

/** Who asks. */
type Fiche = { titre: string; courriel: string; siret: string }

/** This form as its reader of PDF fills it in. */
async function remplie(vierge: Buffer, { titre, courriel, siret }: Fiche): Promise<Buffer> {
  const document = await PDFDocument.load(vierge)
  const reponses = { ...REPONSES, titre, courriel, siret, genre: LIBELLE_GENRE.association }
  for (const nom of CHAMPS) {
    const champ = document.getForm().getField(LIBELLE_QUESTION[nom])
    if (champ instanceof PDFDropdown) champ.select(reponses[nom])
    else if (champ instanceof PDFTextField) champ.setText(reponses[nom])
    else expect(`${nom} is answered in the form`).toBe('')
  }
  return Buffer.from(await document.save())
}

/** This form filled in for a structure, and joined to a mail; `agent` is the page of an officer, where the mails that came are taken. */
export async function envoyerLaFicheParCourriel(agent: Page, vierge: Buffer, fiche: Fiche) {
  const contenu = await remplie(vierge, fiche)
  const de = `Camille Duriez <${fiche.courriel}>`
  await recevoirUnPdf(agent, { de, cle: `fiche-${fiche.siret}`, contenu })
}

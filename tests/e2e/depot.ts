import { buffer } from 'node:stream/consumers'
import { ZipArchive } from 'archiver'
import { stringify } from 'csv-stringify/sync'
import { budgetDe, pdfDe } from '../../prisma/demo/fichiers'
import { STRUCTURES } from '../../prisma/demo/structures'
import type { DossierDemo } from '../../prisma/demo/dossiers'
import { enteteDuJour, FAIT, jourDuPortail, LIBELLES } from './livraison/demonstration'
import { CODES_D_UNE_ASSOCIATION } from './livraison/pieces'

/** Another dossier at each run, so that the journey can be walked again on the same application. */
const PASSAGE = String(Date.now()).slice(-4)

export const NUMERO = `2025-8${PASSAGE}`
export const OBJET = `Rencontre des chorales à Wrocław ${PASSAGE}`
export const TITRE = `Chorales à Wrocław ${PASSAGE}`
export const COURRIEL = `anne.pruvost.${PASSAGE}@exemple.test`

const DOSSIER: DossierDemo = {
  structure: 1,
  dispositif: 'JUMELAGES',
  objet: OBJET,
  pays: 'Pologne',
  ville: 'Wrocław',
  participants: 30,
  cout: 12_000,
  demande: 3_600,
  scenario: 'nouveau',
}

function structure() {
  const found = STRUCTURES[DOSSIER.structure]
  if (!found) throw new Error('no structure')
  return found
}

/** An extraction of one deposited dossier, in another order of columns than the demonstration's, and one line that cannot be read. */
export function listing(): Buffer {
  const { nom, nature, siret, codePostal, commune } = structure()
  const ligne = {
    Numéro: NUMERO,
    Statut: 'En cours d’analyse',
    'Montant demandé': '3 600,00',
    Objet: OBJET,
    Type: 'Jumelages (public)',
    'Date de dépôt': jourDuPortail(75),
    'Raison sociale': nom,
    'Nature juridique': nature,
    SIRET: siret,
    'Code Postal': codePostal,
    Commune: commune,
    'Adresse mail': COURRIEL,
    Pays: DOSSIER.pays,
    'Coût total': '12 000,00',
    'Nombre de participants': '30',
  }
  return Buffer.from(
    stringify([ligne, { ...ligne, Numéro: `2025-9${PASSAGE}`, 'Montant demandé': 'beaucoup' }], {
      header: true,
      delimiter: ';',
    }),
  )
}

/** Its pièces: all that an association must give. */
export async function pieces(): Promise<Buffer> {
  const zip = new ZipArchive({})
  for (const [i, code] of CODES_D_UNE_ASSOCIATION.entries()) {
    const isBudget = code === 'BUDGET_PROJET'
    const content = isBudget
      ? await budgetDe(DOSSIER, FAIT)
      : await pdfDe(LIBELLES[code] ?? code, { structure: structure(), objet: OBJET, fait: FAIT })
    const nom = `${String(i + 1).padStart(2, '0')} - ${LIBELLES[code]}.${isBudget ? 'xlsx' : 'pdf'}`
    zip.append(content, { name: `pieces/${NUMERO}/${nom}` })
  }
  const [bytes] = await Promise.all([buffer(zip), zip.finalize()])
  return bytes
}

/** A fiche pré-projet in the body of a mail. */
export const courriel = Buffer.from(
  [
    `From: Anne PRUVOST <${COURRIEL}>`,
    'To: mcei@departement.exemple.test',
    'Subject: Fiche pre-projet',
    `Message-ID: <parcours-${PASSAGE}@exemple.test>`,
    `Date: ${enteteDuJour(40)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Bonjour,',
    '',
    'Raison sociale : COMITE DE JUMELAGE DE LENS',
    `SIRET : ${structure().siret}`,
    `Titre du projet : ${TITRE}`,
    'Pays : Pologne',
    'Ville : Wrocław',
    `Dates : du ${jourDuPortail(-60)} au ${jourDuPortail(-66)}`,
    'Nombre de jeunes : 30',
    'Budget total : 12 000 €',
    'Montant souhaité : 3 600 €',
    '',
  ].join('\r\n'),
)

import { buffer } from 'node:stream/consumers'
import { ZipArchive } from 'archiver'
import type { DossierDemo } from '../../../prisma/demo/dossiers'
import { budgetDe, pdfDe } from '../../../prisma/demo/fichiers'
import { FAIT, LIBELLES } from './demonstration'
import { type Depot, RANG_STRUCTURE, structure } from './depot'

const COUT = 12_000
const DEMANDE = 3_600

/** All that an association must give. */
export const CODES_D_UNE_ASSOCIATION = [
  'BUDGET_PROJET',
  'LETTRE',
  'STATUTS',
  'RECEPISSE_PREF',
  'JO',
  'COMPTES_N1',
  'BUDGET_STRUCTURE_N',
  'CER',
  'RIB',
  'ATTESTATION_HONNEUR',
]

/** The pièces of those that give a budget, as the portal arranges them; null when none does. */
export async function archive(depots: readonly Depot[]): Promise<Buffer | null> {
  const complets = depots.filter(({ budget }) => budget)
  if (complets.length === 0) return null
  const zip = new ZipArchive({})
  for (const { numero, objet, budget, illisible, rangStructure = RANG_STRUCTURE } of complets) {
    if (illisible) zip.append('%PDF-1.4\n%%EOF', { name: `pieces/${numero}/11 - Assurance.pdf` })
    const dossier: DossierDemo = {
      ...{ structure: rangStructure, dispositif: 'JUMELAGES', objet, pays: 'Pologne', ville: 'Herne' },
      ...{ participants: 30, cout: COUT, demande: DEMANDE, scenario: 'nouveau' },
      ...(budget === 'desequilibre' && { budget }),
    }
    for (const [i, code] of CODES_D_UNE_ASSOCIATION.entries()) {
      const estBudget = code === 'BUDGET_PROJET'
      const contenu = estBudget
        ? await budgetDe(dossier, FAIT)
        : await pdfDe(LIBELLES[code] ?? code, { structure: structure(rangStructure), objet, fait: FAIT })
      const rang = String(i + 1).padStart(2, '0')
      zip.append(contenu, { name: `pieces/${numero}/${rang} - ${LIBELLES[code]}.${estBudget ? 'xlsx' : 'pdf'}` })
    }
  }
  const [octets] = await Promise.all([buffer(zip), zip.finalize()])
  return octets
}

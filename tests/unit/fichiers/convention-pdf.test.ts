import { describe, expect, test } from 'vitest'
import { type ConventionEcrite, conventionDeSubvention, type FaitsDeConvention } from '#emails/convention-de-subvention'
import { ecrireConvention } from '#fichiers/pdf/convention-pdf'
import { dite, faitsDeLettre } from '../courriel/faits-de-lettre'
import { expectLueDeMemeParPoppler } from './deux-lecteurs'
import { enMots, lire } from './lu-a-voix-haute'
import { HOSTILES } from './mots-hostiles'

const favorable = dite('decision_favorable')
const { signataire, montantDemandeCents, le } = faitsDeLettre(favorable)

const FAITS: FaitsDeConvention = {
  ...{ le, montantDemandeCents, signataire },
  accord: { ...favorable.donnees, bilanDuLe: '2026-06-30', deliberation: { reference: '2025-104', le: '2025-05-12' } },
  beneficiaire: {
    ...{ nom: 'COMITE DE JUMELAGE', natureJuridique: 'Association', siret: '81223113200026', rna: '' },
    ...{ adresse: '12 rue des Fleurs\nBâtiment B', codePostal: '62300', commune: 'Lens' },
  },
}

async function lu(faits: FaitsDeConvention = FAITS) {
  return dessinee(conventionDeSubvention(faits))
}

function ecrire(convention: ConventionEcrite): Uint8Array {
  const ecrite = ecrireConvention(convention)
  if (!ecrite.ok) throw new Error(ecrite.detail)
  return new Uint8Array(ecrite.value)
}

const dessinee = (convention: ConventionEcrite) => lire(ecrire(convention))

describe('the convention of a grant', () => {
  test('is PDF/UA with its title and its language, its headings in order and its table with heads', async () => {
    const { info, metadata, pdf, elements, dits } = await lu()
    expect(info).toMatchObject({ Title: conventionDeSubvention(FAITS).titre, Language: 'fr-FR' })
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    expect(String(metadata.getRaw())).toMatch(/pdfuaid:part>1</)
    expect(elements.filter(([role]) => /^H\d$/.test(role))).toEqual([
      ['H1', 'Convention relative à la subvention accordée pour la demande n° 2025-01012'],
      ...[
        'Entre',
        'Vu',
        'Article 1 – Objet',
        'Article 2 – Montant et versement',
        'Article 3 – Usage de la subvention',
        'Article 4 – Compte rendu',
        'Article 5 – Communication',
        'Article 6 – Contrôle et reversement',
        'Article 7 – Durée',
        'Article 8 – Litiges',
        'Signatures',
      ].map((titre) => ['H2', titre]),
    ])
    expect(dits('TH')).toEqual(['Montants', 'En euros'])
  })

  test('names both, the délibération, the amount in figures and letters, and the last day of the bilan', async () => {
    const { tout } = await lu()
    for (const mots of [
      'représenté par Jeanne Martin',
      'délibération n° 2025-104 de la Commission permanente du 12 mai 2025',
      'COMITE DE JUMELAGE, Association, SIRET 812 231 132 00026, 12 rue des Fleurs, Bâtiment B, 62300 Lens',
      '4 500,00 € (quatre mille cinq cents euros)',
      'au plus tard le 30 juin 2026',
      'Le Département verse un acompte',
      'Pour COMITE DE JUMELAGE',
    ])
      expect(tout).toContain(enMots(mots))
  })

  test('is read whole by another reader', async () => {
    await expectLueDeMemeParPoppler(ecrire(conventionDeSubvention(FAITS)))
  })

  test('one that is paid at once announces no solde to come', async () => {
    const { tout } = await lu({ ...FAITS, accord: { ...FAITS.accord, tauxAcompte: 1 } })
    expect(tout).toContain('verse la subvention en une fois')
    expect(tout).not.toMatch(/acompte|solde/)
  })

  test.each(HOSTILES)('%s is text, wherever it stands', async (mots) => {
    const convention = conventionDeSubvention(FAITS)
    const { tout } = await dessinee({
      ...{ ...convention, objet: mots, pied: mots, titre: mots },
      corps: [{ titre: mots, blocs: [{ genre: 'citation', texte: mots }] }, ...convention.corps],
      signatures: [{ pour: mots, qualite: '', nom: '' }],
    })
    expect(tout.split(mots).length - 1).toBeGreaterThanOrEqual(4)
  })

  test('a document without a title is not given', () => {
    expect(ecrireConvention({ ...conventionDeSubvention(FAITS), titre: '' })).toMatchObject({
      reason: 'CONVENTION_NON_COMPOSEE',
    })
  })
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cleDepot, libelleTropLong, lireNom } from '#domain/piece/libelle'
import { reconnaitrePiece } from '#domain/piece/reconnaissance'

type Attendu = Record<string, { files: { code: string; file: string }[] }>

const attendus: Attendu = JSON.parse(readFileSync('tests/fixtures/e-partenaire/attendu.json', 'utf8'))

test('every file of every dossier of the samples is recognised', () => {
  const fichiers = Object.values(attendus).flatMap(({ files }) => files)
  expect(fichiers.length).toBeGreaterThan(300)
  const erreurs = fichiers.filter(({ code, file }) => reconnaitrePiece(file)?.code !== code)
  expect(erreurs).toEqual([])
})

test.each([
  ['R.I.B. association.pdf', 'RIB'],
  ['1 - IBAN.pdf', 'RIB'],
  ['Statuts datés et signés par le Président.pdf', 'STATUTS'],
  ['Récépissé de déclaration à la Préfecture.pdf', 'RECEPISSE_PREF'],
  ['Copie extrait publication Journal Officiel.pdf', 'JO'],
  ['JOAFE.pdf', 'JO'],
  ['CER signé.pdf', 'CER'],
  ['Attestation 7 principes contrat d’engagement républ.pdf', 'CER'],
  ['62MEI Budget.xlsx', 'BUDGET_PROJET'],
  ['Budget.xlsx', 'BUDGET_PROJET'],
  ['Budget 2025.xlsx', 'BUDGET_PROJET'],
  ['Budget prévisionnel de l’association 2025.pdf', 'BUDGET_STRUCTURE_N'],
  ['Budget prévisionnel du projet de l’association.pdf', 'BUDGET_PROJET'],
  ['Budget réalisé N-1.pdf', 'COMPTES_N1'],
  ['Comptes 2024 approuvés.pdf', 'COMPTES_N1'],
  ['Bilan financier 2024.pdf', 'COMPTES_N1'],
  ['Bilan action 2024.pdf', 'BILAN_PREC'],
  ['Compte rendu financier 2024.pdf', 'BILAN_PREC'],
  ['Lettre du Maire.pdf', 'LETTRE'],
  ['Courrier de demande de subvention.pdf', 'LETTRE'],
  ['Délibération du conseil municipal.pdf', 'DELIBERATION'],
  ['PV AG 2024.pdf', 'DELIBERATION'],
  ['Charte de jumelage.pdf', 'ACCORD_PARTENAIRE'],
  ['Convention avec le lycée de Herne.pdf', 'ACCORD_PARTENAIRE'],
  ['Attestation sur l’honneur.pdf', 'ATTESTATION_HONNEUR'],
  ['Délégation de signature.pdf', 'POUVOIR'],
  ['Justificatifs de domicile.zip', 'DOMICILE_JEUNES'],
  ['Programme du séjour.docx', 'PROGRAMME'],
  ['Avis de situation SIRENE.pdf', 'AVIS_SIRENE'],
  ['Attestation d’assurance.pdf', 'ASSURANCE'],
  ['Composition du bureau.pdf', 'DIRIGEANTS'],
])('%s is %s', (nom, code) => expect(reconnaitrePiece(nom)?.code).toBe(code))

test.each(['photo.jpg', 'IMG_2034.png', 'Annexe.pdf', 'scan0001.pdf', ''])('%j is not recognised', (nom) => {
  expect(reconnaitrePiece(nom)).toBeNull()
})

test('a file name gives its rank, its label and its extension', () => {
  expect(lireNom('02 - Lettre de demande signee.PDF')).toEqual({
    rang: 2,
    libelle: 'Lettre de demande signee',
    extension: 'pdf',
  })
  expect(lireNom('12.Statuts.v2.pdf')).toEqual({ rang: 12, libelle: 'Statuts.v2', extension: 'pdf' })
  expect(lireNom('2024.pdf')).toEqual({ rang: null, libelle: '2024', extension: 'pdf' })
  expect(lireNom('62MEI Budget.xlsx')).toEqual({ rang: null, libelle: '62MEI Budget', extension: 'xlsx' })
  expect(lireNom('Statuts')).toEqual({ rang: null, libelle: 'Statuts', extension: '' })
  expect(cleDepot('Lettre Signée')).toBe(cleDepot('LETTRE  signee'))
})

test('a label is counted in characters, once its accents are composed', () => {
  expect(libelleTropLong('é'.repeat(50))).toBe(false)
  expect(libelleTropLong('e\u0301'.repeat(50))).toBe(false)
  expect(libelleTropLong('é'.repeat(51))).toBe(true)
})

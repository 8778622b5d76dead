import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import {
  champsDesVersements,
  jugerVersements,
  type LigneDeVersements,
  lireVersements,
} from '#domain/suite-accord/classeur-de-versements'
import type { Versement, VersementGarde } from '#domain/suite-accord/versement'
import { lireClasseurDeVersements } from '#fichiers/classeur/classeur-de-versements-lu'
import { phraseLigneRefusee } from '#libelles/suite-accord/classeur-de-versements'

const VERSEMENT: Versement = { nature: 'ACOMPTE', montantCents: 125_050n, le: '2026-04-02', reference: 'M-1' }
const ligne = (change: Partial<LigneDeVersements> = {}): LigneDeVersements => ({
  ...VERSEMENT,
  ...{ rang: 2, numero: '2026-00001' },
  ...change,
})
const garde = (change: Partial<VersementGarde> = {}): VersementGarde => ({
  ...VERSEMENT,
  ...{ id: 'un', estAnnule: false },
  ...change,
})

describe('the file of the accountants', () => {
  const juger = (lues: LigneDeVersements[], versements: VersementGarde[] = []) => {
    const { dossiers, refusees } = jugerVersements(lues, new Map([['2026-00001', { dossierId: 'd', versements }]]))
    return { versements: dossiers.flatMap((un) => un.versements), refus: refusees.map(({ reason }) => reason) }
  }

  test('gives each dossier its payments, in the order in which they were made', () => {
    const solde = ligne({ nature: 'SOLDE', le: '2026-05-01', reference: 'M-2' })
    const memeJour = ligne({ nature: 'REVERSEMENT', le: '2026-05-01', reference: 'T-1' })
    const { versements, refus } = juger([memeJour, solde, ligne({ reference: ' M-1 ' })])
    expect(versements.map(({ reference }) => reference)).toEqual(['M-1', 'M-2', 'T-1'])
    expect(refus).toEqual([])
  })

  test('adds nothing twice, and brings back nothing that was cancelled', () => {
    expect(juger([ligne()], [garde()])).toEqual({ versements: [], refus: ['DEJA_ENREGISTRE'] })
    expect(juger([ligne()], [garde({ estAnnule: true })])).toEqual({ versements: [], refus: ['ANNULE_ICI'] })
    expect(juger([ligne(), ligne({ rang: 3 })])).toMatchObject({ versements: [VERSEMENT], refus: ['EN_DOUBLE'] })
    expect(juger([ligne({ nature: 'SOLDE' })], [garde()]).refus).toEqual([])
    expect(juger([ligne({ reference: 'M-9' })], [garde()]).refus).toEqual([])
  })

  test('says of each other row why it is left', () => {
    const refus = (change: Partial<LigneDeVersements>) => juger([ligne(change)]).refus
    expect(refus({ numero: '2026-99999' })).toEqual(['NUMERO_INCONNU'])
    expect(refus({ nature: null })).toEqual(['NATURE_ILLISIBLE'])
    expect(refus({ montantCents: null })).toEqual(['MONTANT_ILLISIBLE'])
    expect(refus({ montantCents: -5n })).toEqual(['MONTANT_ILLISIBLE'])
    expect(refus({ le: null })).toEqual(['DATE_ILLISIBLE'])
    expect(refus({ reference: '\0 ' })).toEqual(['REFERENCE_ILLISIBLE'])
    expect(refus({ reference: 'x'.repeat(51) })).toEqual(['REFERENCE_ILLISIBLE'])
    expect(phraseLigneRefusee({ reason: 'NUMERO_INCONNU', rang: 7, numero: '2026-9' })).toBe(
      'Ligne 7, dossier 2026-9\u00a0: aucun dossier ne porte ce numéro. Vérifiez-le.',
    )
  })

  test('what is kept until the yes is read as it was, and nothing else is', () => {
    expect(lireVersements(champsDesVersements([VERSEMENT]))).toEqual([VERSEMENT])
    for (const faux of ['', '[]', '{', '[1]', JSON.stringify([{ ...VERSEMENT, montantCents: '1e3' }])])
      expect(lireVersements({ versements: faux })).toBeNull()
  })
})

describe('its reading', () => {
  const csv = (texte: string) => lireClasseurDeVersements({ nom: 'v.csv', contenu: Buffer.from(texte) })

  test('finds the columns by their names, in any order, under a title', async () => {
    const lu = await csv(
      'Paierie;;;;\nMandat;Nature du versement;Montant (en euros);Date;N° dossier\nM-1;acompte;1 250,50;02/04/2026;2026–00001\n;;;;\nM-2;prêt;dix;hier;x\n',
    )
    expect(lu).toMatchObject({
      ok: true,
      value: [
        { rang: 3, numero: '2026-00001', nature: 'ACOMPTE', montantCents: 125_050n, le: '2026-04-02' },
        { rang: 5, numero: 'x', nature: null, montantCents: null, le: null, reference: 'M-2' },
      ],
    })
  })

  test('reads numbers and days of a workbook as such', async () => {
    const classeur = new ExcelJS.Workbook()
    const page = classeur.addWorksheet('Versements')
    page.addRow(['Numéro de dossier', 'Nature', 'Montant', 'Date', 'Référence'])
    page.addRow(['2026-00001', 'Solde', 1250.5, new Date('2026-04-02T00:00:00Z'), 'M-1'])
    const contenu = Buffer.from(await classeur.xlsx.writeBuffer())
    expect(await lireClasseurDeVersements({ nom: 'v.xlsx', contenu })).toMatchObject({
      value: [{ nature: 'SOLDE', montantCents: 125_050n, le: '2026-04-02', reference: 'M-1' }],
    })
  })

  test('refuses in words what is no such file', async () => {
    expect(await csv('Numéro;Nature\n1;2\n')).toMatchObject({
      reason: 'PAS_UN_CLASSEUR_DE_VERSEMENTS',
      detail: expect.stringContaining('Numéro de dossier, Nature, Montant, Date, Référence'),
    })
    expect(await csv('')).toMatchObject({ reason: 'VIDE' })
    expect(await csv('%PDF-1.7')).toMatchObject({ reason: 'AUTRE_FORMAT' })
  })
})

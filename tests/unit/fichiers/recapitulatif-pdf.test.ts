import { describe, expect, test } from 'vitest'
import { type Depot, recapitulatifDeDepot } from '#emails/recapitulatif-de-depot'
import { ecrireRecapitulatif } from '#fichiers/pdf/recapitulatif-pdf'
import { CERTIFIE, PROJET, STRUCTURE } from '#support/demande-en-ligne/reponses'
import { expectLueDeMemeParPoppler } from './deux-lecteurs'
import { enMots, lire } from './lu-a-voix-haute'
import { HOSTILES } from './mots-hostiles'

const EMPREINTE = `${'0123456789abcdef'.repeat(3)}${'f'.repeat(16)}`

const DEPOT: Depot = {
  numero: '2027-60001',
  campagne: 'Jumelages 2027',
  le: new Date('2027-06-01T22:30:00Z'),
  par: 'Anne Pruvost',
  service: 'Mission Europe',
  structure: { nom: 'Comité de jumelage de Lens', natureJuridique: 'Association', siret: null, rna: 'W621000000' },
  reponses: { ...STRUCTURE, ...PROJET, ...CERTIFIE, 'questions.q1': 'oui' },
  posees: [
    {
      ...{ champ: 'questions.q1', champId: 'q1', libelle: 'Première mobilité', aide: '', type: 'OUI_NON', choix: [] },
      obligatoire: false,
    },
  ],
  fichiers: [{ code: 'LETTRE', nomFichier: 'Lettre signée.pdf', taille: 1_234_567, sha256: EMPREINTE }],
  manquantes: ['RIB'],
}

function ecrire(depot: Depot): Uint8Array {
  const ecrit = ecrireRecapitulatif(recapitulatifDeDepot(depot))
  if (!ecrit.ok) throw new Error(ecrit.detail)
  return new Uint8Array(ecrit.value)
}

const lu = (depot: Depot = DEPOT) => lire(ecrire(depot))

describe('the récapitulatif of a deposit', () => {
  test('is PDF/UA with its title and its language', async () => {
    const { info, metadata, pdf } = await lu()
    expect(info).toMatchObject({ Title: 'Récapitulatif de la demande 2027-60001', Language: 'fr-FR' })
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    expect(String(metadata.getRaw())).toMatch(/pdfuaid:part>1</)
  })

  test('is read whole by another reader', async () => {
    await expectLueDeMemeParPoppler(ecrire(DEPOT))
  })

  test('has its headings in order, and each of its tables its heads', async () => {
    const { elements, dits } = await lu()
    const titres = elements.filter(([role]) => /^H\d$/.test(role))
    expect(titres).toEqual([
      ['H1', 'Récapitulatif de la demande 2027-60001'],
      ...[
        'Dépôt',
        'Identité de la structure',
        'Adresse de l’établissement',
        'Coordonnées',
        'Représentant légal',
        'Correspondant',
        'Règlement',
        'Demande',
        'Projet',
        'Questions de cette campagne',
        'Pièces jointes',
        'Certification',
      ].map((titre) => ['H2', titre]),
    ])
    expect(dits('Table')).toHaveLength(11)
    expect(dits('TH')).toHaveLength(10 * 2 + 4)
  })

  test('says the number, the hour in Paris, the amounts in figures, the files with their size and print, the oath with its place', async () => {
    const { tout, dits } = await lu()
    const cellules = dits('TD')
    for (const [nom, valeur] of [
      ['Numéro de la demande', '2027-60001'],
      ['Déposée le', '02/06/2027 à 00:30 (heure de Paris)'],
      ['Certifiée et validée par', 'Anne Pruvost'],
      ['Montant de la subvention demandée, en euros', '10 000,00 €'],
      ['Coût total du projet, en euros', '25 000,00 €'],
      ['Date de début', '12/07/2027'],
      ['Première mobilité', 'Oui'],
      ['Adresse mail', 'comite@exemple.test'],
      ['Lettre signée.pdf', '1,2 Mo'],
      ['1,2 Mo', '0123456789abcdef'],
    ] as const)
      expect(cellules[cellules.indexOf(nom) + 1]).toBe(valeur)
    expect(cellules).not.toContain(EMPREINTE)
    expect(tout).toContain('n’ont pas été jointes : RIB au nom de la structure.')
    expect(dits('BlockQuote').map(enMots)).toEqual([
      'Certifie exactes et sincères les informations de cette demande, notamment la mention de l’ensemble des demandes de subventions introduites auprès d’autres financeurs publics ainsi que l’approbation du budget par les instances.',
      'Demande une subvention de 10 000,00 €.',
    ])
    expect(tout).toContain('Fait à Lens, le 02/06/2027, par Anne Pruvost.')
  })

  test('is the same to the byte each time', () => {
    const [un, autre] = [1, 2].map(() => ecrireRecapitulatif(recapitulatifDeDepot(DEPOT)))
    expect(un?.ok && autre?.ok && un.value.equals(autre.value)).toBe(true)
  })

  test.each(HOSTILES)('%s is text, wherever it stands', async (mots) => {
    const { tout, dits } = await lu({
      ...DEPOT,
      ...{ numero: mots, campagne: mots, par: mots, service: mots },
      structure: { ...DEPOT.structure, nom: mots },
      reponses: { ...DEPOT.reponses, objet: mots, faitA: mots },
      fichiers: [{ code: 'LETTRE', nomFichier: mots, taille: 1, sha256: EMPREINTE }],
    })
    // Its number three times, who certified twice, and each of the other seven once.
    expect(tout.split(mots).length - 1).toBe(10)
    expect(dits('H1')).toEqual([`Récapitulatif de la demande ${mots}`])
  })

  test('a very long name of file stays in its cell, and an address is whole', async () => {
    const { pdf, dits } = await lu({
      ...DEPOT,
      fichiers: [{ code: 'LETTRE', nomFichier: `${'W'.repeat(200)}.pdf`, taille: 1, sha256: EMPREINTE }],
    })
    expect(dits('TD')).toContain('comite@exemple.test')
    for (let numero = 1; numero <= pdf.numPages; numero += 1) {
      const page = await pdf.getPage(numero)
      const [, , largeur = 0] = page.view
      const empreintes: number[] = []
      for (const item of (await page.getTextContent()).items)
        if ('str' in item) {
          const gauche = Number(item.transform[4])
          expect(gauche + item.width).toBeLessThan(largeur - 40)
          if (item.str.startsWith('0123')) empreintes.push(gauche)
          if (item.str.startsWith('WWW')) expect(gauche + item.width).toBeLessThan(350)
        }
    }
  })
})

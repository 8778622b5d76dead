import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { controler } from '#domain/budget/controles'
import type { BudgetLu, Cote } from '#domain/budget/budget'
import { LIGNE_DU_DEPARTEMENT, type LigneDuPlan, PLAN_DU_BUDGET } from '#domain/budget/plan'
import { somme } from '#domain/budget/montant'
import { totauxDe } from '#domain/budget/totaux'
import { ecrireBudgetARemplir } from '#fichiers/classeur/budget-a-remplir'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { defautsDe } from '#support/classeur/validite'

const IDENTITE = {
  structure: '=Comité de jumelage',
  siret: '12345678900011',
  titre: '+Fresque à Herne',
  periode: 'du 12/07/2027 au 19/07/2027',
  exercice: 2027,
}
const NOM = '62MEI Budget.xlsx'

async function relire(contenu: Buffer): Promise<BudgetLu> {
  const lu = await ouvrirBudget(contenu, NOM)
  if (!lu.lisible) throw new Error(lu.motif)
  return lu.budget
}

/** The lines that an amount is written on: the details, and the groups that have none. */
const lignesARemplir = (cote: Cote): LigneDuPlan[] => {
  const { groupes, nature } = PLAN_DU_BUDGET[cote]
  return [...groupes, nature].flatMap((un) => (un.details.length > 0 ? un.details : [un]))
}

/** A different amount on each line, with cents on some; the sides are equal. */
function connus() {
  const montants = new Map<LigneDuPlan, bigint>()
  for (const cote of ['CHARGES', 'PRODUITS'] as const)
    for (const [i, ligne] of lignesARemplir(cote).entries()) montants.set(ligne, BigInt((i + 1) * 1_000_00))
  const de = (cote: Cote) => {
    const natures = PLAN_DU_BUDGET[cote].nature.details
    const lignes = lignesARemplir(cote).filter((ligne) => !natures.includes(ligne))
    return { lignes, total: somme(lignes.map((ligne) => montants.get(ligne) ?? 0n)) }
  }
  const [charges, produits] = [de('CHARGES'), de('PRODUITS')]
  const derniere = produits.lignes.at(-1)
  if (derniere) montants.set(derniere, (montants.get(derniere) ?? 0n) + charges.total - produits.total)
  return { montants, total: charges.total }
}

const remplir = async () => {
  const { montants, total } = connus()
  return { montants, total, contenu: await ecrireBudgetARemplir(IDENTITE, (_, ligne) => montants.get(ligne) ?? null) }
}

describe('the budget to fill', () => {
  test('filled in, each of its lines, sums and funders is read back as it was written', async () => {
    const { montants, total, contenu } = await remplir()
    const lu = await relire(contenu)
    for (const cote of ['CHARGES', 'PRODUITS'] as const) {
      const { groupes, nature } = PLAN_DU_BUDGET[cote]
      const lues = lu.lignes.filter((ligne) => ligne.cote === cote)
      for (const groupe of [...groupes, nature])
        for (const ligne of [groupe, ...groupe.details]) {
          const trouvee = lues.filter((une) => une.code === ligne.code && une.libelle === ligne.libelle)
          const voulu = ligne === groupe && groupe.details.length > 0 ? somme(groupe.details.map((un) => montants.get(un) ?? 0n)) : montants.get(ligne) // prettier-ignore
          expect(trouvee.map(({ montantCents }) => montantCents)).toEqual([voulu])
        }
      // The lines of the chart, the total and the general one: nothing else was taken for a line.
      expect(lues).toHaveLength([...groupes, nature].flatMap((un) => [un, ...un.details]).length + 2)
    }
    for (const ligne of lu.lignes) if (ligne.formule) expect(ligne.calculeCents).toBe(ligne.montantCents)
    expect(totauxDe(lu)).toMatchObject({ charges: total, produits: total, departement: 600_000n })
    expect(lu.cofinancements).toHaveLength(10)
    expect(lu.cofinancements.find(({ type }) => type === 'Département')).toMatchObject({
      ...{ financeur: LIGNE_DU_DEPARTEMENT.libelle, montantCents: 600_000n, etat: 'sollicité' },
    })
  })

  test('filled in, nothing is found wrong in it but the states that are not told', async () => {
    const { montants, contenu } = await remplir()
    const lu = await relire(contenu)
    const montantDemandeCents = [...montants].find(([{ code }]) => code === '74dep')?.[1] ?? 0n
    const structure = { nom: 'Comité de jumelage', sigle: '', siret: IDENTITE.siret, genre: null }
    const attentes = { montantDemandeCents, structure, campagne: { annee: 2027, projetDu: null, projetAu: null } }
    const cas = controler(lu, attentes).map((constat) => constat.cas)
    expect([...new Set(cas)].sort()).toEqual(['FINANCEUR_SANS_ETAT', 'NATURE_INEGALE'])
  })

  test('empty, it says whose it is and what is asked, and guards the words that it was given', async () => {
    const contenu = await ecrireBudgetARemplir(IDENTITE, (_, { code }) => (code === '74dep' ? 1_000_000n : null))
    const lu = await relire(contenu)
    expect(lu.montantDemande).toEqual({ montantCents: 1_000_000n, cellule: 'Identification!B6' })
    expect(lu.nommes.departement?.montantCents).toBe(1_000_000n)
    expect(lu.identification).toEqual({
      ...{ structure: "'=Comité de jumelage", siret: '12345678900011', titre: "'+Fresque à Herne" },
      ...{ periode: 'du 12/07/2027 au 19/07/2027', exercice: '2027' },
    })
    expect(lu.cofinancements).toHaveLength(1)
    expect(totauxDe(lu)).toMatchObject({ charges: 0n, produits: 1_000_000n, nature86: 0n, nature87: 0n })
    const sansMontant = await relire(await ecrireBudgetARemplir(IDENTITE, () => null))
    expect(sansMontant.montantDemande).toBeNull()
    expect(sansMontant.cofinancements).toEqual([])
  })

  test('Office finds nothing wrong in it', async () => {
    const { contenu } = await remplir()
    expect(await defautsDe(new Uint8Array(contenu))).toEqual([])
  }, 60_000)

  test('its sums are formulas that a reader works out when nothing keeps their results', async () => {
    const { total, contenu } = await remplir()
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.load(contenu as unknown as ArrayBuffer)
    const page = classeur.getWorksheet('Budget')
    page?.eachRow((rangee) =>
      rangee.eachCell((cellule) => {
        if (cellule.formula) cellule.value = { formula: cellule.formula, date1904: false }
      }),
    )
    const lu = await relire(Buffer.from(await classeur.xlsx.writeBuffer()))
    expect(totauxDe(lu)).toMatchObject({ charges: total, produits: total })
    expect(page?.getCell('A4').protection).not.toMatchObject({ locked: false })
    expect(page?.getCell('C5').protection).toMatchObject({ locked: false })
    expect(page?.getCell('C5').numFmt).toContain('€')
  })
})

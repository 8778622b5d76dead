import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { controler } from '#domain/budget/controles'
import { totauxDe } from '#domain/budget/totaux'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { lireBudgetDepose } from '#lecteurs/budget-depose'
import { convertirClasseur } from '#lecteurs/conversion'

const fixture = (nom: string) => readFileSync(new URL(`../../fixtures/budgets/${nom}`, import.meta.url))

describe('LibreOffice reads for us what we do not read', () => {
  test.each([
    ['ancien-format.xls', 'xls'],
    ['libre.ods', 'ods'],
  ])(
    '%s',
    async (nom, format) => {
      expect((await ouvrirBudget(fixture(nom), nom)).lisible).toBe(false)
      const lu = await lireBudgetDepose({ contenu: fixture(nom), nom, feuille: null })
      if (!lu.lisible) throw new Error(`${lu.motif} (libreoffice-calc-nogui is needed)`)
      expect(lu.budget.remarques).toContainEqual({ cas: 'CONVERTI', format })
      const { charges, produits } = totauxDe(lu.budget)
      expect(charges).toBeGreaterThan(0n)
      expect(produits).toBe(charges)
      expect(controler(lu.budget, {}).filter((c) => c.regle === 'B01' || c.regle === 'B02')).toEqual([])
    },
    90_000,
  )

  test('what it cannot read is a failure, and nothing of it is left behind', async () => {
    const abime = Buffer.concat([fixture('ancien-format.xls').subarray(0, 600), Buffer.alloc(400, 7)])
    expect(await convertirClasseur(abime, 'xls')).toMatchObject({ ok: false, reason: 'ECHEC' })
  }, 90_000)
})

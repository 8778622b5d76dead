import { describe, expect, test } from 'vitest'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { NotFound } from '#infra/errors'
import { budgetARemplir } from '#queries/extranet/budget-a-remplir'
import { unMondeEnLigne } from './monde'

describe('the budget of a demande on line, to be filled', () => {
  const monde = unMondeEnLigne()

  test('it holds what the form says now, and only a member of the structure has it', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    const { nom, contenu } = await budgetARemplir(monde.db, anne, id)
    const lu = await ouvrirBudget(contenu, nom)
    expect(nom).toBe('62MEI Budget.xlsx')
    expect(lu).toMatchObject({
      budget: {
        montantDemande: { montantCents: 1_000_000n },
        identification: { titre: 'Fresque à Herne', periode: 'du 12/07/2027 au 19/07/2027', exercice: '2027' },
        nommes: { departement: { montantCents: 1_000_000n } },
      },
    })
    const autre = await monde.unMembre(await monde.uneStructure())
    await expect(budgetARemplir(monde.db, autre, id)).rejects.toBeInstanceOf(NotFound)
  })
})

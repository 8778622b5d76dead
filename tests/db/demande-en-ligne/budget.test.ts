import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { ecrireBudgetARemplir } from '#fichiers/classeur/budget-a-remplir'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { NotFound } from '#infra/errors'
import { budgetARemplir } from '#queries/extranet/budget-a-remplir'
import { fichierDeDemande, piecesDeDemande } from '#queries/extranet/pieces-de-demande'
import { lireBudgetEnLigne, relireBudgetsEnLigne } from '#usecases/demande-en-ligne/lecture/lire-budget-en-ligne'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { JUIN, unMondeEnLigne } from './monde'

const fixture = (nom: string) => readFileSync(new URL(`../../fixtures/budgets/${nom}`, import.meta.url))
const IDENTITE = { structure: '', siret: '', titre: 'Fresque à Herne', periode: '', exercice: 2027 }

describe('the budget of a demande on line', () => {
  const monde = unMondeEnLigne()
  const donner = (qui: Demandeur, id: string, contenu: Buffer, nomFichier = 'Budget.xlsx') =>
    monde.donner(qui, { id, code: 'BUDGET_PROJET', nomFichier, contenu })
  const vu = async (qui: Demandeur, id: string) =>
    (await piecesDeDemande(monde.db, qui, { id, now: new Date(JUIN) }))?.budget ?? null
  const pieceDe = (id: string) =>
    monde.db.pieceEnLigne.findFirstOrThrow({ where: { demandeEnLigneId: id, code: 'BUDGET_PROJET' } })
  const promesses = async (pieceId: string) =>
    (await monde.db.outboxJob.findMany({ where: { name: 'budget-en-ligne.lire' } })).filter(
      ({ payload }) => (payload as { pieceId: string }).pieceId === pieceId,
    ).length

  test('to be filled, it holds what the form says now, and only a member of the structure has it', async () => {
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

  test('given, its reading is promised once; read, twice or once, it says what is wrong, where, and what to do', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    expect(await vu(anne, id)).toBeNull()
    await donner(anne, id, fixture('unbalanced.xlsx'))
    const piece = await pieceDe(id)
    expect(await promesses(piece.id)).toBe(1)
    expect(await vu(anne, id)).toEqual({ etat: 'EN_ATTENTE', nomFichier: 'Budget.xlsx' })
    await lireBudgetEnLigne(monde.depsA(), piece.id)
    const une = await vu(anne, id)
    expect(une?.etat === 'LU' && une.constats.filter(({ gravite }) => gravite === 'BLOQUANT')).toMatchObject([
      { cellule: 'Budget!F14', message: expect.stringContaining('diffèrent de') as string },
      { message: expect.stringContaining('la demande est de 10\u202f000,00') as string },
    ])
    await lireBudgetEnLigne(monde.depsA(), piece.id)
    expect(await vu(anne, id)).toEqual(une)
    // Nothing of it refuses the deposit.
    expect(await monde.valider(anne, id)).toMatchObject({ ok: true })
    await lireBudgetEnLigne(monde.depsA(), piece.id)
  })

  test('what is found follows the answers, and never how others budget', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await donner(anne, id, await ecrireBudgetARemplir(IDENTITE, (_, { code }) => (code === '74dep' || code === '625' ? 450_000n : null))) // prettier-ignore
    await lireBudgetEnLigne(monde.depsA(), (await pieceDe(id)).id)
    const cles = async () => {
      const lu = await vu(anne, id)
      return lu?.etat === 'LU' ? lu.constats.map(({ cle }) => cle.slice(7, 10)) : []
    }
    expect(await cles()).toContain('B04')
    expect(await cles()).not.toContain('B16')
    await monde.ecrire(anne, { id, etape: 'PROJET', miennes: { montantDemande: '4500' }, base: { montantDemande: '10000' } }) // prettier-ignore
    expect(await cles()).not.toContain('B04')
  })

  test('one that cannot be read is said unread, with what to do', async () => {
    const { id, anne } = await monde.unDebut()
    await donner(anne, id, monde.pdf, 'Budget signé.pdf')
    await lireBudgetEnLigne(monde.depsA(), (await pieceDe(id)).id)
    expect(await vu(anne, id)).toEqual({
      etat: 'ILLISIBLE',
      nomFichier: 'Budget signé.pdf',
      motif: expect.stringContaining('Enregistrez-le sur le modèle de budget (.xlsx)') as string,
    })
  })

  test('replaced, what was read of the first goes, and what is still being read of it is dropped', async () => {
    const { id, anne } = await monde.unDebut()
    await donner(anne, id, fixture('unbalanced.xlsx'))
    const { id: pieceId, cle } = await pieceDe(id)
    const lecture = lireBudgetEnLigne(
      {
        ...monde.depsA(),
        storage: {
          ...monde.storage(),
          readAll: async (lue: string) => {
            const contenu = await monde.storage().readAll(lue)
            await donner(anne, id, monde.pdf, 'Budget.pdf')
            return contenu
          },
        },
      },
      pieceId,
    )
    await lecture
    const apres = await pieceDe(id)
    expect(apres.id).toBe(pieceId)
    expect(apres.cle).not.toBe(cle)
    expect(apres.budget).toBeNull()
    expect(await promesses(pieceId)).toBe(2)
    await lireBudgetEnLigne(monde.depsA(), pieceId)
    expect((await vu(anne, id))?.etat).toBe('ILLISIBLE')
    await donner(anne, id, fixture('unbalanced.xlsx'))
    expect((await vu(anne, id))?.etat).toBe('EN_ATTENTE')
    await retirerPiece(monde.depsA(), anne, { id, pieceId })
    await lireBudgetEnLigne(monde.depsA(), pieceId)
    expect(await vu(anne, id)).toBeNull()
  })

  test('a reading that the queue lost is promised anew, once', async () => {
    const { id, anne } = await monde.unDebut()
    await donner(anne, id, fixture('unbalanced.xlsx'))
    const { id: pieceId } = await pieceDe(id)
    await monde.db.outboxJob.deleteMany({})
    await relireBudgetsEnLigne(monde.depsA())
    await relireBudgetsEnLigne(monde.depsA())
    expect(await promesses(pieceId)).toBe(1)
  })

  test('a file that is given is given back to the members of its structure alone, and locked once found infected', async () => {
    const { id, anne } = await monde.unDebut()
    await donner(anne, id, monde.pdf, 'Budget.pdf')
    const { id: pieceId } = await pieceDe(id)
    expect(await fichierDeDemande(monde.db, anne, { id, pieceId })).toMatchObject({
      ...{ nom: 'Budget.pdf', typeMime: 'application/pdf', analyse: 'NON_ANALYSE' },
    })
    const ailleurs = await monde.unDebut()
    for (const vue of [
      { qui: ailleurs.anne, id },
      { qui: ailleurs.anne, id: ailleurs.id },
    ])
      await expect(fichierDeDemande(monde.db, vue.qui, { id: vue.id, pieceId })).rejects.toBeInstanceOf(NotFound)
    await monde.db.pieceEnLigne.update({ where: { id: pieceId }, data: { analyse: 'INFECTE' } })
    expect((await vu(anne, id))?.etat).toBe('VERROUILLE')
    await lireBudgetEnLigne(monde.depsA(), pieceId)
    expect((await pieceDe(id)).budget).toBeNull()
  })
})

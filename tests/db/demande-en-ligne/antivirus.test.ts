import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAntivirus } from '#infra/antivirus'
import { EICAR, startClamd } from '#support/clamd'
import { analyserPieceEnLigne, reprendreAnalysesEnLigne } from '#usecases/antivirus/analyser-piece-en-ligne'
import { lireBudgetEnLigne } from '#usecases/demande-en-ligne/lecture/lire-budget-en-ligne'
import { unMondeEnLigne } from './monde'

describe('where an antivirus is set, a file given on line', () => {
  const monde = unMondeEnLigne()
  let clamd: Awaited<ReturnType<typeof startClamd>>

  beforeAll(async () => {
    clamd = await startClamd({ maxOctets: 1_000_000 })
    process.env['CLAMD_URL'] = clamd.url
  })
  afterAll(async () => {
    delete process.env['CLAMD_URL']
    await clamd.stop()
  })
  const deps = () => ({ ...monde.depsA(), antivirus: makeAntivirus(clamd.url) })
  const promesses = async (pieceId: string) =>
    (await monde.db.outboxJob.findMany({ orderBy: { id: 'asc' } }))
      .filter(({ payload }) => (payload as { pieceId?: string }).pieceId === pieceId)
      .map(({ name }) => name)
      .sort()
  async function unBudget() {
    const { id, anne } = await monde.unDebut()
    await monde.donner(anne, { id, code: 'BUDGET_PROJET', nomFichier: 'Budget.pdf' })
    return { id, anne, piece: await monde.db.pieceEnLigne.findFirstOrThrow({ where: { demandeEnLigneId: id } }) }
  }
  const lue = (id: string) => monde.db.pieceEnLigne.findUniqueOrThrow({ where: { id } })

  test('is scanned first, and read once it is sound', async () => {
    const { piece } = await unBudget()
    expect(await promesses(piece.id)).toEqual(['piece-en-ligne.analyser'])
    await lireBudgetEnLigne(monde.depsA(), piece.id)
    expect((await lue(piece.id)).budget).toBeNull()
    await analyserPieceEnLigne(deps(), piece.id)
    await analyserPieceEnLigne(deps(), piece.id)
    expect((await lue(piece.id)).analyse).toBe('SAIN')
    expect(await promesses(piece.id)).toEqual(['budget-en-ligne.lire', 'piece-en-ligne.analyser'])
    await lireBudgetEnLigne(monde.depsA(), piece.id)
    expect((await lue(piece.id)).budget).toMatchObject({ lisible: false })
  })

  test('is locked once found infected, and the journal tells it; another in its place is scanned anew', async () => {
    const { id, anne, piece } = await unBudget()
    await monde.storage().put(piece.cle, EICAR)
    await analyserPieceEnLigne(deps(), piece.id)
    expect(await lue(piece.id)).toMatchObject({ analyse: 'INFECTE', analyseDetail: 'Essai.Eicar.UNOFFICIAL' })
    expect(await promesses(piece.id)).toEqual(['piece-en-ligne.analyser'])
    const dites = await monde.db.entreeJournal.findMany({ where: { objetId: id, acte: 'verrouillerFichierInfecte' } })
    expect(dites).toMatchObject([{ objet: 'demande-en-ligne', detail: { fichier: 'Budget.pdf' } }])
    await monde.donner(anne, { id, code: 'BUDGET_PROJET', nomFichier: 'Budget.pdf' })
    expect(await lue(piece.id)).toMatchObject({ analyse: 'NON_ANALYSE', analyseDetail: '', analyseLe: null })
    expect(await promesses(piece.id)).toEqual(['piece-en-ligne.analyser', 'piece-en-ligne.analyser'])
  })

  test('taken away or lost by the queue: the first is left alone, the second promised anew', async () => {
    const { piece } = await unBudget()
    await monde.db.pieceEnLigne.updateMany({ where: { id: { not: piece.id } }, data: { analyse: 'SAIN' } })
    await monde.db.outboxJob.deleteMany({})
    expect(await reprendreAnalysesEnLigne({ ...deps(), antivirus: null })).toBe(0)
    expect(await reprendreAnalysesEnLigne(deps())).toBe(1)
    expect(await reprendreAnalysesEnLigne(deps())).toBe(0)
    await monde.db.pieceEnLigne.delete({ where: { id: piece.id } })
    await analyserPieceEnLigne(deps(), piece.id)
  })
})

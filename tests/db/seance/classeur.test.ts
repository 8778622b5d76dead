import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { COLONNES_DU_CLASSEUR, type ColonneDuClasseur } from '#domain/seance/classeur-de-votes'
import { diskStorage, newKey } from '#infra/storage'
import { classeurDeSeance } from '#queries/seance/classeur-seance'
import { ownDb } from '#support/own-db'
import { proposerMontant } from '#usecases/proposition/proposer-montant'
import { reglerLot } from '#usecases/lot-actes/regler-lot'
import { cloreListe, rouvrirListe } from '#usecases/seance/clore-liste'
import { deposerVotes } from '#usecases/seance/deposer-votes'
import { lotsDans } from '../lot-actes/faits-lots'
import { PRECISION, seancesDans } from './faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
let dossier: string
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
  dossier = await mkdtemp(path.join(os.tmpdir(), 'mcei-votes-'))
})
afterAll(async () => {
  await rm(dossier, { recursive: true, force: true })
  await own.drop()
})

const lots = lotsDans(() => own.db, () => monde.deps) // prettier-ignore

type Remplie = Partial<Record<ColonneDuClasseur, string | number>>

/** The workbook of a séance as it comes back, these cells written over, row by row. */
async function rempli(seanceId: string, rangees: Remplie[]): Promise<Buffer> {
  const classeur = new ExcelJS.Workbook()
  const { contenu } = await classeurDeSeance(own.db, seanceId)
  await classeur.xlsx.load(contenu as unknown as ArrayBuffer)
  const page = classeur.getWorksheet('Votes')
  for (const [rang, rangee] of rangees.entries())
    for (const [colonne, valeur] of Object.entries(rangee)) {
      const cellule = page?.getCell(rang + 2, COLONNES_DU_CLASSEUR.findIndex((une) => une === colonne) + 1)
      if (cellule) cellule.value = valeur
    }
  return Buffer.from(await classeur.xlsx.writeBuffer())
}

async function deposer(seanceId: string, contenu: Buffer, par = monde.chef) {
  const storage = diskStorage(dossier)
  const cle = newKey('lots')
  await storage.put(cle, contenu)
  return deposerVotes({ ...monde.deps, storage }, par, { seanceId, nom: 'votes.xlsx', cle })
}

const depose = async (seanceId: string, contenu: Buffer) => {
  const answer = await deposer(seanceId, contenu)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value.lotId
}

test('the list goes out and comes back: nothing is voted before the yes, each line once, and what cannot be says its cell', async () => {
  const dossiers = [await monde.unPropose(), await monde.unPropose(), await monde.unPropose(), await monde.unPropose()]
  const { seanceId, lignes } = await monde.uneListe(...dossiers)
  const contenu = await rempli(seanceId, [
    { vote: 'Adopté' },
    { vote: 'Adopté, montant modifié', montant: 3000, precision: PRECISION },
    { vote: 'Rejeté' },
    { vote: 'Ajourné' },
    { cle: 'inconnue', vote: 'Adopté' },
  ])
  await expect(deposer(seanceId, contenu, monde.agent)).rejects.toBeInstanceOf(Forbidden)
  const lotId = await depose(seanceId, contenu)
  const vu = await lots.lire(lotId)
  expect(vu.rejets).toEqual([expect.stringMatching(/^Cellule A6\s: cette clé/)])
  expect(vu.lignes.map(({ etat, motif, effet }) => [etat, motif ?? effet])).toEqual([
    ['PRETE', 'Adopté\u00a0: 4\u202f500\u00a0€.'],
    ['PRETE', 'Adopté, montant modifié\u00a0: 3\u202f000\u00a0€.'],
    ['ECARTEE', expect.stringMatching(/^Cellule K4\s: /)],
    ['PRETE', 'Ajourné.'],
  ])
  expect(await own.db.ligneSeance.count({ where: { seanceId, vote: { not: null } } })).toBe(0)
  expect(await reglerLot(monde.deps, monde.chef, { lotId, version: 0, champs: {} })).toMatchObject({
    reason: 'PAR_LIGNE',
  })

  await monde.voter(lignes[3], { vote: 'AJOURNE' })
  await lots.lancer(monde.chef, lotId)
  await lots.traiter(lotId)
  await lots.traiter(lotId)
  expect(await lots.etats(lotId)).toEqual(['FAITE', 'FAITE', 'ECARTEE', 'MODIFIEE'])
  expect(await monde.ligneDe(lignes[1] ?? '')).toMatchObject({ vote: 'MODIFIE', montantCents: 300_000n })
  const entrees = await own.db.entreeJournal.groupBy({
    by: ['objetId'],
    where: { acte: 'voter', objetId: { in: dossiers } },
    _count: true,
  })
  expect(entrees.map(({ _count }) => _count)).toEqual([1, 1, 1])

  const encore = await lots.lire(await depose(seanceId, contenu))
  expect(encore.lignes.map(({ motif }) => motif)).toEqual([
    expect.stringMatching(/déjà enregistré/),
    expect.stringMatching(/déjà enregistré/),
    expect.stringMatching(/^Cellule K4/),
    expect.stringMatching(/déjà enregistré/),
  ])
})

test('a workbook of a list that was frozen anew since votes on none of its lines: another amount is proposed', async () => {
  const dossierId = await monde.unPropose()
  const { seanceId, lignes } = await monde.uneListe(dossierId)
  const contenu = await rempli(seanceId, [{ vote: 'Adopté' }])
  await rouvrirListe(monde.deps, monde.agent, await monde.vise(seanceId))
  await proposerMontant(monde.deps, monde.agent, {
    ...{ dossierId, version: (await monde.dossierDe(dossierId)).version, avis: 'FAVORABLE', motif: PRECISION },
    montant: { base: 'FIXE', montantCents: 200_000n },
  })
  await cloreListe(monde.deps, monde.agent, await monde.vise(seanceId))
  expect(await monde.ligneDe(lignes[0] ?? '')).toMatchObject({ montantProposeCents: 200_000n, vote: null })
  const lot = await lots.lire(await depose(seanceId, contenu))
  expect(lot.lignes.map(({ etat, motif }) => [etat, motif])).toEqual([
    ['ECARTEE', expect.stringMatching(/^Cellule [A-Z]+2\s: .*changé/)],
  ])
  const encore = await rempli(seanceId, [{ vote: 'Adopté', precision: PRECISION }])
  const neuf = await lots.lire(await depose(seanceId, encore))
  expect(neuf.lignes.map(({ etat }) => etat)).toEqual(['PRETE'])
})

test('a file that is no such workbook is refused in words, and a séance that is not open to votes takes none', async () => {
  const { seanceId } = await monde.uneListe(await monde.unPropose())
  expect(await deposer(seanceId, await rempli(seanceId, [{ vote: 'Adopté' }]).then((un) => un.subarray(0, 900)))).toMatchObject({ ok: false, reason: 'ILLISIBLE', detail: expect.stringContaining('abîmé') }) // prettier-ignore
  const ouverte = await monde.uneSeance()
  expect(await deposer(ouverte, Buffer.from('x'))).toMatchObject({ reason: 'PAS_OUVERTE_AU_VOTE' })
})

import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { fichierRapport } from '#queries/rapport/mes-rapports'
import { construireRapport } from '#usecases/rapport/construire-rapport'
import { demanderRapport } from '#usecases/rapport/demander-rapport'
import { redemanderRapport } from '#usecases/rapport/redemander-rapport'
import { abandonnerRapport, produireRapport } from '#usecases/rapport/produire-rapport'
import { unAgentEnBase, uneCampagne } from '../workers/faits'
import { unMonde } from '../workers/monde'
import { desDossiers, unBudgetDepose } from './dossiers'

const DOSSIERS = 2_000
const demande = { type: 'budget', campagneCode: 'MEI-2025' } as const
const construit = { ...demande, auteur: 'Camille Roux' }

/** A row read back, from the first cell at 1; undefined where it is empty. */
type Ligne = unknown[] | undefined

describe('le rapport budgétaire', () => {
  const monde = unMonde('postgres')
  let tick = Date.UTC(2025, 5, 2)
  const deps = () => ({
    db: monde.db,
    storage: diskStorage(path.join(monde.dir, 'fichiers')),
    // Each look at the clock is later: the progress bar moves every ten dossiers.
    now: () => new Date((tick += 50)),
    tmp: path.join(monde.dir, 'tmp'),
    outbox: '/nulle-part',
  })

  /** What the workbook must say of what was passed over in 2025-00009, and of nothing else. */
  let passe = ''

  beforeAll(async () => {
    const { id } = await uneCampagne(monde.db)
    await desDossiers(monde.db, id, DOSSIERS)
    await unBudgetDepose({ ...deps(), numero: '2025-00007' })
    const par = await unAgentEnBase(monde.db, 'RESPONSABLE')
    const { id: dossierId } = await monde.db.dossier.findUniqueOrThrow({ where: { numero: '2025-00009' } })
    const outre = { dossierId, parId: par.id, par: `${par.prenom} ${par.nom}`, empreinte: 'x', le: deps().now() }
    await monde.db.passerOutre.createMany({
      data: [
        { ...outre, cle: 'budget/B01', constat: 'Charges et produits diffèrent', motif: 'Solde versé en 2026.' },
        { ...outre, cle: 'budget/B04', constat: 'Le montant diffère', motif: 'Rétabli depuis.', retireLe: outre.le },
      ],
    })
    passe = `Charges et produits diffèrent\u00a0: Solde versé en 2026. (${outre.par})`
  })

  async function demander() {
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    const answer = await demanderRapport(deps(), agent, demande)
    if (!answer.ok) throw new Error(answer.reason)
    return answer.value.id
  }
  const read = (id: string) => monde.db.rapport.findUniqueOrThrow({ where: { id } })

  async function open(chemin: string) {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(chemin)
    const sheet = (name: string) => {
      const page = book.getWorksheet(name)
      if (!page) throw new Error(`no sheet ${name}`)
      return page
    }
    return { synthese: sheet('Synthèse'), dossiers: sheet('Dossiers'), cofinancements: sheet('Cofinancements') }
  }

  /** What the Synthèse says is asked in all, in cents. */
  const demandeDe = (page: ExcelJS.Worksheet) => {
    const [ligne] = (page.getSheetValues() as unknown as Ligne[]).filter((une) => une?.[1] === 'Demandé')
    return Math.round((ligne?.[4] as { result: number }).result * 100)
  }

  const columnOf = (page: ExcelJS.Worksheet, header: string) => {
    const titles = page.getRow(1).values as (string | undefined)[]
    return titles.indexOf(header)
  }
  const numbers = (page: ExcelJS.Worksheet, header: string) =>
    page
      .getColumn(columnOf(page, header))
      .values.slice(2)
      .map((value) => (typeof value === 'number' ? Math.round(value * 100) : 0))

  test(`asked for, built from ${DOSSIERS} dossiers, kept: its sums are those of SQL, on both sheets and in the totals`, async () => {
    const id = await demander()
    await produireRapport(deps(), id)
    const rapport = await read(id)
    expect(rapport).toMatchObject({
      etat: 'PRET',
      cle: `rapports/${id}.xlsx`,
      lignes: DOSSIERS,
      progression: DOSSIERS,
      erreur: null,
    })
    expect(rapport.nomFichier).toMatch(/^budget-MEI-2025-2025-06-02\.xlsx$/)

    const { synthese, dossiers, cofinancements } = await open(
      await deps().storage.readPath((await fichierRapport(monde.db, await unAgentEnBase(monde.db, 'LECTEUR'), id)).cle),
    )
    const [sql] = await monde.db.$queryRaw<{ demande: number; accorde: number; cout: number }[]>`
      SELECT sum(montant_demande_cents)::float8 AS demande, sum(montant_accorde_cents)::float8 AS accorde, sum(cout_total_cents)::float8 AS cout
      FROM dossier WHERE etat <> 'BROUILLON'`
    expect(dossiers.rowCount).toBe(1 + DOSSIERS + 1)
    const sums = ['Demandé', 'Voté', 'Coût total'].map((header) =>
      numbers(dossiers, header).reduce((sum, n) => sum + n, 0),
    )
    expect(sums).toEqual([sql?.demande, sql?.accorde, sql?.cout])
    const total = dossiers.getRow(DOSSIERS + 2).getCell(columnOf(dossiers, 'Demandé')).value
    expect(total).toMatchObject({ formula: expect.stringContaining('SUBTOTAL(109'), result: (sql?.demande ?? 0) / 100 })

    const lignes = synthese.getSheetValues().slice(1) as unknown as Ligne[]
    for (const coupe of [
      'Par appel',
      'Par dispositif',
      'Par état',
      'Par genre de structure',
      'Par territoire',
      'Par pays',
      'Par mois de dépôt',
    ]) {
      const [tete, ...suite] = lignes.slice(lignes.findIndex((ligne) => ligne?.[1] === coupe))
      const siennes = suite.slice(
        0,
        suite.findIndex((ligne) => ligne?.[1] === 'Total'),
      )
      const somme = (rang: number) => siennes.reduce((s, ligne) => s + Math.round(Number(ligne?.[rang]) * 100), 0)
      expect([tete?.[1], somme(4), somme(8)], coupe).toEqual([coupe, sql?.demande, sql?.accorde])
    }
    const outre = dossiers.getColumn(columnOf(dossiers, 'Points bloquants passés outre')).values.slice(2)
    expect(outre[8]).toBe(passe)
    expect(outre.filter((dit) => dit !== undefined && dit !== null && dit !== '')).toEqual([passe])
    expect(numbers(cofinancements, 'Montant').length).toBeGreaterThan(1)
    expect(cofinancements.getRow(2).getCell(1).value).toBe('2025-00007')
  })

  test('the sheets show one instant, whatever officers do while it is written', async () => {
    const chemin = path.join(monde.dir, 'instant.xlsx')
    let changed = false
    await construireRapport(deps(), { ...construit, chemin }, async () => {
      if (changed) return
      changed = true
      await monde.db.dossier.update({
        where: { numero: '2025-01900' },
        data: { montantDemandeCents: { increment: 100n } },
      })
    })
    const { synthese, dossiers } = await open(chemin)
    const campagne = demandeDe(synthese)
    expect(numbers(dossiers, 'Demandé').reduce((sum, n) => sum + n, 0)).toBe(campagne)
    const [{ now } = { now: 0 }] = await monde.db.$queryRaw<
      { now: number }[]
    >`SELECT sum(montant_demande_cents)::float8 AS now FROM dossier WHERE etat <> 'BROUILLON'`
    expect(now).toBe(campagne + 100)
  })

  test('the bar moves to its end and never back', async () => {
    const seen: number[] = []
    const chemin = path.join(monde.dir, 'barre.xlsx')
    await construireRapport(deps(), { ...construit, chemin }, (faits, total) => {
      expect(total).toBe(2 * DOSSIERS)
      seen.push(faits)
    })
    expect(seen).toHaveLength(DOSSIERS + 1)
    expect(seen.every((faits, i) => faits > (seen[i - 1] ?? 0))).toBe(true)
    expect(seen.at(-1)).toBe(2 * DOSSIERS)
  })

  test('run twice it does nothing more; run twice at once, one file and one entry come of it', async () => {
    const id = await demander()
    const both = await Promise.allSettled([produireRapport(deps(), id), produireRapport(deps(), id)])
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    for (const one of both) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict)
    const { version } = await read(id)
    await produireRapport(deps(), id)
    expect((await read(id)).version).toBe(version)
    expect(await monde.db.entreeJournal.count({ where: { objetId: id, acte: 'produireRapport' } })).toBe(1)
    expect(readdirSync(path.join(monde.dir, 'tmp'))).toEqual([])
  })

  test('a rapport of a type that this version does not know is refused, and nothing is written for it', async () => {
    const id = await demander()
    await monde.db.rapport.update({ where: { id }, data: { type: 'bilan' } })
    await expect(produireRapport(deps(), id)).rejects.toBeInstanceOf(NotFound)
    expect(await read(id)).toMatchObject({ etat: 'EN_ATTENTE', version: 0 })
  })

  test('a rapport given up says why and has no file; a draft is in none', async () => {
    const id = await demander()
    await abandonnerRapport(deps(), id, 'plus de place')
    expect(await read(id)).toMatchObject({ etat: 'ECHEC', erreur: 'plus de place' })
    await expect(fichierRapport(monde.db, await unAgentEnBase(monde.db, 'LECTEUR'), id)).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  test('what failed is asked for again, of the same things, under the day of that; nothing else is', async () => {
    const id = await demander()
    const agent = await unAgentEnBase(monde.db, 'RESPONSABLE')
    expect(await redemanderRapport(deps(), agent, id)).toEqual({ ok: false, reason: 'PAS_EN_ECHEC' })
    await abandonnerRapport(deps(), id, 'plus de place')
    const exportVoulu = { seanceId: 'x', campagnes: [null] }
    await monde.db.rapport.update({ where: { id }, data: { nomFichier: 'budget-2024-12-31.xlsx', exportVoulu } })
    const answer = await redemanderRapport(deps(), agent, id)
    if (!answer.ok) throw new Error(answer.reason)
    expect(await read(answer.value.id)).toMatchObject({
      ...{ etat: 'EN_ATTENTE', type: 'budget', demandeParId: agent.id, erreur: null },
      ...{ nomFichier: 'budget-2025-06-02.xlsx', exportVoulu, campagneId: (await read(id)).campagneId },
    })
    expect(await read(id)).toMatchObject({ etat: 'ECHEC', erreur: 'plus de place' })
    const lecteur = await unAgentEnBase(monde.db, 'LECTEUR')
    await expect(redemanderRapport(deps(), lecteur, id)).rejects.toBeInstanceOf(Forbidden)
    await expect(redemanderRapport(deps(), agent, randomUUID())).rejects.toBeInstanceOf(NotFound)
  })

  test('the entries of the journal are asked for again by who may search it, under a name that keeps its kind', async () => {
    const id = await demander()
    const data = { type: 'journal', etat: 'ECHEC', nomFichier: 'journal-2025-01-01.csv' } as const
    await monde.db.rapport.update({ where: { id }, data: { ...data, campagneId: null } })
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    await expect(redemanderRapport(deps(), agent, id)).rejects.toBeInstanceOf(Forbidden)
    const answer = await redemanderRapport(deps(), await unAgentEnBase(monde.db, 'ADMIN'), id)
    if (!answer.ok) throw new Error(answer.reason)
    expect(await read(answer.value.id)).toMatchObject({ nomFichier: 'journal-2025-06-02.csv', campagneId: null })
  })

  test('a lecteur may not ask, an unknown campagne is not found, and nothing is written', async () => {
    const before = await monde.db.rapport.count()
    const lecteur = await unAgentEnBase(monde.db, 'LECTEUR')
    await expect(demanderRapport(deps(), lecteur, demande)).rejects.toBeInstanceOf(Forbidden)
    const agent = await unAgentEnBase(monde.db, 'RESPONSABLE')
    await expect(demanderRapport(deps(), agent, { ...demande, campagneCode: 'MEI-1900' })).rejects.toBeInstanceOf(
      NotFound,
    )
    expect(await demanderRapport(deps(), agent, { type: 'budget' })).toEqual({
      ok: false,
      reason: 'CAMPAGNE_MANQUANTE',
    })
    expect(await monde.db.rapport.count()).toBe(before)
    await expect(produireRapport(deps(), randomUUID())).rejects.toBeInstanceOf(NotFound)
    expect(existsSync(path.join(monde.dir, 'barre.xlsx.part'))).toBe(false)
  })
})

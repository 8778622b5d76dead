import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { RYTHME } from '#domain/courriel/suspension'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { logger } from '#infra/logger'
import { diskStorage } from '#infra/storage'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { abandonnerCourriel } from '#usecases/courriel/abandonner-courriel'
import { envoyerCourrielRetenu } from '#usecases/courriel/envoyer-courriel-retenu'
import { constaterRemise } from '#usecases/courriel/constater-remise'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refermerDeverrouillage } from '#usecases/deverrouillage/refermer-deverrouillage'
import { suivreComplements } from '#usecases/complement/suivre-complements'
import { HANDLERS } from '#workers/handlers/index'
import type { HandlerDeps } from '#workers/define-handler'
import { libererParUneAutre, VOTE } from '#support/vote'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { ownDb } from '#support/own-db'
import { NOW, unAgent, unDossier } from '../dossier/faits'

const MINUTE = 60_000
const JOUR = 24 * 60 * MINUTE

describe('a mail that waits, at its departure', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let agent: Agent
  let chef: Agent
  let instant = NOW
  const partis: string[] = []
  let deps: HandlerDeps

  beforeAll(async () => {
    own = await ownDb()
    agent = await unAgent(own.db)
    chef = await unAgent(own.db, 'RESPONSABLE')
    deps = {
      db: own.db,
      storage: diskStorage(own.dataDir),
      antivirus: null,
      queueOf: () => {
        throw new Error('no queue here')
      },
      mailer: {
        send: ({ id }: { id: string }) => {
          partis.push(id)
          return Promise.resolve({ pris: PRIS })
        },
        close: () => undefined,
      },
      now: () => instant,
      rythme: RYTHME,
      tmp: own.dataDir,
      outbox: '/nulle-part',
    }
  })
  afterAll(() => own.drop())
  beforeEach(() => {
    instant = NOW
    partis.length = 0
  })

  const attendre = (ms: number) => {
    instant = new Date(instant.getTime() + ms)
  }
  const partir = (courrielId: string) =>
    HANDLERS['courriel.envoyer'].work.run({ courrielId }, { ...deps, log: logger.child({}, { level: 'silent' }) })
  const courrielDe = (dossierId: string) =>
    own.db.courriel.findFirstOrThrow({ where: { dossierId }, orderBy: { creeLe: 'desc' } })
  const actes = async (objetId: string) =>
    (await own.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })).map(({ acte }) => acte)
  const vise = async (id: string) => {
    const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id } })
    return { dossierId: id, version }
  }
  const OUVERTURE = {
    sections: ['BUDGET'] as const,
    champs: [],
    pieces: [],
    motif: 'Le budget est à corriger.',
    echeance: '2025-05-20',
  }

  test('an opening that was closed meanwhile is not announced: its mail is held, and the dossier tells it', async () => {
    const { id } = await unDossier(own.db)
    expect(await deverrouillerDossier(deps, agent, { ...(await vise(id)), ...OUVERTURE })).toMatchObject({ ok: true })
    attendre(2 * MINUTE)
    expect(await refermerDeverrouillage(deps, agent, await vise(id))).toMatchObject({ ok: true })
    attendre(3 * MINUTE)
    const courriel = await courrielDe(id)
    await partir(courriel.id)
    expect(partis).toEqual([])
    expect(await courrielDe(id)).toMatchObject({ etat: 'RETENU', motifRetenue: 'FAIT_CADUC', tentatives: 0 })
    expect(await actes(id)).toContain('retenirCourriel')
    await partir(courriel.id)
    expect((await actes(id)).filter((acte) => acte === 'retenirCourriel')).toHaveLength(1)

    const retenu = { courrielId: courriel.id, version: (await courrielDe(id)).version }
    expect(await envoyerCourrielRetenu(deps, agent, retenu)).toEqual({ ok: false, reason: 'MOTIF_NON_PASSABLE' })
    expect(await abandonnerCourriel(deps, agent, retenu)).toMatchObject({ ok: true })
    expect(await courrielDe(id)).toMatchObject({ etat: 'ANNULE', motifRetenue: null })
    expect(await abandonnerCourriel(deps, agent, retenu)).toEqual({ ok: false, reason: 'COURRIEL_PAS_RETENU' })
    expect((await actes(id)).at(-1)).toBe('abandonnerCourriel')
  })

  test('an opening still open is announced', async () => {
    const { id } = await unDossier(own.db)
    await deverrouillerDossier(deps, agent, { ...(await vise(id)), ...OUVERTURE })
    attendre(5 * MINUTE)
    const courriel = await courrielDe(id)
    await partir(courriel.id)
    expect(partis).toEqual([courriel.id])
  })

  test('a queue that was down lets no date that has passed leave; an officer who has read it may, for that reason alone', async () => {
    const { id } = await unDossier(own.db, { etat: 'COMPLET' })
    await own.db.dossier.update({ where: { id }, data: { projetFin: new Date('2024-11-20') } })
    expect(
      await accorderDossier(deps, chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n }),
    ).toMatchObject({
      ok: true,
    })
    await libererParUneAutre(deps, id)
    const courriel = await courrielDe(id)
    expect(courriel.texte).toContain('avant le 19\u00a0mai\u00a02025')
    expect(courriel).toMatchObject({ etat: 'A_ENVOYER', echeances: [new Date('2025-05-19')] })
    attendre(6.75 * JOUR)
    await partir(courriel.id)
    expect(partis).toEqual([])
    const retenu = await courrielDe(id)
    expect(retenu).toMatchObject({ etat: 'RETENU', motifRetenue: 'ECHEANCE_PASSEE' })

    const lecteur = await unAgent(own.db, 'LECTEUR')
    const { version } = retenu
    await expect(envoyerCourrielRetenu(deps, lecteur, { courrielId: courriel.id, version })).rejects.toThrow(Forbidden)
    await expect(envoyerCourrielRetenu(deps, agent, { courrielId: courriel.id, version: version - 1 })).rejects.toThrow(
      Conflict,
    )
    expect(await envoyerCourrielRetenu(deps, agent, { courrielId: courriel.id, version })).toMatchObject({ ok: true })
    attendre(3 * JOUR)
    await partir(courriel.id)
    expect([partis, (await courrielDe(id)).motifRetenue]).toEqual([[], 'FAIT_ANCIEN'])
    const encore = await courrielDe(id)
    await envoyerCourrielRetenu(deps, agent, { courrielId: courriel.id, version: encore.version })
    await partir(courriel.id)
    expect(partis).toEqual([courriel.id])
  })

  test('an address from which our last mail came back is not written to again by itself', async () => {
    const contactCourriel = 'perdue@exemple.test'
    const { id } = await unDossier(own.db, { contactCourriel })
    await deverrouillerDossier(deps, agent, { ...(await vise(id)), ...OUVERTURE })
    const premier = await courrielDe(id)
    await partir(premier.id)
    await own.db.courriel.update({ where: { id: premier.id }, data: { etat: 'ENVOYE', envoyeLe: instant } })
    const remise = { action: 'failed', codeStatut: '5.1.1', diagnostic: '550 5.1.1 User unknown' } as const
    await own.db.$transaction(async (tx) => {
      const courriel = await tx.courriel.findUniqueOrThrow({ where: { id: premier.id } })
      await constaterRemise(tx, { courriel, remise, parJeton: true }, instant)
    })
    const { id: autre } = await unDossier(own.db, { contactCourriel })
    await deverrouillerDossier(deps, agent, { ...(await vise(autre)), ...OUVERTURE })
    const retenu = await courrielDe(autre)
    expect(retenu).toMatchObject({ etat: 'RETENU', motifRetenue: 'ADRESSE_EN_ECHEC' })
    expect(await own.db.outboxJob.count({ where: { payload: { path: ['courrielId'], equals: retenu.id } } })).toBe(0)
  })

  test('a request that was answered while its mail waited is not made again; a reminder of what is old is held', async () => {
    const { id } = await unDossier(own.db)
    const elements = [{ code: 'RIB', constat: 'pièce absente', aFaire: 'envoyez le RIB' }]
    const demande = { elements, limite: '2025-05-30', remplace: null, cles: [] }
    await demanderComplements(deps, agent, { ...(await vise(id)), ...demande })
    const courriel = await courrielDe(id)
    expect(courriel.echeances).toContainEqual(new Date('2025-05-30'))
    await own.db.demandeComplement.updateMany({ where: { dossierId: id }, data: { etat: 'LEVEE' } })
    attendre(5 * MINUTE)
    await partir(courriel.id)
    expect([partis, (await courrielDe(id)).motifRetenue]).toEqual([[], 'FAIT_CADUC'])

    await own.db.demandeComplement.updateMany({ where: { dossierId: id }, data: { etat: 'OUVERTE' } })
    attendre(34 * JOUR)
    await suivreComplements(deps)
    const relance = await courrielDe(id)
    expect(relance).toMatchObject({ modele: 'relance', etat: 'RETENU', motifRetenue: 'FAIT_ANCIEN' })
  })
})

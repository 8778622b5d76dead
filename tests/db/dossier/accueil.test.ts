import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { TUILES, type Tuile } from '#libelles/accueil'
import { cadre } from '#queries/cadre/cadre'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { bannetteCourriels, BannetteCourrielsParams } from '#queries/courriel/bannette-courriels'
import { courrielsEnEchec } from '#queries/courriel/courriels-en-echec'
import { courrielsRecus, CourrielsRecusParams } from '#queries/courriel-recu/courriels-recus'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { bannettePreProjets, BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { ownDb } from '#support/own-db'
import { unPreProjet } from '../bannette/faits'
import { jour, NOW, unAgent, uneCampagne, unDossier } from './faits'

describe('the first page', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let moi: Agent
  let collegue: Agent
  const regard = () => ({ moi: moi.id, now: NOW })

  beforeAll(async () => {
    world = await ownDb()
    const { db } = world
    moi = await unAgent(db)
    collegue = await unAgent(db, 'INSTRUCTEUR', 'Dominique')
    const campagneId = (await uneCampagne(db)).id
    const un = async (data: object, voulu: Parameters<typeof unDossier>[1] = {}) => {
      const { id } = await unDossier(db, { campagneId, ...voulu })
      await db.dossier.update({ where: { id }, data })
      return id
    }
    const [aMoi, aLui] = [{ agentId: moi.id }, { agentId: collegue.id }]
    const retard = { complementLimite: jour('2025-05-12') }
    const proche = { rejetImpliciteLe: jour('2025-05-20') }
    await un({})
    await un(aMoi)
    await un({ ...aMoi, nbAControler: 1 }, { etat: 'INCOMPLET' })
    await un({ ...aMoi, ...retard }, { etat: 'INCOMPLET' })
    await un({ ...aMoi, complementLimite: jour('2025-05-30') }, { etat: 'INCOMPLET' })
    await un({ ...aMoi, ...proche, recevabilite: 'A_VERIFIER' }, { etat: 'COMPLET' })
    await un({ ...aLui, ...proche }, { etat: 'EN_INSTRUCTION' })
    await un({ ...aLui, ...retard }, { etat: 'INCOMPLET', ouvertJusqua: new Date(NOW.getTime() + 3_600_000) })
    const decide = await un({ ...aLui, rejetImpliciteLe: null }, { etat: 'ACCORDE' })
    // Its mail is not there to tell it.
    await db.decision.create({
      data: {
        ...{
          dossierId: decide,
          nature: 'ACCORDE',
          montantCents: 1n,
          vote: 'NON_RENSEIGNE',
          priseParId: moi.id,
          priseLe: NOW,
        },
        ...{ avecCourriel: true, etatAvant: 'EN_INSTRUCTION' },
      },
    })
    const relu = await un({ ...aLui, rejetImpliciteLe: null }, { etat: 'ACCORDE' })
    const deliberation = { deliberationReference: '2025-104', deliberationLe: NOW, deliberationExecutoireLe: NOW }
    const { id: aRelire } = await db.decision.create({
      data: {
        ...{
          dossierId: relu,
          nature: 'ACCORDE',
          montantCents: 1n,
          vote: 'HORS_SEANCE',
          priseParId: moi.id,
          priseLe: NOW,
        },
        ...{ ...deliberation, avecCourriel: true, etatAvant: 'EN_INSTRUCTION' },
      },
    })
    const dossierId = await un({})
    await unPreProjet(db)
    await unPreProjet(db, { horsDelai: true })
    const { id } = await unPreProjet(db)
    await db.preProjet.update({ where: { id }, data: aMoi })
    const courriel = (rang: number, data: object) => ({
      cleUnique: `essai/${rang}`,
      modele: 'message_libre',
      destinataire: 'ines@exemple.test',
      sujet: `Essai ${rang}`,
      texte: '',
      html: '',
      dossierId,
      acteurType: 'SYSTEME' as const,
      acteur: 'Le système',
      ...data,
    })
    await db.courriel.createMany({
      data: [
        courriel(1, { partirLe: new Date('2025-05-14T06:30:00Z') }),
        courriel(2, { etat: 'RETENU', motifRetenue: 'ANCIEN' }),
        courriel(7, {
          ...{ etat: 'RETENU', motifRetenue: 'A_RELIRE', dossierId: relu },
          cleUnique: `decision/${aRelire}`,
        }),
        courriel(3, { etat: 'ECHEC', cause: 'REFUSE', echecLe: NOW }),
        courriel(4, { etat: 'NON_REMIS', envoyeLe: NOW }),
        courriel(5, { etat: 'NON_REMIS', envoyeLe: NOW, regleLe: NOW }),
        courriel(6, { etat: 'ENVOYE', envoyeLe: NOW }),
      ],
    })
    await db.courrielRecu.create({
      data: {
        suite: 'A_REPONDRE',
        messageId: 'question@exemple.test',
        empreinte: 'e',
        cle: 'c',
        nomFichier: 'question.eml',
        taille: 1,
        de: 'ines@exemple.test',
        sujet: 'Une question',
        recuLe: NOW,
        nature: 'AUTRE',
        motifNature: '',
      },
    })
  })
  afterAll(() => world.drop())

  /** How many the list of this address holds. */
  async function total(vers: string): Promise<number> {
    const { db } = world
    const { pathname, searchParams } = new URL(vers, 'http://exemple.test')
    const dite = Object.fromEntries(searchParams)
    switch (pathname) {
      case '/dossiers':
        return (await bannetteDossiers(db, BannetteDossiersParams.parse(dite), regard())).total
      case '/pre-projets':
        return (await bannettePreProjets(db, BannettePreProjetsParams.parse(dite), moi.id)).total
      case '/courriels/echecs':
        return (await courrielsEnEchec(db)).reduce((somme, { nombre }) => somme + nombre, 0)
      case '/courriels':
        return dite['sens'] === 'recus'
          ? (await courrielsRecus(db, CourrielsRecusParams.parse(dite))).total
          : (await bannetteCourriels(db, BannetteCourrielsParams.parse(dite))).total
      default:
        throw new Error(`no list is at ${pathname}`)
    }
  }

  test.each(Object.keys(TUILES) as Tuile[])('%s is the count of the list it opens, which holds some', async (nom) => {
    const { tuiles } = await tableauDeBord(world.db, regard())
    expect(tuiles[nom]).toBe(await total(TUILES[nom].vers))
    expect(tuiles[nom]).toBeGreaterThan(0)
  })

  test('the figures of the rail are the counts of the lists they open', async () => {
    expect(await cadre(world.db, NOW, moi.id)).toMatchObject({
      dossiers: await total('/dossiers?vue=a-faire'),
      preProjets: await total('/pre-projets?vue=a-traiter'),
      courrielsAVoir: await total('/courriels?suite=a-voir'),
    })
    expect(await total('/courriels?suite=a-voir')).toBe(4)
  })

  test('each figure of the load is the count of the list it opens; nobody is said last', async () => {
    const { charge } = await tableauDeBord(world.db, regard())
    expect(charge.map(({ agent }) => agent?.id ?? null)).toEqual([moi.id, collegue.id, null])
    for (const { agent, aFaire, rejets, retards } of charge) {
      const de = `agent=${agent?.id ?? 'personne'}`
      expect([aFaire, rejets, retards]).toEqual([
        await total(`/dossiers?vue=a-faire&${de}`),
        await total(`/dossiers?vue=rejet-proche&${de}`),
        await total(`/dossiers?vue=delai-depasse&${de}`),
      ])
    }
  })

  test('what is remembered is not said of other facts, nor of another agent', async () => {
    const avant = await tableauDeBord(world.db, regard())
    const lui = await tableauDeBord(world.db, { moi: collegue.id, now: NOW })
    expect(lui.tuiles.mesDossiers).toBe(2)
    const { id } = await world.db.dossier.findFirstOrThrow({ where: { agentId: null, etat: 'DEPOSE' } })
    await world.db.dossier.update({ where: { id }, data: { agentId: moi.id } })
    const apres = await tableauDeBord(world.db, regard())
    expect(apres.tuiles.mesDossiers).toBe(avant.tuiles.mesDossiers + 1)
    expect(apres.charge[0]?.aFaire).toBe((avant.charge[0]?.aFaire ?? 0) + 1)
    expect(apres.miens[0]?.rejetImpliciteLe).toEqual(jour('2025-05-20'))
    expect(apres.fichesMiennes).toHaveLength(1)
    expect(apres.aVenir.map(({ sujet }) => sujet)).toEqual(['Essai 1'])
    expect(apres.questions).toMatchObject([{ sujet: 'Une question', de: 'ines@exemple.test', recuLe: NOW }])
    expect(apres.mentions).toEqual([])
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { A_COMPLETER } from '#domain/courriel/message'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'
import { pageTextesTypes, textesOfferts } from '#queries/texte-type/textes-types'
import { SIGNATAIRE } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { preparerCampagne } from '#usecases/campagne/preparer-campagne'
import {
  ecrireTexteType,
  modifierTexteType,
  remettreTexteType,
  retirerTexteType,
} from '#usecases/texte-type/regler-textes-types'
import { unPreProjet } from '../bannette/faits'
import { NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

let world: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
beforeAll(async () => {
  world = await ownDb()
  chef = await unAgent(world.db, 'RESPONSABLE')
})
afterAll(() => world.drop())

const deps = (): Deps => ({ db: world.db, now: () => NOW })

const saisi = (nom: string, change: { campagne?: string; corps?: string } = {}) =>
  ({ usage: 'MESSAGE', nom, corps: 'Bien reçu.', campagne: '', ...change }) as const

const leTexte = async (nom: string) => {
  const { usages, retires } = await pageTextesTypes(world.db)
  const texte = [...usages.flatMap(({ textes }) => textes), ...retires].find((un) => un.nom === nom)
  if (!texte) throw new Error(`no text: ${nom}`)
  return texte
}
const nomsOfferts = async (vise: Parameters<typeof textesOfferts>[2]) =>
  (await textesOfferts(world.db, 'MESSAGE', vise)).map(({ nom }) => nom)

/** What was refused left the words and the journal as they were. */
async function rienEcrit(faire: () => Promise<unknown>) {
  const etat = async () => [await pageTextesTypes(world.db), await world.db.entreeJournal.count()]
  const avant = await etat()
  await faire()
  expect(await etat()).toEqual(avant)
}

test('words are added, changed, come back to, retired and offered again; each version and each act is kept', async () => {
  expect(await ecrireTexteType(deps(), chef, saisi('Accusé'))).toEqual({ ok: true, value: { nom: 'Accusé' } })
  const { id } = await leTexte('Accusé')
  const neuf = { id, nom: 'Accusé', campagne: '', corps: 'Reçu\u00a0: {numero}.' }
  expect(await modifierTexteType(deps(), chef, { ...neuf, version: 1 })).toMatchObject({ ok: true })
  expect((await leTexte('Accusé')).versions.map(({ numero, corps, agent }) => [numero, corps, agent])).toEqual([
    [2, 'Reçu\u00a0: {numero}.', `${chef.prenom} ${chef.nom}`],
    [1, 'Bien reçu.', `${chef.prenom} ${chef.nom}`],
  ])
  await retirerTexteType(deps(), chef, { id, version: 2 })
  expect(await nomsOfferts({})).not.toContain('Accusé')
  await rienEcrit(async () => {
    expect(await modifierTexteType(deps(), chef, { ...neuf, corps: 'Non.', version: 3 })).toMatchObject({
      reason: 'RETIRE',
    })
    expect(await retirerTexteType(deps(), chef, { id, version: 3 })).toMatchObject({ reason: 'RIEN_N_A_CHANGE' })
  })
  await remettreTexteType(deps(), chef, { id, version: 3 })
  expect(await nomsOfferts({})).toContain('Accusé')
  const actes = await world.db.entreeJournal.findMany({ where: { objetId: id }, orderBy: { id: 'asc' } })
  expect(actes.map(({ acte }) => acte)).toEqual([
    'ecrireTexteType',
    'modifierTexteType',
    'retirerTexteType',
    'remettreTexteType',
  ])
  expect(actes[1]?.detail).toMatchObject({ corpsAvant: 'Bien reçu.', corps: 'Reçu\u00a0: {numero}.' })
})

test('what is refused writes nothing: a name alike in the same place, an older version, who may not', async () => {
  await ecrireTexteType(deps(), chef, saisi('Éligibilité'))
  const { id, version } = await leTexte('Éligibilité')
  const { code } = await uneCampagne(world.db)
  await rienEcrit(async () => {
    expect(await ecrireTexteType(deps(), chef, saisi('ELIGIBILITE'))).toMatchObject({ reason: 'NOM_PRIS' })
    expect(await ecrireTexteType(deps(), chef, saisi('Autre', { campagne: 'X' }))).toMatchObject({
      reason: 'CAMPAGNE_INCONNUE',
    })
    const vise = { id, version: version + 1 }
    await expect(retirerTexteType(deps(), chef, vise)).rejects.toThrow(Conflict)
    await expect(remettreTexteType(deps(), chef, { ...vise, id: chef.id })).rejects.toThrow(NotFound)
    for (const role of ['LECTEUR', 'INSTRUCTEUR'] as const) {
      const autre = { ...chef, role }
      await expect(ecrireTexteType(deps(), autre, saisi('Neuf'))).rejects.toThrow(Forbidden)
      await expect(retirerTexteType(deps(), autre, { id, version })).rejects.toThrow(Forbidden)
    }
  })
  expect(await ecrireTexteType(deps(), chef, saisi('Éligibilité', { campagne: code }))).toMatchObject({ ok: true })
  await retirerTexteType(deps(), chef, { id, version })
  expect(await ecrireTexteType(deps(), chef, saisi('eligibilite'))).toMatchObject({ ok: true })
  await rienEcrit(async () => {
    expect(await remettreTexteType(deps(), chef, { id, version: version + 1 })).toMatchObject({ reason: 'NOM_PRIS' })
  })
})

test('a dossier, a fiche and a lot are offered what is of all campagnes and of theirs, in the words of what is written about', async () => {
  const [mienne, autre] = [await uneCampagne(world.db), await uneCampagne(world.db)]
  const corps = '{numero} {objet} {structure}'
  await ecrireTexteType(deps(), chef, saisi('De la mienne', { campagne: mienne.code, corps }))
  await ecrireTexteType(deps(), chef, saisi('D’une autre', { campagne: autre.code }))
  const dossier = await unDossier(world.db, { campagneId: mienne.id })
  const { numero, objet, structure } = await world.db.dossier.findUniqueOrThrow({
    where: { id: dossier.id },
    select: { numero: true, objet: true, structure: true },
  })
  const { id: preProjetId } = await unPreProjet(world.db, { campagneId: mienne.id })
  const fiche = await world.db.preProjet.findUniqueOrThrow({ where: { id: preProjetId } })
  const recu = await world.db.courrielRecu.findFirstOrThrow({ where: { preProjetId } })
  const mots = async (vise: Parameters<typeof textesOfferts>[2]) => {
    expect(await nomsOfferts(vise)).not.toContain('D’une autre')
    return (await textesOfferts(world.db, 'MESSAGE', vise)).find(({ nom }) => nom === 'De la mienne')?.corps
  }
  const duDossier = `${numero ?? ''} ${objet} ${structure.nom}`
  expect(await mots({ dossierId: dossier.id })).toBe(duDossier)
  expect(await mots({ numero: numero ?? '' })).toBe(duDossier)
  const deLaFiche = `${A_COMPLETER} ${fiche.titre} ${fiche.structureNom}`
  expect(await mots({ preProjetId })).toBe(deLaFiche)
  expect(await mots({ courrielRecuId: recu.id })).toBe(deLaFiche)
  expect(await mots({})).toBeUndefined()

  const etranger = await unDossier(world.db, { campagneId: autre.id })
  const unLot = (dossiers: { id: string }[]) =>
    world.db.lotActes.create({
      data: {
        ...{ acte: 'ecrireMessage', parId: chef.id, creeLe: NOW },
        lignes: { create: dossiers.map(({ id }, rang) => ({ dossierId: id, rang })) },
      },
      select: { id: true },
    })
  expect(await mots({ lotId: (await unLot([dossier])).id })).toBe(corps)
  expect(await mots({ lotId: (await unLot([dossier, etranger])).id })).toBeUndefined()
})

test('the campagne of the next year begins with a copy of what the one before offers', async () => {
  const { code } = await uneCampagne(world.db, { reglages: { signataire: SIGNATAIRE } })
  await ecrireTexteType(deps(), chef, saisi('À reprendre', { campagne: code }))
  await ecrireTexteType(deps(), chef, saisi('À laisser', { campagne: code }))
  await retirerTexteType(deps(), chef, { id: (await leTexte('À laisser')).id, version: 1 })
  const { version } = await campagneDuCode(world.db, code)
  const suivante = await preparerCampagne(deps(), chef, { depuis: code, version, saisie: {} })
  if (!suivante.ok) throw new Error(suivante.reason)
  const copies = await world.db.texteType.findMany({
    where: { campagne: { code: suivante.value.code } },
    select: { nom: true, version: true, versions: { select: { numero: true } } },
  })
  expect(copies).toEqual([{ nom: 'À reprendre', version: 1, versions: [{ numero: 1 }] }])
})

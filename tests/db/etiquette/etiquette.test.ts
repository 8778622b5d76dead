import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { Conflict, NotFound } from '#infra/errors'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { etiquettesCampagne, etiquettesOffertes } from '#queries/etiquette/etiquettes-campagne'
import { ownDb } from '#support/own-db'
import { etiqueterDossier } from '#usecases/etiquette/etiqueter-dossier'
import {
  ajouterEtiquette,
  archiverEtiquette,
  deplacerEtiquette,
  modifierEtiquette,
  reprendreEtiquette,
} from '#usecases/etiquette/regler-etiquettes'
import { nothingWritten, NOW, race, unAgent, uneCampagne, unDossier } from '../dossier/faits'
import { lotsDans } from '../lot-actes/faits-lots'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const lots = lotsDans(() => own.db, deps)

/** A campagne with these étiquettes, and who set them. */
async function desEtiquettes(...noms: string[]) {
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const { id: campagneId, code } = await uneCampagne(own.db)
  for (const nom of noms) await ajouterEtiquette(deps(), chef, { code, nom, couleur: 'ROUGE' })
  const lues = await etiquettesCampagne(own.db, code)
  const idDe = (nom: string) => lues.find((une) => une.nom === nom)?.id ?? ''
  return { chef, campagneId, code, idDe }
}

test('the étiquettes of a campagne that is put away are not set', async () => {
  const { chef, campagneId, code, idDe } = await desEtiquettes('Un')
  await own.db.campagne.update({ where: { id: campagneId }, data: { etat: 'ARCHIVEE', fermeeLe: NOW } })
  const visee = { code, etiquetteId: idDe('Un'), version: 0 }
  const avant = await etiquettesCampagne(own.db, code)
  const refus = { ok: false, reason: 'CAMPAGNE_ARCHIVEE' }
  expect(await ajouterEtiquette(deps(), chef, { code, nom: 'Deux', couleur: 'VERT' })).toEqual(refus)
  expect(await modifierEtiquette(deps(), chef, { ...visee, nom: 'Autre', couleur: 'VERT' })).toEqual(refus)
  expect(await archiverEtiquette(deps(), chef, visee)).toEqual(refus)
  expect(await reprendreEtiquette(deps(), chef, visee)).toEqual(refus)
  expect(await deplacerEtiquette(deps(), chef, { ...visee, sens: 'MONTER' })).toEqual(refus)
  expect(await etiquettesCampagne(own.db, code)).toEqual(avant)
})

test('a campagne keeps its étiquettes in order: named, coloured, moved, put away and taken up again, each in its journal', async () => {
  const { chef, code, campagneId, idDe } = await desEtiquettes('Un', 'Deux', 'Trois')
  const visee = (nom: string, version = 0) => ({ code, etiquetteId: idDe(nom), version })
  expect(await modifierEtiquette(deps(), chef, { ...visee('Deux'), nom: 'un', couleur: 'VERT' })).toMatchObject({
    reason: 'NOM_DEJA_PRIS',
  })
  expect(await modifierEtiquette(deps(), chef, { ...visee('Deux'), nom: 'DEUX', couleur: 'VERT' })).toMatchObject({
    ok: true,
  })
  await deplacerEtiquette(deps(), chef, { ...visee('Trois'), sens: 'MONTER' })
  await archiverEtiquette(deps(), chef, visee('Un'))
  expect((await etiquettesCampagne(own.db, code)).map((une) => [une.nom, une.couleur, une.archivee])).toEqual([
    ['Un', 'ROUGE', true],
    ['Trois', 'ROUGE', false],
    ['DEUX', 'VERT', false],
  ])
  await reprendreEtiquette(deps(), chef, visee('Un', 1))
  expect((await etiquettesCampagne(own.db, code)).filter(({ archivee }) => archivee)).toEqual([])
  await expect(archiverEtiquette(deps(), chef, visee('Un', 0))).rejects.toBeInstanceOf(Conflict)
  const autre = await desEtiquettes('Ailleurs')
  const ailleurs = { ...visee('Un'), etiquetteId: autre.idDe('Ailleurs') }
  await expect(archiverEtiquette(deps(), chef, ailleurs)).rejects.toBeInstanceOf(NotFound)
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: campagneId }, orderBy: { id: 'asc' } })
  expect(entrees.map(({ acte, detail }) => [acte, Reflect.get(Object(detail), 'fait')])).toEqual(
    ['AJOUTEE', 'AJOUTEE', 'AJOUTEE', 'MODIFIEE', 'DEPLACEE', 'ARCHIVEE', 'REPRISE'].map((fait) => [
      'reglerEtiquette',
      fait,
    ]),
  )
})

test('only who sets a campagne sets its étiquettes, and of two who add one name one does', async () => {
  const { chef, code } = await desEtiquettes()
  const instructeur = await unAgent(own.db)
  const nouvelle = { code, nom: 'Urgent', couleur: 'ROUGE' } as const
  expect(() => ajouterEtiquette(deps(), instructeur, nouvelle)).toThrow(Forbidden)
  const ajouter = () => ajouterEtiquette(deps(), chef, nouvelle)
  const { won, lost } = await race(ajouter, ajouter)
  expect([won.length, lost]).toEqual([1, [{ ok: false, reason: 'NOM_DEJA_PRIS' }]])
})

test('a dossier has exactly those that were chosen, at the version that was seen; a reader puts none', async () => {
  const { campagneId, chef, code, idDe } = await desEtiquettes('Un', 'Deux', 'Trois')
  await archiverEtiquette(deps(), chef, { code, etiquetteId: idDe('Trois'), version: 0 })
  const [agent, lecteur] = [await unAgent(own.db), await unAgent(own.db, 'LECTEUR')]
  const { id: dossierId, version } = await unDossier(own.db, { campagneId })
  expect((await etiquettesOffertes(own.db, dossierId)).map(({ nom }) => nom)).toEqual(['Un', 'Deux'])
  const poser =
    (qui: typeof agent, vue: number, ...noms: string[]) =>
    () =>
      etiqueterDossier(deps(), qui, { dossierId, version: vue, etiquetteIds: noms.map(idDe) })
  expect(await nothingWritten(own.db, dossierId, poser(lecteur, version, 'Un'))).toBeInstanceOf(Forbidden)
  expect(await nothingWritten(own.db, dossierId, poser(agent, version, 'Trois'))).toMatchObject({
    reason: 'ETIQUETTE_ARCHIVEE',
  })
  expect(await poser(agent, version, 'Un')()).toMatchObject({ ok: true })
  expect(await nothingWritten(own.db, dossierId, poser(agent, version, 'Deux'))).toBeInstanceOf(Conflict)
  expect(await poser(agent, version + 1, 'Deux')()).toMatchObject({ ok: true })
  const posees = await own.db.etiquetteDeDossier.findMany({ where: { dossierId }, include: { etiquette: true } })
  expect(posees.map(({ etiquette, parId, le }) => [etiquette.nom, parId, le])).toEqual([['Deux', agent.id, NOW]])
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } })
  expect(entrees.map(({ acte, detail }) => [acte, detail])).toEqual([
    ['etiqueter', { ajoutees: ['Un'], retirees: [] }],
    ['etiqueter', { ajoutees: ['Deux'], retirees: ['Un'] }],
  ])
})

test('by lot each dossier has the étiquette of that name of its own campagne, beside those it has; or is left, with why', async () => {
  const [ici, la, sans] = [await desEtiquettes('À voir', 'Autre'), await desEtiquettes('a VOIR'), await desEtiquettes()]
  const agent = await unAgent(own.db)
  const dossiers = await Promise.all([ici, la, sans].map(({ campagneId }) => unDossier(own.db, { campagneId })))
  const dossierIds = dossiers.map(({ id }) => id)
  const [premier] = dossiers
  const vise = { dossierId: premier?.id ?? '', version: premier?.version ?? 0 }
  await etiqueterDossier(deps(), agent, { ...vise, etiquetteIds: [ici.idDe('Autre')] })
  const champs = { etiquette: 'À voir' }
  const lot = await lots.faire(agent, { acte: 'etiqueter', champs, dossierIds })
  expect(lot.lignes.map(({ etat, motif }) => motif ?? etat)).toEqual([
    'FAITE',
    'FAITE',
    'La campagne de ce dossier n’a pas cette étiquette.',
  ])
  const lues = () =>
    own.db.etiquetteDeDossier.findMany({ where: { dossierId: { in: dossierIds } }, select: { etiquetteId: true } })
  expect((await lues()).map(({ etiquetteId }) => etiquetteId).toSorted()).toEqual(
    [ici.idDe('À voir'), ici.idDe('Autre'), la.idDe('a VOIR')].toSorted(),
  )
  const retrait = await lots.faire(agent, { acte: 'retirerEtiquette', champs, dossierIds })
  expect(retrait.lignes.map(({ etat, motif }) => motif ?? etat)).toEqual([
    'FAITE',
    'FAITE',
    'Rien ne change pour ce dossier.',
  ])
  expect(await lues()).toEqual([{ etiquetteId: ici.idDe('Autre') }])
})

test('the bannette shows them in order and narrows by name; its menu follows what a campagne offers', async () => {
  const { chef, campagneId, code, idDe } = await desEtiquettes('Rare un', 'Rare deux')
  const { id: dossierId, version } = await unDossier(own.db, { campagneId })
  await unDossier(own.db, { campagneId })
  const montrer = async (etiquette?: string) => {
    const params = BannetteDossiersParams.parse({ campagne: code, vue: 'tous', ...(etiquette && { etiquette }) })
    const { lignes, total, menus } = await bannetteDossiers(own.db, params, { moi: chef.id, now: NOW })
    return {
      total,
      lignes: lireLignesDossiers(lignes),
      rares: menus.etiquettes.filter((nom) => nom.startsWith('Rare')),
    }
  }
  expect(await montrer('rare DEUX')).toMatchObject({ total: 0, rares: ['Rare deux', 'Rare un'] })
  await etiqueterDossier(deps(), chef, { dossierId, version, etiquetteIds: [idDe('Rare deux'), idDe('Rare un')] })
  const { total, lignes } = await montrer('rare DEUX')
  expect([total, lignes[0]?.etiquettes]).toEqual([
    1,
    [
      { nom: 'Rare un', couleur: 'ROUGE' },
      { nom: 'Rare deux', couleur: 'ROUGE' },
    ],
  ])
  expect((await montrer()).lignes.map(({ etiquettes }) => etiquettes.length).toSorted()).toEqual([0, 2])
  await archiverEtiquette(deps(), chef, { code, etiquetteId: idDe('Rare un'), version: 0 })
  expect(await montrer('rare un')).toMatchObject({ total: 1, rares: ['Rare deux'] })
  await own.db.etiquetteDeDossier.deleteMany({ where: { dossierId } })
  expect((await montrer('rare un')).total).toBe(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Genre } from '#domain/structure/genre'
import { apercuOuverture } from '#queries/extranet/apercu-ouverture'
import { campagneAnnoncee } from '#queries/extranet/campagnes-annoncees'
import { ouvrirCampagnes, regler } from '#support/campagnes'
import { ownDb } from '#support/own-db'

const NOW = new Date('2027-05-06T09:05:00Z')
const STATUTS = 'Statuts datés et signés par le Président'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
  await ouvrirCampagnes(own.db, 2027, {})
})
afterAll(() => own.drop())

const lire = (genre: Genre | null) => campagneAnnoncee(own.db, 'JUM-2027', { now: NOW, genre })

/** What a structure of this genre reads before it asks for its account. */
async function nonDemande(genre: Genre) {
  const vu = await apercuOuverture(own.db, {
    ...{ prenom: 'Anne', nom: 'Pruvost', courriel: 'anne@exemple.test', fonction: 'Maire', role: 'REDACTEUR' },
    ...{ siret: '13002526500013', genre, raisonSociale: 'Commune de Bajus', adresse: '1 place de la Mairie' },
    ...{ codePostal: '62150', commune: 'Bajus' },
  })
  if (!vu.ok) throw new Error(JSON.stringify(vu.phrases))
  return vu.apercu.nonDemande
}

test('a commune is told what is asked of others and not of it, as the matrix in force says it', async () => {
  const { epargnees, pieces } = await lire('commune')
  expect(epargnees).toContain(STATUTS)
  expect(epargnees).toContain('Récépissé de déclaration à la Préfecture')
  expect(epargnees.filter((nom) => pieces?.some((piece) => piece.nom === nom))).toEqual([])
  expect((await lire('association')).epargnees).not.toContain(STATUTS)
  expect((await lire(null)).epargnees).toEqual([])
  const dit = await nonDemande('commune')
  expect(dit).toContain('Aucun procès-verbal d’assemblée générale n’est demandé à une commune.')
  for (const nom of epargnees) expect(dit).toContain(nom)
  expect(await nonDemande('association')).not.toContain(STATUTS)
})

test('what one open campagne asks of it is no more spared before the account; a campagne that is closed asks nothing', async () => {
  const { id } = await own.db.campagne.findUniqueOrThrow({ where: { code: 'MEI-2027' } })
  const { id: exigencesId } = await own.db.versionExigences.findFirstOrThrow({ where: { campagneId: id } })
  await own.db.pieceAttendue.create({
    data: { exigencesId, genre: 'commune', code: 'STATUTS', exigence: 'SI_PERTINENT', rang: 90 },
  })
  expect(await nonDemande('commune')).not.toContain(STATUTS)
  expect((await lire('commune')).epargnees).toContain(STATUTS)
  await own.db.campagne.update({ where: { id }, data: { etat: 'FERMEE', fermeeLe: NOW } })
  expect(await nonDemande('commune')).toContain(STATUTS)
})

test('the text of its règlement is read there part by part; a campagne that gives none shows none', async () => {
  expect((await lire(null)).texte).toEqual([])
  await regler(own.db, { texteReglement: 'Article 1 : Qui\nLes communes.\n- de moins de 500 habitants' })
  expect((await lire(null)).texte).toEqual([
    { sorte: 'TITRE', mots: 'Article 1 : Qui' },
    { sorte: 'PARAGRAPHE', mots: 'Les communes.' },
    { sorte: 'LISTE', points: ['de moins de 500 habitants'] },
  ])
})

test('a campagne that names no genre is open to all, and says so; its séances are dates of its page', async () => {
  await regler(own.db, { genresEligibles: [], commissionLe: '2027-10-12', seancesCp: ['2027-11-08'] })
  const { faits, dates, genres } = await lire(null)
  expect(Object.fromEntries(faits)['Qui peut demander']).toBe('toutes les structures, quelle que soit leur nature')
  expect(genres).toContain('particulier')
  expect(dates).toEqual(
    expect.arrayContaining([
      ['Avis de la commission', '12 octobre 2027'],
      ['Vote de la Commission permanente', '8 novembre 2027'],
    ]),
  )
})

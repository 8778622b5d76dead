import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CERTIFICATION_DIRIGEANT } from '#domain/demandeur/proconnect'
import { comptesAOuvrir } from '#queries/ouverture-de-compte/comptes-a-ouvrir'
import { comptesExtranet } from '#queries/demandeur/comptes-extranet'
import { unMondeProConnect } from './monde'

const [SIRET, AILLEURS] = ['74842491800039', '22620001200012']

describe('a représentant légal who proves it by ProConnect', () => {
  const { monde, relie, unNavigateur } = unMondeProConnect({ web: () => import('#web/deps') })
  const page = '/extranet/relier-proconnect'

  async function unRepresentant(role: 'REPRESENTANT_LEGAL' | 'REDACTEUR' = 'REPRESENTANT_LEGAL', siret = SIRET) {
    const { db } = monde.own
    const { qui, sub } = await relie()
    const { id: structureId } = await db.structure.upsert({
      where: { siret },
      create: { siret, nom: 'Les Amis de Lens', nomPlie: 'les amis de lens', genre: 'association' },
      update: {},
    })
    await db.membreDeStructure.create({ data: { demandeurId: qui.id, structureId, role, depuisLe: new Date() } })
    const navigateur = unNavigateur()
    await navigateur.ouvrir(qui.id)
    Object.assign(monde.fournisseur.etat, { acr: CERTIFICATION_DIRIGEANT, change: {} })
    Object.assign(monde.fournisseur.etat.chez, { sub, siret })
    const certifier = async (voulu = siret) => {
      const { vers } = await navigateur.demander('relier-proconnect.tsx', page, { intent: 'certifier', siret: voulu })
      return navigateur.revenir((await navigateur.chez(vers ?? '')).vers)
    }
    return { qui, navigateur, certifier }
  }
  const preuves = (demandeurId: string) => monde.own.db.preuveDeRepresentant.findMany({ where: { demandeurId } })

  test('the assurance is asked in this journey alone, kept with when and by whom, and shown to the officers', async () => {
    const { qui, navigateur, certifier } = await unRepresentant()
    expect(await certifier()).toMatchObject({ vers: page })
    const claims = monde.fournisseur.etat.recus.at(-1)?.get('claims') ?? ''
    expect(JSON.parse(claims)).toEqual({ id_token: { acr: { essential: true, value: CERTIFICATION_DIRIGEANT } } })
    const { issuer } = monde.fournisseur
    const preuve = { siret: SIRET, issuer, acr: CERTIFICATION_DIRIGEANT, prenom: 'Anne', nom: 'Pruvost' }
    expect(await preuves(qui.id)).toMatchObject([preuve])
    expect(await monde.own.db.entreeJournal.findMany({ where: { acte: 'certifierRepresentant' } })).toMatchObject([
      { objetId: qui.id, acteurId: qui.id, detail: { siret: SIRET, issuer } },
    ])
    const { comptes } = await comptesExtranet(monde.own.db, { q: '', structure: null, compte: qui.id })
    expect(comptes[0]?.membreDe).toMatchObject([{ preuve: { prenom: 'Anne', nom: 'Pruvost' } }])
    const lue = await navigateur.demander('relier-proconnect.tsx', page)
    expect(lue.lu).toMatchObject({ structures: [{ siret: SIRET, prouveeLe: expect.any(Date) as Date }] })
    expect(await certifier()).toMatchObject({ vers: page })
    expect(await preuves(qui.id)).toHaveLength(1)
  })

  test('who asks to be one proves it before an officer answers, and the answer stays the officer’s', async () => {
    const { qui, certifier } = await unRepresentant('REDACTEUR')
    monde.fournisseur.etat.chez.siret = AILLEURS
    await monde.own.db.ouvertureDeCompte.create({
      data: {
        ...{ prenom: 'Anne', nom: 'Pruvost', courriel: qui.courriel, fonction: 'Présidente', siret: AILLEURS },
        ...{ role: 'REPRESENTANT_LEGAL', genre: 'association', raisonSociale: 'Autre', confirmation: randomUUID() },
        ...{ confirmationExpireLe: new Date(), demandeeLe: new Date(), confirmeeLe: new Date(), etat: 'A_TRAITER' },
      },
    })
    expect(await certifier(AILLEURS)).toMatchObject({ vers: page })
    const { lignes } = await comptesAOuvrir(monde.own.db, new Date())
    expect(lignes).toMatchObject([{ siret: AILLEURS, etat: 'A_TRAITER', preuve: { nom: 'Pruvost' } }])
    expect(await monde.own.db.membreDeStructure.count({ where: { demandeurId: qui.id } })).toBe(1)
  })

  test('a SIRET that is not the structure’s is refused', async () => {
    const { qui, certifier } = await unRepresentant()
    monde.fournisseur.etat.chez.siret = AILLEURS
    expect(await certifier()).toMatchObject({ statut: 400, lu: { refus: 'AUTRE_SIRET', connecte: true } })
    expect(await preuves(qui.id)).toEqual([])
  })

  test.each([
    ['missing', undefined],
    ['another', 'eidas1'],
  ])('an assurance that is %s in the id_token proves nothing, though it was asked', async (_dit, acr) => {
    const { qui, certifier } = await unRepresentant()
    monde.fournisseur.changerIdToken((jeton) => monde.fournisseur.signer(jeton, { acr }))
    expect(await certifier()).toMatchObject({ statut: 400, lu: { refus: 'SANS_PREUVE' } })
    expect(await preuves(qui.id)).toEqual([])
  })

  test('what a colleague proves is not theirs', async () => {
    const { qui, certifier } = await unRepresentant()
    monde.fournisseur.etat.chez.sub = randomUUID()
    expect(await certifier()).toMatchObject({ statut: 400, lu: { refus: 'AUTRE_IDENTITE' } })
    expect(await preuves(qui.id)).toEqual([])
  })

  test('who is no représentant légal of it proves nothing', async () => {
    const { qui, certifier } = await unRepresentant('REDACTEUR')
    expect(await certifier()).toMatchObject({ statut: 400, lu: { refus: 'PAS_REPRESENTANT' } })
    expect(await preuves(qui.id)).toEqual([])
  })
})

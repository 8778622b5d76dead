import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recherchePartout } from '#queries/cadre/recherche-partout'
import { ownDb } from '#support/own-db'
import { unAgent, uneCampagne, unDossier } from '../dossier/faits'
import { CHAMPS, lu, unPreProjet } from './faits'

describe('the one box', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let numero: string
  beforeAll(async () => {
    world = await ownDb()
    const campagneId = (await uneCampagne(world.db)).id
    const vise = await unDossier(world.db, { campagneId })
    numero = vise.numero ?? ''
    await world.db.dossier.update({
      where: { id: vise.id },
      data: {
        objet: 'Chorale',
        villePartenaire: 'Kraków',
        structure: { update: { nom: 'Lycée Œuvre', siret: '82811035300020' } },
      },
    })
    const autre = await unDossier(world.db, { campagneId })
    await world.db.dossier.update({ where: { id: autre.id }, data: { objet: `Suite de ${numero}` } })
    await unDossier(world.db, { campagneId, etat: 'BROUILLON' })
    await unPreProjet(world.db, { champs: { ...CHAMPS, titre: lu('Orchestre d’été') } })
    await unAgent(world.db, 'INSTRUCTEUR', 'Zoé')
    await world.db.courriel.create({
      data: {
        cleUnique: 'essai/1',
        modele: 'message_libre',
        destinataire: 'zelie@exemple.test',
        sujet: 'Votre budget_2025',
        texte: '',
        html: '',
        acteurType: 'SYSTEME',
        acteur: 'Le système',
      },
    })
  })
  afterAll(() => world.drop())
  const textes = async (q: string) =>
    Object.fromEntries(
      Object.entries(await recherchePartout(world.db, q)).flatMap(([genre, lignes]) =>
        lignes.length > 0 ? [[genre, lignes.map(({ texte }) => texte)]] : [],
      ),
    )

  test('a dossier is found by its number, its structure, its SIRET or its place, and comes before those that cite it', async () => {
    const chorale = `${numero} · Chorale`
    for (const q of ['œuvre', 'oeuvre lycee', '828 110 353 00020', 'krakow'])
      expect((await textes(q))['dossiers'], q).toEqual([chorale])
    expect((await textes(numero))['dossiers']?.[0]).toBe(chorale)
    expect((await textes(numero))['dossiers']).toHaveLength(2)
  })

  test('words beside a number say what to do with its dossier', async () => {
    expect((await textes(`déverrouiller ${numero}`))['actes']).toEqual(['Déverrouiller'])
    expect((await textes(`${numero} accorder`))['actes']).toEqual(['Décider'])
    expect((await textes(numero))['actes']).toContain('Contrôler les pièces')
    expect((await recherchePartout(world.db, `accorder ${numero}`)).actes[0]?.vers).toBe(`/dossiers/${numero}/decision`)
    expect((await textes('décider 2099-99999'))['actes']).toBeUndefined()
  })

  test('fiches, mails and agents are found too; % and _ mean themselves, and one letter finds nothing', async () => {
    expect(await textes('orchestre')).toEqual({ fiches: ['Orchestre d’été'] })
    expect(await textes('budget_2025')).toEqual({ envoyes: ['Votre budget_2025'] })
    expect(await textes('budget%2025')).toEqual({})
    expect(await textes('ZOE')).toEqual({ agents: ['Zoé Essai'] })
    expect(await textes('z')).toEqual({})
  })
})

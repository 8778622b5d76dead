import { toDate } from '#domain/temps/jour'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { lireChamps } from '#domain/pre-projet/champs'
import { Conflict, NotFound } from '#infra/errors'
import { apercuReponse, instructionPreProjet } from '#queries/pre-projet/instruction-pre-projet'
import { fichePreProjet } from '#queries/pre-projet/fiche-pre-projet'
import { courrielRecu, pieceJointe } from '#queries/courriel-recu/originaux-recus'
import { ownDb } from '#support/own-db'
import { clorePreProjet, rouvrirPreProjet } from '#usecases/pre-projet/clore-pre-projet'
import { confirmerChamp, confirmerChampsSurs } from '#usecases/pre-projet/confirmer-champ'
import { rendreAvis } from '#usecases/pre-projet/rendre-avis'
import { NOW, unAgent, uneCampagne } from '../dossier/faits'
import { CHAMPS, lu, unPreProjet } from './faits'

describe('une fiche pré-projet', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let agent: Agent
  const now = () => NOW
  const deps = () => ({ db: world.db, now })
  const row = (id: string) => world.db.preProjet.findUniqueOrThrow({ where: { id } })
  const vise = async (id: string) => ({ preProjetId: id, version: (await row(id)).version })
  const journal = (objetId: string) => world.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })

  beforeAll(async () => {
    world = await ownDb()
    agent = await unAgent(world.db)
  })
  afterAll(() => world.drop())

  test('a field that is corrected keeps what was read, says who, leaves what is to be read again, and sorts anew', async () => {
    const { id } = await unPreProjet(world.db)
    const { id: structureId } = await world.db.structure.create({
      data: { nom: 'Les Amis', nomPlie: 'les amis', genre: 'association', siret: '82811035300020' },
    })
    expect((await row(id)).aRelire).toEqual(['siret', 'montantSouhaite'])
    await confirmerChamp(deps(), agent, { ...(await vise(id)), champ: 'siret', texte: '828 110 353 00020' })
    await confirmerChamp(deps(), agent, { ...(await vise(id)), champ: 'montantSouhaite', texte: '4 500,50 €' })

    const apres = await row(id)
    expect(apres).toMatchObject({
      siret: '82811035300020',
      montantSouhaiteCents: 450_050n,
      aRelire: [],
      agentId: agent.id,
      structureId,
    })
    expect(lireChamps(apres.champs).siret).toMatchObject({
      valeur: '82811035300020',
      valeurLue: '82811035300021',
      confirme: { par: 'Camille Essai', le: NOW.toISOString() },
    })
    expect((await journal(id)).map(({ detail }) => detail)).toEqual([
      { champ: 'siret', avant: '82811035300021', apres: '82811035300020' },
      { champ: 'montantSouhaite', avant: null, apres: '450050' },
    ])
  })

  test('a value that is not one is refused and writes nothing; an emptied field is an answer', async () => {
    const { id } = await unPreProjet(world.db)
    const avant = await row(id)
    const refus = [
      ['siret', '82811035300021', 'SIRET_INVALIDE'],
      ['montantSouhaite', 'beaucoup', 'MONTANT_INVALIDE'],
      ['dateDebut', '31/02/2025', 'JOUR_INVALIDE'],
      ['courriel', 'ines', 'COURRIEL_INVALIDE'],
      ['nbJeunes', '-4', 'NOMBRE_INVALIDE'],
    ] as const
    for (const [champ, texte, reason] of refus)
      expect(await confirmerChamp(deps(), agent, { ...(await vise(id)), champ, texte })).toEqual({ ok: false, reason })
    expect(await row(id)).toEqual(avant)
    expect(await journal(id)).toEqual([])

    await confirmerChamp(deps(), agent, { ...(await vise(id)), champ: 'siret', texte: ' ' })
    expect(await row(id)).toMatchObject({ siret: null, aRelire: ['montantSouhaite'] })
  })

  test('all that was read without doubt is confirmed at once, and the doubtful is left', async () => {
    const { id } = await unPreProjet(world.db)
    expect(await confirmerChampsSurs(deps(), agent, await vise(id))).toMatchObject({ ok: true })
    const champs = lireChamps((await row(id)).champs)
    expect(champs.titre?.confirme?.par).toBe('Camille Essai')
    expect(champs.siret?.confirme).toBeUndefined()
    expect((await row(id)).aRelire).toEqual(['siret', 'montantSouhaite'])
    expect(await confirmerChampsSurs(deps(), agent, await vise(id))).toEqual({ ok: false, reason: 'AUCUN_CHAMP_SUR' })
  })

  test('the mail of an avis is the one that was shown, asks for the pièces of the genre, and is promised', async () => {
    const { id: campagneId } = await uneCampagne(world.db)
    await world.db.campagne.update({ where: { id: campagneId }, data: { echeanceDepot: toDate('2025-09-30') } })
    const { id } = await unPreProjet(world.db, { campagneId })
    const { proposes } = await instructionPreProjet(world.db, id, '2025-05-13')
    const texte = `Beau projet.\n\n${proposes.FAVORABLE}`
    const vu = await apercuReponse(world.db, agent, { preProjetId: id, avis: 'FAVORABLE', corps: texte })
    const empreinte = vu.ok ? vu.value.empreinte : ''
    await rendreAvis(deps(), agent, { ...(await vise(id)), avis: 'FAVORABLE', texte, vu: empreinte })

    const courriel = await world.db.courriel.findFirstOrThrow({ where: { preProjetId: id } })
    expect(vu).toMatchObject({ ok: true, value: { etat: 'AVIS_RENDU' } })
    if (!vu.ok || !vu.value.courriel) throw new Error('nothing to show')
    const { signature, echeances, ...mots } = vu.value.courriel
    expect(courriel).toMatchObject({ ...mots, signe: true, echeances: echeances.map(toDate), creeLe: NOW })
    expect(mots.texte).toContain(signature.nom)
    expect(courriel.destinataire).toBe('ines@exemple.test')
    expect(courriel.texte).toContain('RIB')
    expect(courriel.texte).not.toContain('Programme')
    expect(await row(id)).toMatchObject({
      etat: 'AVIS_RENDU',
      avis: 'FAVORABLE',
      avisTexte: texte,
      avisLe: NOW,
    })
    const promesses = await world.db.outboxJob.findMany({ where: { payload: { equals: { courrielId: courriel.id } } } })
    expect(promesses).toHaveLength(1)
  })

  test('without an address of contact, the answer goes to who sent the fiche; without any, nothing leaves', async () => {
    const champs = { ...CHAMPS, courriel: lu(null) }
    const texte = 'Le budget manque, merci de le joindre.'
    const rendre = async (expediteur: string) => {
      const { id } = await unPreProjet(world.db, { champs, expediteur })
      await rendreAvis(deps(), agent, { ...(await vise(id)), avis: 'A_RETRAVAILLER', texte })
      expect((await row(id)).etat).toBe('A_RETRAVAILLER')
      return (await world.db.courriel.findMany({ where: { preProjetId: id } })).map(({ destinataire }) => destinataire)
    }
    expect(await rendre('secretariat@exemple.test')).toEqual(['secretariat@exemple.test'])
    expect(await rendre('')).toEqual([])
  })

  test('a bare « à retravailler » is refused, a closed fiche too, until it is reopened', async () => {
    const { id } = await unPreProjet(world.db)
    const rendre = async (texte: string) =>
      rendreAvis(deps(), agent, { ...(await vise(id)), avis: 'A_RETRAVAILLER', texte })
    expect(await rendre('non')).toEqual({ ok: false, reason: 'AVIS_TROP_COURT' })
    await clorePreProjet(deps(), agent, await vise(id))
    expect(await rendre('Précisez le budget.')).toEqual({ ok: false, reason: 'FICHE_CLOSE' })
    await rouvrirPreProjet(deps(), agent, await vise(id))
    expect(await rendre('Précisez le budget.')).toMatchObject({ ok: true })
    expect((await journal(id)).map(({ acte }) => acte)).toEqual([
      'clorePreProjet',
      'rouvrirPreProjet',
      'examinerPreProjet',
    ])
  })

  test('of two officers at once one wins, and who looked at an old page is told', async () => {
    const { id } = await unPreProjet(world.db)
    const visee = { ...(await vise(id)), champ: 'ville' as const }
    const both = await Promise.allSettled(
      ['Herne', 'Bochum'].map((texte) => confirmerChamp(deps(), agent, { ...visee, texte })),
    )
    expect(both.filter(({ status }) => status === 'rejected')).toEqual([
      { status: 'rejected', reason: expect.any(Conflict) as Conflict },
    ])
    expect(await journal(id)).toHaveLength(1)
    await expect(rendreAvis(deps(), agent, { ...visee, avis: 'FAVORABLE', texte: '' })).rejects.toThrow(Conflict)
    expect(await world.db.courriel.count({ where: { preProjetId: id } })).toBe(0)
  })

  test('a LECTEUR reads and changes nothing', async () => {
    const { id } = await unPreProjet(world.db)
    const lecteur = await unAgent(world.db, 'LECTEUR')
    const visee = await vise(id)
    await expect(confirmerChamp(deps(), lecteur, { ...visee, champ: 'ville', texte: 'x' })).rejects.toThrow(Forbidden)
    await expect(confirmerChampsSurs(deps(), lecteur, visee)).rejects.toThrow(Forbidden)
    await expect(rendreAvis(deps(), lecteur, { ...visee, avis: 'FAVORABLE', texte: '' })).rejects.toThrow(Forbidden)
    await expect(clorePreProjet(deps(), lecteur, visee)).rejects.toThrow(Forbidden)
    const apercu = apercuReponse(world.db, lecteur, { preProjetId: id, avis: 'FAVORABLE', corps: '' })
    await expect(apercu).rejects.toThrow(Forbidden)
  })

  test('the page says what the values say together; files of another fiche are not found through it', async () => {
    const { id, courriels } = await unPreProjet(world.db)
    const autre = await unPreProjet(world.db)
    const { verifications } = await fichePreProjet(world.db, id, '2025-05-13')
    expect(verifications.map(({ constat }) => constat)).toEqual([
      'PROJET_DEJA_RECU',
      'CLE_FAUSSE',
      'STRUCTURE_CONNUE',
      'GENRE_CONFIRME',
      'A_VENIR',
      'INCOMPLET',
    ])
    const [courriel] = courriels
    const pieceId = courriel?.pieces[0]?.id ?? ''
    expect(await pieceJointe(world.db, { courriel: { preProjetId: id }, pieceId })).toMatchObject({ nom: 'fiche.pdf' })
    await expect(pieceJointe(world.db, { courriel: { preProjetId: autre.id }, pieceId })).rejects.toThrow(NotFound)
    const courrielId = courriel?.id ?? ''
    await expect(courrielRecu(world.db, { id: courrielId, preProjetId: autre.id })).rejects.toThrow(NotFound)
    await expect(fichePreProjet(world.db, courrielId, '2025-05-13')).rejects.toThrow(NotFound)
  })
})

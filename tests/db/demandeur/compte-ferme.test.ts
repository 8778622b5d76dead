import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { plier } from '#domain/texte'
import { Conflict, NotFound } from '#infra/errors'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { demandeurDeSession } from '#infra/stores/demandeur/session-demandeur'
import { comptesExtranet } from '#queries/demandeur/comptes-extranet'
import { comptesAOuvrir } from '#queries/ouverture-de-compte/comptes-a-ouvrir'
import { membresDeLaStructure } from '#queries/extranet/membres-structure'
import { ownDb } from '#support/own-db'
import { choisirMotDePasse } from '#usecases/demandeur/choisir-mot-de-passe'
import { fermerDemandeur, rouvrirDemandeur } from '#usecases/demandeur/fermer-demandeur'
import { ecrireLienDeDemandeur, genererMotDePasse } from '#usecases/demandeur/generer-mot-de-passe'
import { retirerMembre } from '#usecases/demandeur/retirer-membre'
import { connecterDemandeur } from '#usecases/demandeur/se-connecter'
import { accepterAdhesion } from '#usecases/ouverture-de-compte/accepter-adhesion'
import { accepterOuverture } from '#usecases/ouverture-de-compte/accepter-ouverture'
import { hashJeton } from '#infra/jeton'
import { unAgent } from '../dossier/faits'

const MOT = 'quatre chevaux bleus dorment'
const SIRET = '74842491800039'

describe('an account of the extranet that an officer closes', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let agent: Agent
  let structureId = ''
  let motDePasse = ''
  let rang = 0
  const now = () => new Date()
  const deps = () => ({ db: own.db, now })

  beforeAll(async () => {
    own = await ownDb()
    agent = await unAgent(own.db)
    motDePasse = await hashMotDePasse(MOT)
    const nom = 'Comité de Lens'
    const creee = await own.db.structure.create({
      data: { nom, siret: SIRET, nomPlie: plier(nom), genre: 'association' },
    })
    structureId = creee.id
  })
  afterAll(() => own.drop())

  const unCompte = (role: 'REPRESENTANT_LEGAL' | 'REDACTEUR' = 'REDACTEUR') =>
    own.db.demandeur.create({
      data: {
        ...{ courriel: `${randomUUID()}@exemple.test`, prenom: 'Anne', nom: 'Pruvost', creeLe: now(), motDePasse },
        membreDe: { create: { structureId, role, depuisLe: now() } },
      },
    })
  const viser = ({ id, version }: { id: string; version: number }, apres = 0) => ({
    demandeurId: id,
    version: version + apres,
  })
  const connecter = (courriel: string, mot = MOT) =>
    connecterDemandeur(deps(), { courriel, motDePasse: mot, ip: `192.0.2.${(rang += 1)}` })
  const session = async (demandeurId: string) => {
    const id = randomUUID()
    const expireLe = new Date(now().getTime() + 3_600_000)
    await own.db.sessionDemandeur.create({ data: { id, demandeurId, creeLe: now(), vuLe: now(), expireLe } })
    return id
  }

  test('its sessions and its link end at once; the right password is answered as a wrong one, and the act is in the journal', async () => {
    const compte = await unCompte()
    const ouverte = await session(compte.id)
    const jeton = randomUUID()
    await own.db.demandeur.update({
      where: { id: compte.id },
      data: { activation: hashJeton(jeton), activationExpireLe: new Date(now().getTime() + 3_600_000) },
    })
    expect(await fermerDemandeur(deps(), agent, viser(compte))).toEqual({ ok: true, value: true })
    expect(await own.db.sessionDemandeur.count({ where: { demandeurId: compte.id } })).toBe(0)
    expect(await demandeurDeSession(own.db, ouverte, now())).toBeNull()
    expect(await choisirMotDePasse(deps(), { jeton, motDePasse: 'le phare garde trois bateaux' })).toEqual({
      ok: false,
      reason: 'LIEN_INCONNU',
    })
    const inconnu = await connecter('personne@exemple.test')
    expect(inconnu).toEqual({ ok: false, reason: 'IDENTIFIANTS_INCONNUS' })
    expect(await connecter(compte.courriel)).toEqual(inconnu)
    expect(await fermerDemandeur(deps(), agent, viser(compte, 1))).toEqual({ ok: false, reason: 'DEJA_FERME' })
    expect(
      await own.db.entreeJournal.findFirstOrThrow({ where: { objetId: compte.id }, orderBy: { id: 'desc' } }),
    ).toMatchObject({ acte: 'fermerDemandeur', acteurId: agent.id, objet: 'demandeur' })
  })

  test('a password asked for is answered the same, and no mail is written; a session or a link that came meanwhile opens nothing', async () => {
    const compte = await unCompte()
    await fermerDemandeur(deps(), agent, viser(compte))
    const demander = (courriel: string) => genererMotDePasse(deps(), { courriel, ip: `192.0.2.${(rang += 1)}` })
    expect(await demander(compte.courriel)).toEqual(await demander('personne@exemple.test'))
    await ecrireLienDeDemandeur(deps(), {
      ...{ demandeId: randomUUID(), demandeurId: compte.id, demandeLe: now().getTime() },
    })
    expect(await own.db.courriel.count({ where: { destinataire: compte.courriel } })).toBe(0)
    const tardive = await session(compte.id)
    expect(await demandeurDeSession(own.db, tardive, now())).toBeNull()
    const jeton = randomUUID()
    const lien = { activation: hashJeton(jeton), activationExpireLe: new Date(now().getTime() + 3_600_000) }
    await own.db.demandeur.update({ where: { id: compte.id }, data: lien })
    expect(await choisirMotDePasse(deps(), { jeton, motDePasse: 'le phare garde trois bateaux' })).toMatchObject({
      reason: 'LIEN_INCONNU',
    })
    expect(await rouvrirDemandeur(deps(), agent, viser(compte, 1))).toEqual({ ok: true, value: true })
    expect(await demandeurDeSession(own.db, tardive, now())).toBeNull()
    expect(await connecter(compte.courriel)).toMatchObject({ ok: true })
  })

  test('only who may, and only as the page showed it', async () => {
    const compte = await unCompte()
    const lecteur = await unAgent(own.db, 'LECTEUR')
    await expect(fermerDemandeur(deps(), lecteur, viser(compte))).rejects.toThrow(Forbidden)
    await expect(rouvrirDemandeur(deps(), lecteur, viser(compte))).rejects.toThrow(Forbidden)
    await expect(fermerDemandeur(deps(), agent, viser(compte, 3))).rejects.toThrow(Conflict)
    await expect(fermerDemandeur(deps(), agent, { demandeurId: randomUUID(), version: 0 })).rejects.toThrow(NotFound)
    expect(await rouvrirDemandeur(deps(), agent, viser(compte))).toEqual({ ok: false, reason: 'DEJA_OUVERT' })
  })

  test('who asks to join with it waits for an officer, who opens it again first; no member reads of it, and it counts for no représentant', async () => {
    const [anne, closed] = [await unCompte('REPRESENTANT_LEGAL'), await unCompte('REPRESENTANT_LEGAL')]
    await fermerDemandeur(deps(), agent, viser(closed))
    const siret = '35600000000048'
    const ouverture = (pour: string) =>
      own.db.ouvertureDeCompte.create({
        data: {
          ...{ prenom: 'Lise', nom: 'Caron', courriel: closed.courriel, fonction: 'Trésorière', siret: pour },
          ...{ role: 'REDACTEUR', genre: 'autre_public', confirmation: randomUUID(), confirmationExpireLe: now() },
          ...{ demandeeLe: now(), confirmeeLe: now(), etat: 'A_TRAITER', raisonSociale: 'Une poste' },
        },
      })
    const une = await ouverture(SIRET)
    const page = await membresDeLaStructure(own.db, { demandeurId: anne.id, structureId })
    expect(page.demandes).toEqual([])
    const visee = { ouvertureId: une.id, version: 0, role: 'LECTEUR' } as const
    await expect(accepterAdhesion(deps(), demandeurDe(anne), visee)).rejects.toThrow(NotFound)
    const ailleurs = await ouverture(siret)
    const choix = {
      ouvertureId: ailleurs.id,
      version: 0,
      structureId: null,
      role: 'LECTEUR',
      genre: 'autre_public',
    } as const
    expect(await accepterOuverture(deps(), agent, choix)).toEqual({ ok: false, reason: 'COMPTE_FERME' })
    expect(await own.db.structure.count({ where: { siret } })).toBe(0)
    const lignes = (await comptesAOuvrir(own.db, now())).lignes
    expect(lignes.find(({ id }) => id === une.id)?.compte).toMatchObject({ id: closed.id, actif: false })
    const soi = { structureId, membreId: anne.id, version: 0 }
    expect(await retirerMembre(deps(), demandeurDe(anne), soi)).toEqual({ ok: false, reason: 'DERNIER_REPRESENTANT' })
    // Who is signed in as it is closed does nothing more.
    const vise = { structureId, membreId: closed.id, version: 0 }
    await expect(retirerMembre(deps(), demandeurDe(closed), { ...vise, membreId: anne.id })).rejects.toThrow(NotFound)
  })

  test('an officer finds an account by its name, its address, its structure or its SIRET, and reads no secret of it', async () => {
    const compte = await unCompte()
    const chercher = async (voulus: { q?: string; structure?: string }) => {
      const lus = await comptesExtranet(own.db, { q: '', structure: null, compte: null, ...voulus })
      return lus.comptes.some(({ id }) => id === compte.id)
    }
    for (const q of ['pruv', compte.courriel.toUpperCase(), 'COMITÉ DE LENS', '748 424 918 00039'])
      expect([q, await chercher({ q })]).toEqual([q, true])
    expect(await chercher({ structure: structureId })).toBe(true)
    for (const q of ['%', 'Liévin']) expect([q, await chercher({ q })]).toEqual([q, false])
    expect(await chercher({ structure: randomUUID() })).toBe(false)
    const lus = await comptesExtranet(own.db, { q: '', structure: null, compte: compte.id })
    expect(lus.comptes).toMatchObject([{ etat: 'OUVERT', membreDe: [{ role: 'REDACTEUR' }] }])
    expect(JSON.stringify(lus)).not.toContain('argon2')
  })
})

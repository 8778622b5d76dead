import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SANS_AFFINAGE } from '#support/demande-en-ligne/affinage'
import type { Demandeur } from '#domain/acces/acteur'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { plier } from '#domain/texte'
import { Conflict, NotFound } from '#infra/errors'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { membresDeLaStructure } from '#queries/extranet/membres-structure'
import { comptesAOuvrir } from '#queries/ouverture-de-compte/comptes-a-ouvrir'
import { ownDb } from '#support/own-db'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'
import { retirerMembre } from '#usecases/demandeur/retirer-membre'
import { accepterAdhesion } from '#usecases/ouverture-de-compte/accepter-adhesion'
import { accepterOuverture } from '#usecases/ouverture-de-compte/accepter-ouverture'
import { refuserOuverture } from '#usecases/ouverture-de-compte/refuser-ouverture'
import type { DepsWeb } from '#web/deps'
import type * as Extranet from '#web/session-demandeur'
import { unAgent } from '../dossier/faits'

/** Two sites of one body, of which the first is known, and one of another. */
const [SIRET, AUTRE_SITE, AILLEURS] = ['74842491800039', '74842491800013', '22620001200012'] as const

type Args = LoaderFunctionArgs & ActionFunctionArgs

describe('who is in a structure, said by who may sign for it', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let deps: DepsWeb
  let aux: typeof Extranet
  let sienne = ''
  let voisine = ''
  let anne: Demandeur
  let marc: Demandeur

  const structure = async (nom: string, siret: string) =>
    (await own.db.structure.create({ data: { nom, siret, nomPlie: plier(nom), genre: 'association' } })).id
  const membreDe = async (structureId: string, role: RoleMembre, courriel = `${randomUUID()}@exemple.test`) =>
    demandeurDe(
      await own.db.demandeur.create({
        data: {
          ...{ courriel, prenom: 'Anne', nom: 'Pruvost', creeLe: new Date() },
          membreDe: { create: { structureId, role, depuisLe: new Date() } },
        },
      }),
    )
  /** Somebody asks for an account, of the structure of this SIRET; their address is confirmed. */
  const demande = (siret: string, dit: { courriel?: string; role?: RoleMembre; etat?: 'A_CONFIRMER' } = {}) =>
    own.db.ouvertureDeCompte.create({
      data: {
        ...{ prenom: 'Lise', nom: 'Caron', courriel: `${randomUUID()}@exemple.test`, fonction: 'Trésorière', siret },
        ...{ role: 'REDACTEUR', genre: 'association', confirmation: randomUUID(), confirmationExpireLe: new Date() },
        ...{ demandeeLe: new Date(), confirmeeLe: new Date(), etat: 'A_TRAITER', ...dit },
      },
    })
  const viser = ({ id, version }: { id: string; version: number }) => ({ ouvertureId: id, version })
  const roleDe = async (courriel: string, structureId = sienne) =>
    (await own.db.membreDeStructure.findFirst({ where: { structureId, demandeur: { courriel } } }))?.role
  const page = (qui: Demandeur) => membresDeLaStructure(own.db, { demandeurId: qui.id, structureId: sienne })

  beforeAll(async () => {
    own = await ownDb()
    deps = (await import('#web/deps')).deps
    aux = await import('#web/session-demandeur')
    ;[sienne, voisine] = [await structure('Comité de Lens', SIRET), await structure('Comité de Liévin', AILLEURS)]
    anne = await membreDe(sienne, 'REPRESENTANT_LEGAL')
    marc = await membreDe(voisine, 'REPRESENTANT_LEGAL')
  })
  afterAll(async () => {
    await deps.db.$disconnect()
    await own.drop()
  })

  test('the représentant légal reads who asks to join this structure, once confirmed; nobody else reads it', async () => {
    const [une, autreSite] = [await demande(SIRET), await demande(AUTRE_SITE)]
    await demande(AILLEURS)
    await demande(SIRET, { etat: 'A_CONFIRMER' })
    const lue = await page(anne)
    expect(lue.demandes.map(({ id }) => id)).toEqual([une.id, autreSite.id])
    expect(JSON.stringify(lue)).not.toContain(une.confirmation)
    expect(lue.rolesOfferts).toEqual(['REDACTEUR', 'LECTEUR'])
    const accueil = (qui: Demandeur) =>
      accueilDuDemandeur(own.db, {
        demandeurId: qui.id,
        affinage: SANS_AFFINAGE,
        voulue: sienne,
        now: new Date(),
      })
    expect((await accueil(anne)).ici?.aRejoindre).toHaveLength(2)
    // Another site that gets a structure of its own is that one's to answer.
    const site = await structure('Antenne du comité', AUTRE_SITE)
    expect((await page(anne)).demandes.map(({ id }) => id)).toEqual([une.id])
    for (const role of ['REDACTEUR', 'LECTEUR'] as const) {
      const autre = await membreDe(sienne, role)
      expect(await page(autre)).toMatchObject({ gere: false, demandes: [], rolesOfferts: [] })
      expect((await accueil(autre)).ici?.aRejoindre).toEqual([])
      await own.db.demandeur.delete({ where: { id: autre.id } })
    }
    await expect(page(marc)).rejects.toThrow(NotFound)
    await own.db.structure.delete({ where: { id: site } })
    await own.db.ouvertureDeCompte.deleteMany()
  })

  test('accepted, the person has the role that was offered, a mail leaves by the gate, and the journal says who', async () => {
    const une = await demande(SIRET, { role: 'REPRESENTANT_LEGAL' })
    const accepter = (role: RoleMembre) => accepterAdhesion(deps, anne, { ...viser(une), role })
    expect(await accepter('REPRESENTANT_LEGAL')).toEqual({ ok: false, reason: 'ROLE_NON_OFFERT' })
    expect(await roleDe(une.courriel)).toBeUndefined()
    expect(await accepter('LECTEUR')).toEqual({ ok: true, value: undefined })
    expect(await roleDe(une.courriel)).toBe('LECTEUR')
    const mail = await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: `compte-ouvert/${une.id}` } })
    expect(mail).toMatchObject({ destinataire: une.courriel, modele: 'compte_ouvert', acteurId: anne.id })
    expect((await own.db.$transaction((tx) => permisDePartir(tx, mail, new Date()))).ok).toBe(true)
    const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { objetId: une.id } })
    expect(entree).toMatchObject({ acte: 'accepterOuverture', acteurType: 'DEMANDEUR', acteurId: anne.id })
    const { traitees } = await comptesAOuvrir(own.db, new Date())
    expect(traitees[0]).toMatchObject({ id: une.id, traiteePar: 'Anne Pruvost, représentant légal' })
  })

  test('whoever is not the représentant légal of that very structure finds no request there, whatever they send', async () => {
    const [une, autre] = [await demande(SIRET), await demande(AILLEURS)]
    const inconnue = await demande('35600000000048')
    const redacteur = await membreDe(sienne, 'REDACTEUR')
    const essais = [
      ...[redacteur, marc].map((qui) => [qui, une] as const),
      ...[autre, inconnue, await demande(SIRET, { etat: 'A_CONFIRMER' })].map((lue) => [anne, lue] as const),
    ]
    for (const [qui, lue] of essais) {
      await expect(accepterAdhesion(deps, qui, { ...viser(lue), role: 'LECTEUR' })).rejects.toThrow(NotFound)
      await expect(refuserOuverture(deps, qui, { ...viser(lue), motif: 'Non.' })).rejects.toThrow(NotFound)
    }
    expect(await own.db.ouvertureDeCompte.count({ where: { id: { in: [une.id, autre.id] }, etat: 'A_TRAITER' } })).toBe(
      2,
    )
    await own.db.ouvertureDeCompte.deleteMany()
  })

  test('an officer and the représentant légal answer at once: one does, one mail leaves, and the other is told kindly', async () => {
    const une = await demande(SIRET)
    const agent = await unAgent(own.db)
    const choix = { structureId: sienne, role: 'REDACTEUR', genre: 'association' } as const
    const deux = await Promise.allSettled([
      accepterOuverture(deps, agent, { ...viser(une), ...choix }),
      refuserOuverture(deps, anne, { ...viser(une), motif: 'Inconnue de nous.' }),
    ])
    expect(deux.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(deux.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) as Conflict })
    expect(await own.db.courriel.count({ where: { cleUnique: { endsWith: une.id } } })).toBe(1)
    const reponse = await poster(anne, { intent: 'refuser', ouvertureId: une.id, version: '0', motif: 'Non.' })
    expect(reponse.vers).toBe(`/extranet/membres/${sienne}?fait=deja`)
  })

  test('a représentant légal loses nothing by asking again: no other, nor they themselves, lowers them so', async () => {
    const une = await demande(SIRET, { courriel: anne.courriel, role: 'LECTEUR' })
    expect(await accepterAdhesion(deps, anne, { ...viser(une), role: 'LECTEUR' })).toEqual({
      ok: false,
      reason: 'DEJA_REPRESENTANT',
    })
    expect(await roleDe(anne.courriel)).toBe('REPRESENTANT_LEGAL')
  })

  test('refused, it says why to the person', async () => {
    const une = await demande(SIRET)
    const refus = await poster(anne, { intent: 'refuser', ouvertureId: une.id, version: '0', motif: ' ' })
    expect(refus.erreurs?.['motif']).toHaveLength(1)
    expect(
      (await poster(anne, { intent: 'refuser', ouvertureId: une.id, version: '0', motif: 'Inconnue.' })).vers,
    ).toBe(`/extranet/membres/${sienne}?fait=refuse`)
    const mail = await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: `compte-refuse/${une.id}` } })
    expect(mail.texte).toContain('Inconnue.')
    expect(await roleDe(une.courriel)).toBeUndefined()
  })

  /** What the page of the members of `sienne` answers to this form. */
  async function poster(qui: Demandeur, champs: Record<string, string>, structureId = sienne) {
    const cookie = async () => {
      const ouverte = await aux.demandeurs.ouvrir(qui.id, new Request('http://mcei.exemple.test/extranet'))
      return ouverte.split(';')[0] ?? ''
    }
    const { action } = (await import('../../../app/routes/extranet/membres.$structureId')) as {
      action: (args: Args) => Promise<unknown>
    }
    const answer = (await action({
      request: new Request('http://mcei.exemple.test/extranet/membres', {
        headers: { Cookie: await cookie() },
        method: 'POST',
        body: new URLSearchParams(champs),
      }),
      params: { structureId },
      context: { ip: '192.0.2.1' },
    }).catch((error: unknown) => error)) as Partial<Response> & {
      init?: { status?: number }
      soumission?: { error?: Record<string, string[]> }
    }
    return {
      vers: answer.headers?.get('Location') ?? null,
      statut: answer.init?.status ?? answer.status ?? 200,
      erreurs: answer.soumission?.error,
    }
  }

  test('a member is taken out as the page showed them, keeps their session and their other structure, and reads nothing here', async () => {
    const lise = await membreDe(sienne, 'REDACTEUR')
    await own.db.membreDeStructure.create({
      data: { demandeurId: lise.id, structureId: voisine, role: 'LECTEUR', depuisLe: new Date() },
    })
    await aux.demandeurs.ouvrir(lise.id, new Request('http://mcei.exemple.test/extranet'))
    const retirer = { intent: 'retirer', membreId: lise.id }
    expect((await poster(anne, { ...retirer, version: '7' })).vers).toBe(`/extranet/membres/${sienne}?fait=deja`)
    for (const [qui, ou] of [
      [lise, sienne],
      [marc, sienne],
      [anne, voisine],
    ] as const)
      expect((await poster(qui, { ...retirer, membreId: anne.id, version: '0' }, ou)).statut).toBe(404)
    expect(await roleDe(lise.courriel)).toBe('REDACTEUR')
    expect((await poster(anne, { ...retirer, version: '0' })).vers).toBe(`/extranet/membres/${sienne}?fait=retire`)
    expect([await roleDe(lise.courriel), await roleDe(lise.courriel, voisine)]).toEqual([undefined, 'LECTEUR'])
    expect(await own.db.sessionDemandeur.count({ where: { demandeurId: lise.id } })).toBeGreaterThan(0)
    await expect(page(lise)).rejects.toThrow(NotFound)
    expect(await own.db.entreeJournal.count({ where: { acte: 'retirerMembre', objetId: lise.id } })).toBe(1)
  })

  test('the last représentant légal stays; of two who take each other out at once, one does', async () => {
    const soi = { structureId: sienne, membreId: anne.id, version: 0 }
    expect(await retirerMembre(deps, anne, soi)).toEqual({ ok: false, reason: 'DERNIER_REPRESENTANT' })
    const zoe = await membreDe(sienne, 'REPRESENTANT_LEGAL')
    await Promise.allSettled([
      retirerMembre(deps, anne, { ...soi, membreId: zoe.id }),
      retirerMembre(deps, zoe, { ...soi, membreId: anne.id }),
    ])
    expect(await own.db.membreDeStructure.count({ where: { structureId: sienne, role: 'REPRESENTANT_LEGAL' } })).toBe(1)
  })
})

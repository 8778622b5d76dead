import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import type { SaisieOuverture } from '#domain/ouverture-de-compte/ouverture'
import { plier } from '#domain/texte'
import { Conflict, NotFound } from '#infra/errors'
import { motsASortir } from '#infra/stores/acces/lien-secret'
import { cadre } from '#queries/cadre/cadre'
import { apercuOuverture } from '#queries/extranet/apercu-ouverture'
import { comptesAOuvrir } from '#queries/ouverture-de-compte/comptes-a-ouvrir'
import { ownDb } from '#support/own-db'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import { accepterOuverture } from '#usecases/ouverture-de-compte/accepter-ouverture'
import { confirmerOuverture } from '#usecases/ouverture-de-compte/confirmer-ouverture'
import { demanderOuverture } from '#usecases/ouverture-de-compte/demander-ouverture'
import { refuserOuverture } from '#usecases/ouverture-de-compte/refuser-ouverture'
import { unAgent } from '../dossier/faits'

/** A Friday, at ten in Paris. */
const NOW = new Date('2027-04-09T08:00:00Z')
const JOUR_MS = 86_400_000
/** Three sites: two of one body, one of another. */
const SIRET = '74842491800039'
const AUTRE_SITE = '74842491800013'
const [AILLEURS, SIEN] = ['22620001200012', '13002526500013']

const SAISIE: SaisieOuverture = {
  ...{ prenom: 'Anne', nom: 'Pruvost', courriel: 'Anne.Pruvost@exemple.test', fonction: 'Présidente' },
  ...{ role: 'REPRESENTANT_LEGAL', siret: '748 424 918 00039', genre: 'association' },
  ...{
    raisonSociale: 'Comité de jumelage',
    adresse: '1 place de la Mairie',
    codePostal: '62680',
    commune: 'Méricourt',
  },
}

describe('a request for an account of the extranet', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let agent: Agent
  let ips = 0
  const deps = (apresMs = 0) => ({ db: own.db, now: () => new Date(NOW.getTime() + apresMs) })

  beforeAll(async () => {
    own = await ownDb()
    agent = await unAgent(own.db)
  })
  afterAll(() => own.drop())

  type Envoi = { saisie?: Partial<SaisieOuverture>; cleEnvoi?: string | null; ip?: string }
  const demander = ({ saisie = {}, cleEnvoi = randomUUID(), ip }: Envoi = {}) =>
    demanderOuverture(deps(), {
      saisie: { ...SAISIE, courriel: `anne.${(ips += 1)}@exemple.test`, ...saisie },
      ip: ip ?? `192.0.2.${ips}`,
      cleEnvoi,
    })
  const dernierMail = () => own.db.courriel.findFirstOrThrow({ orderBy: [{ creeLe: 'desc' }, { duLe: 'desc' }] })
  const derniere = () =>
    own.db.ouvertureDeCompte.findFirstOrThrow({ orderBy: { id: 'asc' }, where: { etat: 'A_CONFIRMER' } })

  const permis = (mail: Awaited<ReturnType<typeof dernierMail>>) =>
    own.db.$transaction((tx) => permisDePartir(tx, mail, NOW))

  /** The link that the mail of this request bears as it leaves. */
  async function jetonDe(id: string) {
    const ecrit = await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: `ouverture-de-compte/${id}` } })
    return /\/extranet\/compte\/confirmation\/([\w-]{43})/.exec(motsASortir(ecrit).texte)?.[1] ?? ''
  }

  /** One that waits for an answer, of somebody of their own. */
  async function aTraiter(saisie: Partial<SaisieOuverture> = {}) {
    await own.db.ouvertureDeCompte.deleteMany({ where: { etat: 'A_CONFIRMER' } })
    expect(await demander({ saisie })).toEqual({ ok: true, value: undefined })
    const { id } = await derniere()
    expect(await confirmerOuverture(deps(), { jeton: await jetonDe(id) })).toMatchObject({ ok: true })
    return own.db.ouvertureDeCompte.findUniqueOrThrow({ where: { id } })
  }
  const viser = ({ id, version }: { id: string; version: number }) => ({ ouvertureId: id, version })
  const CHOIX = { structureId: null, role: 'REDACTEUR', genre: 'association' } as const

  test('it is written to with its copy; no officer sees it before its address is confirmed, and the link is in no row', async () => {
    await demander({ saisie: { courriel: ' Anne.Pruvost@exemple.test' } })
    const lue = await derniere()
    expect(lue).toMatchObject({ courriel: 'anne.pruvost@exemple.test', siret: SIRET, etat: 'A_CONFIRMER' })
    const mail = await dernierMail()
    expect(mail).toMatchObject({ modele: 'compte_a_confirmer', destinataire: lue.courriel, etat: 'A_ENVOYER' })
    expect(mail.texte).toContain('Présidente')
    expect((await permis(mail)).ok).toBe(true)
    const jeton = await jetonDe(lue.id)
    expect(jeton).not.toBe('')
    const tout = [mail, lue, await own.db.outboxJob.findMany(), await own.db.entreeJournal.findMany()]
    expect(JSON.stringify(tout, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))).not.toContain(jeton)
    expect((await comptesAOuvrir(own.db, NOW)).lignes).toEqual([])
    expect(await confirmerOuverture(deps(), { jeton: `${jeton}x` })).toEqual({ ok: false, reason: 'LIEN_INCONNU' })
    expect(await confirmerOuverture(deps(8 * JOUR_MS), { jeton })).toEqual({ ok: false, reason: 'LIEN_INCONNU' })
    expect(await confirmerOuverture(deps(), { jeton })).toMatchObject({ ok: true })
    expect(await confirmerOuverture(deps(), { jeton })).toMatchObject({ ok: true })
    const { lignes } = await comptesAOuvrir(own.db, NOW)
    // Two working days after a Friday.
    expect(lignes).toMatchObject([{ id: lue.id, dueLe: '2027-04-13', enRetard: false, compte: null }])
    expect(JSON.stringify(lignes)).not.toContain(lue.confirmation)
    expect(await own.db.entreeJournal.count({ where: { acte: 'confirmerOuverture' } })).toBe(1)
    expect((await cadre(own.db, NOW, agent.id)).comptesAOuvrir).toBe(1)
    expect((await comptesAOuvrir(own.db, new Date('2027-04-13T22:30:00Z'))).lignes[0]?.enRetard).toBe(true)
  })

  test('every wrong answer is told at once, a wrong key by name, and nothing is kept', async () => {
    const avant = await own.db.ouvertureDeCompte.count()
    const saisie = { nom: ' ', courriel: 'anne', siret: '74842491800038', role: '' }
    expect(await demander({ saisie })).toMatchObject({
      refusees: [
        { champ: 'nom', refus: 'SANS_REPONSE' },
        { champ: 'courriel', refus: 'COURRIEL_INVALIDE' },
        { champ: 'role', refus: 'SANS_REPONSE' },
        { champ: 'siret', refus: 'SIRET_CLE_FAUSSE' },
      ],
    })
    expect(await own.db.ouvertureDeCompte.count()).toBe(avant)
  })

  test('pressed twice it is one; a run of them from one place waits', async () => {
    const avant = await own.db.ouvertureDeCompte.count()
    const deux = { cleEnvoi: randomUUID() }
    await demander(deux)
    await demander(deux)
    expect(await own.db.ouvertureDeCompte.count()).toBe(avant + 1)
    const reponses = []
    for (let n = 0; n < 8; n += 1) reponses.push(await demander({ ip: '198.51.100.7' }))
    expect(reponses.find((une) => !une.ok)).toMatchObject({ reason: 'TROP_D_ESSAIS' })
  })

  test('accepted, it makes the structure once and the account once, and the mail leaves by the gate', async () => {
    const lue = await aTraiter({ siret: AILLEURS, genre: '', raisonSociale: 'Commune de Bajus' })
    expect(lue.genre).toBe('commune')
    const accepter = () => accepterOuverture(deps(), agent, { ...viser(lue), ...CHOIX, genre: 'commune' })
    const deuxFois = await Promise.allSettled([accepter(), accepter()])
    expect(deuxFois.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(deuxFois.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(Conflict) as Conflict,
    })
    const structure = await own.db.structure.findUniqueOrThrow({
      where: { siret: AILLEURS },
      include: { membres: true },
    })
    expect(structure).toMatchObject({ nom: 'Commune de Bajus', commune: 'Méricourt', genre: 'commune' })
    expect(structure.membres).toMatchObject([{ role: 'REDACTEUR', fonction: 'Présidente' }])
    const mail = await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: `compte-ouvert/${lue.id}` } })
    expect(mail).toMatchObject({ modele: 'compte_ouvert', destinataire: lue.courriel, acteurId: agent.id })
    expect((await permis(mail)).ok).toBe(true)
    expect(await own.db.entreeJournal.count({ where: { acte: 'accepterOuverture', objetId: lue.id } })).toBe(1)
  })

  test('the fiche that came before its structure was known is that of the structure whose account is opened', async () => {
    const fiche = (siret: string, structureId: string | null = null) =>
      own.db.preProjet.create({ data: { recuLe: NOW, titre: 'Fresque', champs: {}, siret, structureId } })
    const autre = await own.db.structure.create({ data: { nom: 'Autre', nomPlie: 'autre', genre: 'association' } })
    await Promise.all([fiche(SIEN), fiche(SIEN, autre.id), fiche('35600000000048')])
    const lue = await aTraiter({ siret: SIEN, raisonSociale: 'Comité de Bruay' })
    expect(await accepterOuverture(deps(), agent, { ...viser(lue), ...CHOIX })).toMatchObject({ ok: true })
    const { id } = await own.db.structure.findUniqueOrThrow({ where: { siret: SIEN } })
    const liees = (await own.db.preProjet.findMany()).map(({ siret, structureId }) => [siret === SIEN, structureId])
    expect(liees).toEqual(expect.arrayContaining([[true, id], [true, autre.id], [false, null]])) // prettier-ignore
  })

  test('a structure of the same SIREN is joined, never made a second time, and a person may be of several', async () => {
    const [une] = await own.db.structure.findMany({ where: { siret: AILLEURS } })
    const connue = await own.db.structure.create({
      data: {
        siret: SIRET,
        nom: 'Comité connu',
        nomPlie: plier('Comité connu'),
        genre: 'association',
        commune: 'Méricourt',
      },
    })
    const inconnus = { raisonSociale: '', adresse: '', codePostal: '', commune: '' }
    const courriel = 'deux.structures@exemple.test'
    const vu = await apercuOuverture(own.db, { ...SAISIE, ...inconnus, courriel, siret: AUTRE_SITE, genre: '' })
    expect(vu).toMatchObject({ ok: true, apercu: { connue: { nom: 'Comité connu' }, lue: { genre: 'association' } } })
    const lue = await aTraiter({ ...inconnus, courriel, siret: AUTRE_SITE })
    expect((await comptesAOuvrir(own.db, NOW)).lignes.find(({ id }) => id === lue.id)).toMatchObject({
      structures: [{ id: connue.id, parSiren: true }],
      doublons: 1,
    })
    const accepter = (structureId: string | null) =>
      accepterOuverture(deps(), agent, { ...viser(lue), ...CHOIX, structureId })
    expect(await accepter(null)).toEqual({ ok: false, reason: 'STRUCTURE_A_CHOISIR' })
    expect(await accepter(une?.id ?? '')).toEqual({ ok: false, reason: 'STRUCTURE_A_CHOISIR' })
    expect(await accepter(connue.id)).toMatchObject({ ok: true })
    expect(await own.db.structure.count({ where: { siret: AUTRE_SITE } })).toBe(0)
    const seconde = await aTraiter({ courriel, siret: AILLEURS })
    await accepterOuverture(deps(), agent, { ...viser(seconde), ...CHOIX, structureId: une?.id ?? '' })
    const compte = await own.db.demandeur.findUniqueOrThrow({ where: { courriel }, include: { membreDe: true } })
    expect(compte.membreDe.map(({ structureId }) => structureId).sort()).toEqual([connue.id, une?.id].sort())
  })

  test('two people of one structure that nobody knows, accepted at once, make one', async () => {
    const siret = '35600000000048'
    const deux = { siret, genre: 'autre_public', raisonSociale: 'Une poste' }
    const demandes = [await aTraiter(deux), await aTraiter(deux)]
    const reponses = await Promise.all(
      demandes.map((lue) => accepterOuverture(deps(), agent, { ...viser(lue), ...CHOIX, genre: 'autre_public' })),
    )
    expect(reponses.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await own.db.structure.count({ where: { siret } })).toBe(1)
  })

  test('a structure known by its name alone is joined only where an officer says that it is the same, and takes the SIRET', async () => {
    const [siret, nom] = ['78425041700010', 'Amis de Herne']
    const connue = await own.db.structure.create({ data: { nom, nomPlie: plier(nom), genre: 'association' } })
    const lue = await aTraiter({ siret, raisonSociale: 'AMIS DE HERNE' })
    await accepterOuverture(deps(), agent, { ...viser(lue), ...CHOIX, structureId: connue.id })
    expect(await own.db.structure.findUniqueOrThrow({ where: { id: connue.id } })).toMatchObject({ siret, nom })
  })

  test('refused, it says why to the person; who may not answer does not', async () => {
    const lue = await aTraiter({ siret: SIRET })
    expect(await refuserOuverture(deps(), agent, { ...viser(lue), motif: '  ' })).toEqual({
      ok: false,
      reason: 'MOTIF_A_DIRE',
    })
    const lecteur = await unAgent(own.db, 'LECTEUR')
    await expect(refuserOuverture(deps(), lecteur, { ...viser(lue), motif: 'Non' })).rejects.toThrow(Forbidden)
    await expect(accepterOuverture(deps(), lecteur, { ...viser(lue), ...CHOIX })).rejects.toThrow(Forbidden)
    expect(await refuserOuverture(deps(), agent, { ...viser(lue), motif: 'Trois comptes déjà.' })).toMatchObject({
      ok: true,
    })
    const mail = await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: `compte-refuse/${lue.id}` } })
    expect(mail.texte).toContain('Trois comptes déjà.')
    expect(await own.db.demandeur.count({ where: { courriel: lue.courriel } })).toBe(0)
    const apres = { ...viser(lue), version: lue.version + 1 }
    expect(await accepterOuverture(deps(), agent, { ...apres, ...CHOIX })).toMatchObject({ reason: 'DEJA_TRAITEE' })
  })

  test('the same person confirms another for the same structure: the last one waits alone; what nobody confirmed is forgotten', async () => {
    const courriel = 'encore@exemple.test'
    const premiere = await aTraiter({ courriel, siret: SIRET })
    const seconde = await aTraiter({ courriel, siret: SIRET, fonction: 'Trésorière' })
    const etat = async (id: string) => (await own.db.ouvertureDeCompte.findUnique({ where: { id } }))?.etat
    expect([await etat(premiere.id), await etat(seconde.id)]).toEqual(['REMPLACEE', 'A_TRAITER'])
    await demander({})
    const { id } = await derniere()
    await expect(accepterOuverture(deps(), agent, { ouvertureId: id, version: 0, ...CHOIX })).rejects.toThrow(NotFound)
    await purgerPerimes(deps(6 * JOUR_MS))
    expect(await etat(id)).toBe('A_CONFIRMER')
    await purgerPerimes(deps(8 * JOUR_MS))
    expect([await etat(id), await etat(seconde.id)]).toEqual([undefined, 'A_TRAITER'])
  })
})

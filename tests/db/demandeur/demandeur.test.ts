import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plier } from '#domain/texte'
import { motsASortir } from '#infra/stores/acces/lien-secret'
import { ouvrirCampagnes } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import type * as Lien from '#usecases/demandeur/generer-mot-de-passe'
import type { DepsWeb } from '#web/deps'
import type * as Web from '#web/session'
import type * as Extranet from '#web/session-demandeur'
import { unAgent } from '../dossier/faits'

const MOT = 'quatre chevaux bleus dorment'
const AUTRE_MOT = 'le phare garde trois bateaux'

type Args = LoaderFunctionArgs & ActionFunctionArgs
type Module = Partial<Record<'loader' | 'action', (args: Args) => Promise<unknown>>>

const modules = import.meta.glob<Module>('/app/routes/extranet/*.{ts,tsx}')
const charger = async (nom: string): Promise<Module> => (await modules[`/app/routes/extranet/${nom}`]?.()) ?? {}

const A_SOI = ['accueil.tsx', 'sessions.tsx']

describe('a demandeur on the extranet', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let web: typeof Web
  let aux: typeof Extranet
  let deps: DepsWeb
  let lien: typeof Lien
  let sienne = ''
  let voisine = ''
  let ips = 0

  const structure = async (nom: string) =>
    (await own.db.structure.create({ data: { nom, nomPlie: plier(nom), genre: 'association' } })).id
  const unDemandeur = async (structures: string[], role: 'REDACTEUR' | 'LECTEUR' = 'REDACTEUR') =>
    own.db.demandeur.create({
      data: {
        ...{ courriel: `${randomUUID()}@exemple.test`, prenom: 'Anne', nom: 'Pruvost', creeLe: new Date() },
        membreDe: { create: structures.map((structureId) => ({ structureId, role, depuisLe: new Date() })) },
      },
    })
  const unDossier = async (structureId: string, objet: string) => {
    const campagne = await own.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    await own.db.dossier.create({
      data: {
        ...{ numero: `2027-${String((ips += 1)).padStart(5, '0')}`, campagneId: campagne.id, structureId, objet },
        ...{ etat: 'DEPOSE', statutPortail: 'En cours d’analyse', deposeLe: new Date('2027-04-10') },
        ...{ montantDemandeCents: 1_000_000n, contactNom: 'Marc Lefever', donnees: { secret: 'note interne' } },
      },
    })
  }

  beforeAll(async () => {
    own = await ownDb()
    web = await import('#web/session')
    aux = await import('#web/session-demandeur')
    deps = (await import('#web/deps')).deps
    lien = await import('#usecases/demandeur/generer-mot-de-passe')
    await ouvrirCampagnes(own.db, 2027, {})
    ;[sienne, voisine] = [await structure('Comité de Lens'), await structure('Comité de Liévin')]
    await unDossier(sienne, 'Fresque commune')
    await unDossier(voisine, 'Kermesse voisine')
  })
  afterAll(async () => {
    await deps.db.$disconnect()
    await own.drop()
  })

  const cookieDe = (setCookie: string) => setCookie.split(';')[0] ?? ''
  type Envoi = { cookie?: string; champs?: Record<string, string>; search?: string; params?: Record<string, string> }
  const args = ({ cookie = '', champs, search = '', params = {} }: Envoi): Args => ({
    request: new Request(`http://mcei.exemple.test/extranet/page${search}`, {
      headers: { Cookie: cookie },
      ...(champs && { method: 'POST', body: new URLSearchParams(champs) }),
    }),
    params,
    context: { ip: `192.0.2.${(ips += 1)}` },
  })
  /** What a handler answered, whether it returned or threw. */
  const dit = async (work: Promise<unknown> | undefined) => {
    const answer = (await work?.catch((error: unknown) => error)) as Partial<Response> & {
      init?: { status?: number }
      soumission?: { status: string; error?: Record<string, string[]> }
    }
    return {
      answer,
      statut: answer.init?.status ?? answer.status ?? 200,
      vers: answer.headers?.get('Location') ?? null,
      cookie: answer.headers?.get('Set-Cookie') ?? '',
    }
  }
  const session = async (id: string) => cookieDe(await aux.demandeurs.ouvrir(id, args({}).request))

  test('without a session, and with an officer’s under either name of cookie, every page of a demandeur sends to the sign-in and does nothing', async () => {
    const agent = await unAgent(own.db, 'ADMIN')
    const deLAgent = cookieDe(await web.openSession(agent.id, args({}).request))
    const sousUnAutreNom = deLAgent.replace('mcei_session', 'mcei_extranet')
    for (const nom of A_SOI)
      for (const cookie of ['', deLAgent, sousUnAutreNom, 'mcei_extranet=faux']) {
        const { loader, action } = await charger(nom)
        const champs = { structureId: sienne, texte: 'Une erreur' }
        for (const reponse of [await dit(loader?.(args({ cookie }))), await dit(action?.(args({ cookie, champs })))])
          expect([nom, cookie.slice(0, 14), reponse.vers]).toEqual([nom, cookie.slice(0, 14), '/extranet/connexion'])
      }
    expect(await own.db.courrielRecu.count()).toBe(0)
    const demandeur = await session((await unDemandeur([sienne])).id)
    for (const cookie of [demandeur, demandeur.replace('mcei_extranet', 'mcei_session')])
      expect(await web.findAgent(args({ cookie }).request)).toBeNull()
  })

  test('they read their structure and its demandes, and nothing of another’s, whatever id they ask with', async () => {
    const cookie = await session((await unDemandeur([sienne])).id)
    const { loader, action } = await charger('accueil.tsx')
    const lu = (await loader?.(args({ cookie }))) as {
      ici: { identite: object; demandes: object[] }
      structures: object[]
    }
    expect(lu.structures).toEqual([{ id: sienne, nom: 'Comité de Lens' }])
    expect(lu.ici.identite).toMatchObject({ nom: 'Comité de Lens', correspondant: 'Marc Lefever' })
    expect(lu.ici.demandes).toMatchObject([
      {
        objet: 'Fresque commune',
        statutPortail: 'En cours d’analyse',
        deposeLe: '2027-04-10',
        dispositif: 'JUMELAGES',
      },
    ])
    const texte = JSON.stringify(lu, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
    expect(texte).not.toMatch(/note interne|voisine|Liévin/)
    for (const id of [voisine, randomUUID()]) {
      expect((await dit(loader?.(args({ cookie, search: `?structure=${id}` })))).statut).toBe(404)
      const champs = { structureId: id, texte: 'Une erreur' }
      expect((await dit(action?.(args({ cookie, champs })))).statut).toBe(404)
    }
    expect(await own.db.courrielRecu.count()).toBe(0)
    const deux = await session((await unDemandeur([sienne, voisine])).id)
    const autre = (await loader?.(args({ cookie: deux, search: `?structure=${voisine}` }))) as typeof lu
    expect(autre.ici.demandes).toMatchObject([{ objet: 'Kermesse voisine' }])
    const nulle = (await loader?.(args({ cookie: await session((await unDemandeur([])).id) }))) as typeof lu
    expect(nulle).toEqual({ structures: [], ici: null })
  })

  test('a correction reaches the MCEI as a mail of theirs, once, and changes nothing; who only reads asks for none', async () => {
    const qui = await unDemandeur([sienne])
    const { action } = await charger('accueil.tsx')
    const champs = { structureId: sienne, texte: 'Notre adresse a changé.', cleEnvoi: randomUUID() }
    const cookie = await session(qui.id)
    expect((await dit(action?.(args({ cookie, champs })))).answer).toMatchObject({ envoyee: true })
    const recu = await own.db.courrielRecu.findFirstOrThrow()
    expect(recu).toMatchObject({ nomFichier: 'correction.eml', nature: 'ILLISIBLE' })
    expect(JSON.stringify(await own.db.outboxJob.findMany())).toContain(recu.id)
    const { traiterCourriel } = await import('#usecases/courriel-recu/traiter-courriel')
    await traiterCourriel(deps, { courrielRecuId: recu.id })
    expect(await own.db.courrielRecu.findUniqueOrThrow({ where: { id: recu.id } })).toMatchObject({
      de: qui.courriel,
      sujet: 'Correction demandée : Comité de Lens',
      nature: 'AUTRE',
    })
    const vide = await dit(action?.(args({ cookie, champs: { ...champs, texte: ' ' } })))
    expect(vide.answer.soumission?.error?.['texte']).toHaveLength(1)
    const lecteur = await session((await unDemandeur([sienne], 'LECTEUR')).id)
    expect((await dit(action?.(args({ cookie: lecteur, champs })))).answer.soumission?.status).toBe('error')
    expect(await own.db.courrielRecu.count()).toBe(1)
    expect(await own.db.structure.findUniqueOrThrow({ where: { id: sienne } })).toMatchObject({ version: 0 })
  })

  /** The link of the last mail that this demandeur was sent. */
  async function jetonDe(demandeurId: string) {
    await lien.ecrireLienDeDemandeur(deps, { demandeId: randomUUID(), demandeurId, demandeLe: Date.now() })
    const mail = await own.db.courriel.findFirstOrThrow({
      where: { cleUnique: { startsWith: `mot-de-passe-extranet/${demandeurId}` } },
      orderBy: { creeLe: 'desc' },
    })
    return /\/extranet\/mot-de-passe\/([\w-]{43})/.exec(motsASortir(mail).texte)?.[1] ?? ''
  }

  test('the link of a mail gives a password once, closes what was open, and signs in; the last link alone serves', async () => {
    const qui = await unDemandeur([sienne])
    const ouverte = await session(qui.id)
    const choisir = async (jeton: string, motDePasse: string) => {
      const { action } = await charger('mot-de-passe_.$jeton.tsx')
      const champs = { motDePasse, confirmation: motDePasse }
      return dit(action?.(args({ champs, params: { jeton } })))
    }
    const premier = await jetonDe(qui.id)
    const second = await jetonDe(qui.id)
    expect((await choisir(premier, MOT)).vers).toBeNull()
    for (const faible of ['court', 'Anne Pruvost 2027', 'motdepasse1234'])
      expect((await choisir(second, faible)).vers).toBeNull()
    const fait = await choisir(second, MOT)
    expect(fait.vers).toBe('/extranet/accueil')
    expect(fait.cookie).toMatch(/mcei_extranet=.*Path=\/extranet; .*HttpOnly; SameSite=Lax/)
    expect(await aux.trouverDemandeur(args({ cookie: ouverte }).request)).toBeNull()
    expect(await aux.trouverDemandeur(args({ cookie: cookieDe(fait.cookie) }).request)).toMatchObject({ id: qui.id })
    expect((await choisir(second, AUTRE_MOT)).vers).toBeNull()
    expect(await own.db.entreeJournal.count({ where: { objetId: qui.id, acteurType: 'DEMANDEUR' } })).toBe(1)
  })

  test('an address that nobody has is answered as one that has an account, signing in and asking for a password', async () => {
    const qui = await unDemandeur([sienne])
    const { action: generer } = await charger('mot-de-passe.tsx')
    const { action: connecter } = await charger('connexion.tsx')
    const dits = []
    for (const courriel of [qui.courriel, 'personne@exemple.test']) {
      const champs = { courriel, motDePasse: 'un mot quelconque' }
      const essai = await dit(connecter?.(args({ champs })))
      const demande = await dit(generer?.(args({ champs: { courriel } })))
      dits.push([essai.answer.soumission?.error, essai.cookie, { ...demande.answer, soumission: null }])
    }
    expect(dits[0]).toEqual(dits[1])
    expect(
      await own.db.courriel.count({ where: { destinataire: { in: [qui.courriel, 'personne@exemple.test'] } } }),
    ).toBe(0)
  })

  test('a wrong password waits longer each time; the right one comes in, on the extranet alone', async () => {
    const qui = await unDemandeur([sienne])
    const { action: choisir } = await charger('mot-de-passe_.$jeton.tsx')
    await choisir?.(args({ champs: { motDePasse: MOT, confirmation: MOT }, params: { jeton: await jetonDe(qui.id) } }))
    const { action } = await charger('connexion.tsx')
    const essayer = async (motDePasse: string) => {
      const voulu = args({ champs: { courriel: qui.courriel.toUpperCase(), motDePasse } })
      return dit(action?.({ ...voulu, context: { ip: '198.51.100.9' } }))
    }
    expect((await essayer(MOT)).vers).toBe('/extranet/accueil')
    const phrases = []
    for (let n = 0; n < 8; n += 1) phrases.push((await essayer('faux')).answer.soumission?.error?.['']?.[0])
    expect(phrases.at(0)).toMatch(/incorrect/)
    expect(phrases.at(-1)).toMatch(/^Trop d’essais/)
    const { seConnecter } = await import('#usecases/acces/se-connecter')
    const officier = { courriel: qui.courriel, motDePasse: MOT, ip: '198.51.100.10', navigateur: null }
    expect(await seConnecter(deps, officier)).toMatchObject({ ok: false, reason: 'IDENTIFIANTS_INCONNUS' })
  })

  test('their sessions are listed without an id, and ended all but this one; a session left alone opens nothing', async () => {
    const qui = await unDemandeur([sienne])
    const [ici, ailleurs] = [await session(qui.id), await session(qui.id)]
    const { loader, action } = await charger('sessions.tsx')
    const { sessions } = (await loader?.(args({ cookie: ici }))) as { sessions: object[] }
    expect(sessions).toHaveLength(2)
    expect(Object.keys(sessions[0] ?? {}).sort()).toEqual(['cle', 'courante', 'navigateur', 'ouverteLe', 'vueLe'])
    await action?.(args({ cookie: ici, champs: {} }))
    expect(await aux.trouverDemandeur(args({ cookie: ailleurs }).request)).toBeNull()
    expect(await aux.trouverDemandeur(args({ cookie: ici }).request)).toMatchObject({ id: qui.id })
    await own.db.sessionDemandeur.updateMany({ data: { vuLe: new Date(Date.now() - 3 * 3_600_000) } })
    expect(await aux.trouverDemandeur(args({ cookie: ici }).request)).toBeNull()
  })
})

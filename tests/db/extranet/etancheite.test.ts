import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashJeton } from '#infra/jeton'
import type { DepsWeb } from '#web/deps'
import { unMondeEnLigne } from '../demande-en-ligne/monde'
import { unAgent } from '../dossier/faits'
import {
  COMME_DEJA_PARTI,
  type Envoi,
  ENVOIS,
  MOTS,
  type Place,
  placesDe,
  RECHERCHES,
  SANS_AUTRUI,
} from './etancheite/actes'
import { type Part, unePart } from './etancheite/monde'
import { BASE, type RouteDeLExtranet, ROUTES, serveurDeLExtranet } from './etancheite/serveur'

const PAGE = 'text/html,application/xhtml+xml,*/*;q=0.8'
const [SIRET, AILLEURS] = ['74842491800039', '22620001200012']

const gardees = ROUTES.filter(({ source }) => /\bdemandeur(Loader|Action|Envoi|Televersement)\(/.test(source))
const nommees = gardees.map((lu) => [lu.nom, lu] as const)

/** The ids that a sending to this route bears, in its address and in itself. */
type Ids = Omit<Part, 'qui'>
type Nom = keyof Ids
const segmentsDe = ({ adresse }: RouteDeLExtranet) => [...adresse.matchAll(/:(\w+)/g)].map(([, nom = '']) => nom)
const idsDe = (lu: RouteDeLExtranet, place: Place, porte: readonly Nom[]) => [
  ...new Set([...segmentsDe(lu).flatMap((un) => place(un) ?? []), ...porte]),
]

/** Every address of a route where these ids stand. */
function adressesDe(lu: RouteDeLExtranet, place: Place, ids: Ids): string[] {
  const mots = segmentsDe(lu).find((un) => un in MOTS)
  const posee = lu.adresse.replace(/:(\w+)/g, (tout, nom: string) => {
    const quoi = place(nom)
    return quoi ? ids[quoi] : tout
  })
  return mots ? (MOTS[mots] ?? []).map((mot) => posee.replace(`:${mots}`, mot)) : [posee]
}

/** Some of these ids, or all, are of somebody else. */
const melanges = (noms: readonly Nom[]) =>
  Array.from({ length: 2 ** noms.length - 1 }, (_, i) => noms.filter((_nom, rang) => ((i + 1) >> rang) & 1))

/** So that its addresses are there; nobody answers for it. */
Object.assign(process.env, {
  ...{ PROCONNECT_ISSUER: 'http://127.0.0.1:1', PROCONNECT_CLIENT_ID: 'x', PROCONNECT_CLIENT_SECRET: 'x' },
})

describe('nothing of a structure is answered to another, to an officer or to nobody', () => {
  const monde = unMondeEnLigne()
  let serveur: Awaited<ReturnType<typeof serveurDeLExtranet>>
  let application: DepsWeb
  let sienne: Part
  let leur: Part
  let temoins: Record<'sien' | 'leur' | 'agent', string>

  beforeAll(async () => {
    application = (await import('#web/deps')).deps
    serveur = await serveurDeLExtranet()
    sienne = await unePart(monde, AILLEURS)
    leur = await unePart(monde, SIRET)
    const { demandeurs } = await import('#web/session-demandeur')
    const { openSession } = await import('#web/session')
    const temoin = (pose: string) => pose.split(';')[0] ?? ''
    const ici = new Request(`${BASE}/extranet`)
    temoins = {
      sien: temoin(await demandeurs.ouvrir(sienne.qui.id, ici)),
      leur: temoin(await demandeurs.ouvrir(leur.qui.id, ici)),
      agent: temoin(await openSession((await unAgent(monde.db, 'ADMIN')).id, ici)),
    }
  })
  afterAll(() => application.db.$disconnect())

  /** All that the base and the storage hold, but when a session was seen last. */
  async function contenu() {
    const tables = await monde.db.$queryRaw<{ nom: string }[]>`
      SELECT quote_ident(tablename) AS nom FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
    const une = (nom: string) =>
      `SELECT '${nom}' AS nom, count(*)::int AS n, md5(string_agg(lu, '' ORDER BY lu)) AS somme FROM (SELECT (to_jsonb(t) - 'vu_le')::text AS lu FROM ${nom} t) l`
    const base = await monde.db.$queryRawUnsafe(`${tables.map(({ nom }) => une(nom)).join(' UNION ALL ')} ORDER BY 1`)
    const fichiers = readdirSync(process.env['DATA_DIR'] ?? '', { recursive: true, withFileTypes: true })
    return { base, fichiers: fichiers.filter((un) => un.isFile()).map(({ name }) => name) }
  }

  type Demande = { adresse: string; cookie: string; accept?: string; envoi?: Envoi; ids?: Ids }
  async function demander({ adresse, cookie, accept = PAGE, envoi, ids = leur }: Demande) {
    const { corps, entetes } = envoi?.requete(ids) ?? {}
    const request = new Request(`${BASE}${adresse}`, {
      method: envoi ? (envoi.method ?? 'POST') : 'GET',
      headers: { Accept: accept, Cookie: cookie, ...entetes },
      ...(corps && { body: corps }),
    })
    const reponse = await serveur(request)
    return {
      statut: reponse.status,
      vers: reponse.headers.get('Location'),
      texte: new TextDecoder().decode(await reponse.arrayBuffer()),
    }
  }
  const sorte = ({ statut, vers }: { statut: number; vers: string | null }) => (vers ? `${statut} ${vers}` : statut)

  /** Every question that this route can be asked with the ids of `leur` where it is told to put them, and of `sienne` elsewhere. */
  function questions(lu: RouteDeLExtranet, deLeur: (noms: readonly Nom[]) => readonly (readonly Nom[])[]) {
    const idsAvec = (noms: readonly Nom[]): Ids => ({
      ...sienne,
      ...Object.fromEntries(noms.map((nom) => [nom, leur[nom]])),
    })
    const lire = (place: Place) =>
      deLeur(idsDe(lu, place, RECHERCHES[lu.nom] ?? [])).flatMap((noms) => {
        const ids = idsAvec(noms)
        const chercher = (RECHERCHES[lu.nom] ?? []).map((nom) => `${nom}=${ids[nom]}`).join('&')
        return adressesDe(lu, place, ids).flatMap((une) =>
          (lu.page ? [une, `${une}.data`] : [une]).map((adresse) => ({
            dite: `GET ${adresse.replace(/[\da-f-]{36}/g, '…')} (${noms.join(', ')})`,
            ...{ noms, demande: { adresse: chercher ? `${adresse}?${chercher}` : adresse, envoi: undefined, ids } },
          })),
        )
      })
    const agir = (place: Place) =>
      (ENVOIS[lu.nom] ?? []).flatMap((envoi, rang) =>
        deLeur(idsDe(lu, place, envoi.porte)).flatMap((noms) => {
          const ids = idsAvec(noms)
          return adressesDe(lu, place, ids).map((adresse) => ({
            dite: `${envoi.method ?? 'POST'} ${rang} ${envoi.intent ?? ''} (${noms.join(', ')})`,
            ...{ noms, demande: { adresse, envoi, ids } },
          }))
        }),
      )
    return placesDe(lu.nom).flatMap((place) => [...lire(place), ...agir(place)])
  }

  test('every route of the extranet is here: its ids, its acts and each of their intents', async () => {
    for (const lu of ROUTES) {
      const { loader, action } = await lu.lire()
      const marques = [loader, action].filter(Boolean).map((une) => Reflect.has(Object(une), Symbol.for('publique')))
      expect([lu.nom, marques.some((publique) => publique === gardees.includes(lu))]).toEqual([lu.nom, false])
    }
    for (const lu of gardees) {
      const { nom, source } = lu
      const inconnus = segmentsDe(lu).filter((un) => !placesDe(nom)[0](un) && !(un in MOTS))
      expect([nom, inconnus]).toEqual([nom, []])
      expect([nom, /^export const action\b/m.test(source)]).toEqual([nom, nom in ENVOIS])
      const connus = [...source.matchAll(/\bintent: z\.(?:literal|enum)\(\[?([^\])]+)/g)]
        .flatMap(([, liste = '']) => [...liste.matchAll(/'([^']+)'/g)])
        .map(([, intent]) => intent)
      const envoyes = (ENVOIS[nom] ?? []).flatMap(({ intent }) => intent ?? [])
      expect([nom, [...new Set(envoyes)].sort()]).toEqual([nom, [...new Set(connus)].sort()])
      const portes = (ENVOIS[nom] ?? []).flatMap(({ porte }) => porte)
      const nommeQuelquun = idsDe(lu, placesDe(nom)[0], [...(RECHERCHES[nom] ?? []), ...portes]).length > 0
      expect([nom, nommeQuelquun]).toEqual([nom, !SANS_AUTRUI.includes(nom)])
    }
    const noms = gardees.map(({ nom }) => nom)
    expect([...Object.keys(ENVOIS), ...Object.keys(RECHERCHES)].filter((nom) => !noms.includes(nom))).toEqual([])
  })

  test.each(nommees)('%s: another structure is told 404, whatever it asks', async (nom, lu) => {
    if (SANS_AUTRUI.includes(nom)) return
    const avant = await contenu()
    const posees = questions(lu, melanges)
    const dits: Record<string, unknown> = {}
    const attendus: Record<string, unknown> = {}
    for (const { dite, noms, demande } of posees) {
      dits[dite] = sorte(await demander({ ...demande, cookie: temoins.sien }))
      attendus[dite] = 404
      const [part, ...autres] = noms
      if (!part || !demande.envoi || autres.length > 0 || !COMME_DEJA_PARTI[nom]?.includes(part)) continue
      const inconnu = part === 'session' ? hashJeton(randomUUID()) : randomUUID()
      const adresse = demande.adresse.replace(leur[part], inconnu)
      const ids = { ...demande.ids, [part]: inconnu }
      attendus[dite] = sorte(await demander({ ...demande, adresse, ids, cookie: temoins.sien }))
    }
    expect(dits).toEqual(attendus)
    expect(await contenu()).toEqual(avant)
  })

  test.each(nommees)('%s: nobody, and an officer, are sent to sign in', async (_nom, lu) => {
    const avant = await contenu()
    const posees = questions(lu, (noms) => [noms])
    for (const cookie of ['', temoins.agent, temoins.agent.replace(/^[^=]+/, 'mcei_extranet')]) {
      for (const { dite, demande } of posees) {
        const navigateur = await demander({ ...demande, cookie })
        const script = await demander({ ...demande, cookie, accept: '*/*' })
        if (demande.adresse.includes('.data')) {
          for (const { statut, texte } of [navigateur, script]) {
            expect([dite, statut, texte.includes('/extranet/connexion')]).toEqual([dite, 202, true])
            expect(texte.length).toBeLessThan(300)
          }
          continue
        }
        expect([dite, sorte(navigateur)]).toEqual([dite, '302 /extranet/connexion'])
        expect([dite, sorte(script)]).toEqual([
          dite,
          demande.envoi && demande.envoi.method !== 'GET' ? 401 : '302 /extranet/connexion',
        ])
      }
    }
    expect(await contenu()).toEqual(avant)
  })

  test.each(nommees)('%s: those whose it is are answered', async (_nom, lu) => {
    for (const { dite, demande } of questions(lu, (noms) => [noms])) {
      // A file on its way is asked of by HEAD alone; what acts is not done here.
      if (lu.source.includes('demandeurTeleversement') ? demande.envoi?.method !== 'HEAD' : demande.envoi) continue
      const { statut, vers } = await demander({ ...demande, cookie: temoins.leur })
      expect([dite, statut, vers === '/extranet/connexion']).toEqual([
        dite,
        expect.toSatisfy((s: number) => s < 400),
        false,
      ])
    }
  })
})

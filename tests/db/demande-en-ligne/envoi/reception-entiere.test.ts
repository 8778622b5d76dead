import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { EN_VOL_MAX } from '#domain/demande-en-ligne/televersement'
import { getEnv } from '#infra/env'
import { NotFound } from '#infra/errors'
import { phraseDeDepot } from '#libelles/demande-en-ligne/refus-de-depot'
import { televersementsVus } from '#queries/extranet/televersements'
import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'
import { recevoirEntier } from '#usecases/demande-en-ligne/recevoir-entier'
import type { DepsWeb } from '#web/deps'
import { JUIN, unMondeEnLigne } from '../monde'

type Args = { request: Request; params: object; context: object }
type Route = { action: (args: Args) => Promise<unknown> }

const routes = import.meta.glob<Route>('/app/routes/extranet/demandes.$id.pieces.tsx')
const BASE = 'http://mcei.exemple.test'
const LIMITE = 'une-limite'
const DIX_MINUTES_APRES = '2027-06-01T10:10:00Z'

const entete = (champ: string, suite = '') =>
  `--${LIMITE}\r\nContent-Disposition: form-data; name="${champ}"${suite}\r\n\r\n`

/** The form of the step, whose body comes as it is told to. */
function unCorps() {
  let sortie: ReadableStreamDefaultController<Uint8Array> | undefined
  let lu = false
  const body = new ReadableStream<Uint8Array>(
    { start: (une) => void (sortie = une), pull: () => void (lu = true) },
    { highWaterMark: 0 },
  )
  const dire = (texte: string | Uint8Array) => sortie?.enqueue(Buffer.from(texte))
  return {
    body,
    estLu: () => lu,
    /** The texts, the name of the file and the first half of it. */
    moitie: (pdf: Buffer, nom = 'Statuts.pdf') => {
      dire(`${entete('code')}STATUTS\r\n${entete('remplace')}\r\n${entete('fichier', `; filename="${nom}"`)}`)
      dire(pdf.subarray(0, pdf.length / 2))
    },
    reste: (pdf: Buffer) => {
      dire(pdf.subarray(pdf.length / 2))
      dire(`\r\n--${LIMITE}--\r\n`)
      sortie?.close()
    },
    couper: () => sortie?.error(new TypeError('terminated')),
  }
}

describe('a file that comes whole, by a page without a script', () => {
  const monde = unMondeEnLigne()
  let application: DepsWeb
  let pieces: Route
  beforeAll(async () => {
    application = (await import('#web/deps')).deps
    const [lire] = Object.values(routes)
    if (!lire) throw new Error('no route')
    pieces = await lire()
  })
  afterAll(() => application.db.$disconnect())

  async function envoyer(qui: Demandeur, id: string, corps: ReturnType<typeof unCorps>) {
    application.now = () => new Date(JUIN)
    const { demandeurs } = await import('#web/session-demandeur')
    const Cookie = (await demandeurs.ouvrir(qui.id, new Request(BASE))).split(';')[0] ?? ''
    const headers = { Cookie, 'Content-Type': `multipart/form-data; boundary=${LIMITE}` }
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: corps.body, headers, duplex: 'half' }
    const request = new Request(`${BASE}/extranet/demandes/${id}/pieces`, init)
    const faite = pieces.action({ request, params: { id }, context: {} })
    return { faite: faite.catch((une: unknown) => une) }
  }
  async function pret() {
    const debut = await monde.unDebut()
    await monde.remplir(debut.anne, debut.id)
    return debut
  }
  const enVol = (id: string) => monde.db.televersement.findMany({ where: { demandeEnLigneId: id, finiLe: null } })
  const nommee = (id: string) => expect.poll(async () => (await enVol(id))[0]?.nomFichier).toBe('Statuts.pdf')
  const donnees = (id: string) => monde.db.pieceEnLigne.findMany({ where: { demandeEnLigneId: id } })
  const recus = () => readdir(path.join(getEnv().DATA_DIR, 'fichiers', 'lots'))
  const attend = { ok: false, reason: 'FICHIER_EN_VOL', detail: 'Statuts.pdf' }

  test('a deposit from another window waits for it, from before its first byte, in the words of one that comes piece by piece', async () => {
    const { id, anne, structureId } = await pret()
    const corps = unCorps()
    const { faite } = await envoyer(anne, id, corps)
    await expect.poll(async () => (await enVol(id)).length).toBe(1)
    const inconnu = await monde.valider(anne, id)
    expect(inconnu).toEqual({ ok: false, reason: 'FICHIER_EN_VOL', detail: '' })
    expect(phraseDeDepot('FICHIER_EN_VOL', '')).toContain('commence à arriver')
    corps.moitie(monde.pdf)
    await nommee(id)
    expect(await monde.valider(anne, id)).toEqual(attend)
    const marc = await monde.unMembre(structureId)
    expect(await monde.valider(marc, id)).toEqual(attend)
    const vus = await televersementsVus(monde.db, marc, { pour: { demandeEnLigneId: id }, now: new Date(JUIN) })
    expect(vus).toMatchObject([{ code: 'STATUTS', nomFichier: 'Statuts.pdf', bloque: true, mien: false, sha256: null }])
    corps.reste(monde.pdf)
    expect(await faite).toMatchObject({ soumission: { status: 'success' }, code: 'STATUTS' })
    expect(await enVol(id)).toEqual([])
    expect(await donnees(id)).toMatchObject([{ code: 'STATUTS', nomFichier: 'Statuts.pdf' }])
    expect((await monde.valider(anne, id)).ok).toBe(true)
  })

  test('cut in the middle, nothing of it is kept and nothing waits for it', async () => {
    const { id, anne } = await pret()
    const corps = unCorps()
    const { faite } = await envoyer(anne, id, corps)
    corps.moitie(monde.pdf)
    await nommee(id)
    corps.couper()
    expect(await faite).toMatchObject({ soumission: { status: 'error' }, code: 'STATUTS' })
    expect(await enVol(id)).toEqual([])
    expect(await donnees(id)).toEqual([])
    expect(await recus()).toEqual([])
    expect((await monde.valider(anne, id)).ok).toBe(true)
  })

  test('fallen silent, by a process that died or a connection cut on one side, it keeps nobody for more than ten minutes', async () => {
    const { id, anne } = await pret()
    const corps = unCorps()
    const { faite } = await envoyer(anne, id, corps)
    corps.moitie(monde.pdf)
    await nommee(id)
    const vus = (le: string) => televersementsVus(monde.db, anne, { pour: { demandeEnLigneId: id }, now: new Date(le) })
    expect(await vus(JUIN)).toHaveLength(1)
    expect(await vus(DIX_MINUTES_APRES)).toEqual([])
    expect((await monde.valider(anne, id, { le: DIX_MINUTES_APRES })).ok).toBe(true)
    // It was alive after all: it meets a demande that is deposited, and is told so.
    corps.reste(monde.pdf)
    expect(await faite).toMatchObject({ status: 302 })
    expect(await donnees(id)).toEqual([])
  })

  test('given up from another window, it keeps nobody, and is no pièce when it ends', async () => {
    const { id, anne } = await pret()
    const corps = unCorps()
    const { faite } = await envoyer(anne, id, corps)
    corps.moitie(monde.pdf)
    await nommee(id)
    const [un] = await enVol(id)
    await abandonnerTeleversement(monde.depsA(), anne, un?.id ?? '')
    corps.reste(monde.pdf)
    await faite
    expect(await donnees(id)).toEqual([])
    expect((await monde.valider(anne, id)).ok).toBe(true)
  })

  test('it is refused before any of it is read: to a reader, to another structure, once deposited, when many are on their way', async () => {
    const { id, anne, structureId } = await pret()
    const refuse = async (qui: Demandeur) => {
      const corps = unCorps()
      const { faite } = await envoyer(qui, id, corps)
      const dite = await faite
      expect([corps.estLu(), await enVol(id)]).toEqual([false, []])
      return dite
    }
    expect(await refuse(await monde.unMembre(structureId, 'LECTEUR'))).toMatchObject({
      soumission: { status: 'error' },
    })
    expect(await refuse(await monde.unMembre(await monde.uneStructure()))).toMatchObject({ init: { status: 404 } })
    expect((await monde.valider(anne, id)).ok).toBe(true)
    expect(await refuse(anne)).toMatchObject({ status: 302 })

    const { id: autre, anne: marie } = await monde.unDebut()
    const recevoir = <T>(travail: () => Promise<T>) =>
      recevoirEntier(monde.depsA(), marie, { id: autre, octets: 1 }, travail)
    const plein = async (reste: number): Promise<unknown> => {
      const fait = await recevoir(() => (reste > 0 ? plein(reste - 1) : Promise.resolve('LU')))
      return fait.ok ? fait.value : fait.reason
    }
    expect(await plein(EN_VOL_MAX - 1)).toBe('LU')
    expect(await plein(EN_VOL_MAX)).toBe('TROP_D_ENVOIS')
    await expect(recevoir(() => Promise.reject(new NotFound('rien', '')))).rejects.toThrow(NotFound)
    expect(await enVol(autre)).toEqual([])
  })
})

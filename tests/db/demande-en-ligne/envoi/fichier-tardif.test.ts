import { afterAll, describe, expect, test } from 'vitest'
import { adresseDeposeeSansLeFichier } from '#libelles/demande-en-ligne/demande-en-ligne'
import { unMondeEnLigne } from '../monde'

type Args = { request: Request; params: object; context: object }
type Route = { action: (args: Args) => Promise<unknown>; loader: (args: Args) => Promise<unknown> }

const routes = import.meta.glob<Route>('/app/routes/extranet/demandes.$id.{pieces,deposee}.tsx')

describe('a file sent whole, by a page without a script, that comes once the demande is deposited', () => {
  const monde = unMondeEnLigne()
  afterAll(async () => (await import('#web/deps')).deps.db.$disconnect())

  test('is no pièce of it, and who sent it is led to where that is said', async () => {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    expect((await monde.valider(anne, id)).ok).toBe(true)
    const { demandeurs } = await import('#web/session-demandeur')
    const base = `http://mcei.exemple.test`
    const Cookie = (await demandeurs.ouvrir(anne.id, new Request(base))).split(';')[0] ?? ''
    const route = (nom: string) => {
      const lire = routes[`/app/routes/extranet/demandes.$id.${nom}.tsx`]
      if (!lire) throw new Error(`no route ${nom}`)
      return lire()
    }
    const body = new FormData()
    body.set('code', 'RIB')
    body.set('fichier', new File([new Uint8Array(monde.pdf)], 'RIB.pdf', { type: 'application/pdf' }))
    const request = new Request(`${base}/extranet/demandes/${id}/pieces`, { method: 'POST', body, headers: { Cookie } })
    const pieces = await route('pieces')
    const refuse = await pieces.action({ request, params: { id }, context: {} }).catch((une: unknown) => une)
    if (!(refuse instanceof Response)) throw new Error('it was taken')
    const vers = adresseDeposeeSansLeFichier(id)
    expect([refuse.status, refuse.headers.get('Location')]).toEqual([302, vers])
    expect(await monde.db.pieceEnLigne.count({ where: { demandeEnLigneId: id } })).toBe(0)
    const lire = async (adresse: string) =>
      (await route('deposee')).loader({
        ...{ request: new Request(`${base}${adresse}`, { headers: { Cookie } }), params: { id }, context: {} },
      })
    expect(await lire(vers)).toMatchObject({ fichierTardif: true })
    expect(await lire(vers.replace(/\?.*/, ''))).toMatchObject({ fichierTardif: false })
  })
})

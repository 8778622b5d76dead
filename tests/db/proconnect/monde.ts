import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll } from 'vitest'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { ownDb } from '#support/own-db'
import type { DepsWeb } from '#web/deps'
import type * as Sessions from '#web/session-demandeur'
import { CLIENT, type Fournisseur, fournisseurDIdentite, navigateurChez } from '#support/proconnect/fournisseur'

export const PUBLIC_URL = 'https://mcei.exemple.test'
export const RETOUR = `${PUBLIC_URL}/extranet/proconnect/retour`
export const FIN = `${PUBLIC_URL}/extranet/deconnexion`
export const MOT = 'quatre chevaux bleus dorment'

type Args = LoaderFunctionArgs & ActionFunctionArgs
type Module = Record<'loader' | 'action', (args: Args) => Promise<unknown>>
type Reponse = { statut: number; vers: string | null; poses: string[]; lu: unknown }

const modules = import.meta.glob<Module>('/app/routes/extranet/*.{ts,tsx}')

/** What a route answered: given back or thrown. */
async function reponseDe(appel: Promise<unknown>): Promise<Reponse> {
  const lu: unknown = await appel.catch((rejet: unknown) => rejet)
  if (lu instanceof Error) throw lu
  if (lu instanceof Response)
    return { statut: lu.status, vers: lu.headers.get('Location'), poses: lu.headers.getSetCookie(), lu: null }
  const { data, init } = Object(lu) as { data?: unknown; init?: ResponseInit | null }
  if (init === undefined) return { statut: 200, vers: null, poses: [], lu }
  return { statut: init?.status ?? 200, vers: null, poses: new Headers(init?.headers).getSetCookie(), lu: data }
}

type Options = {
  /** The web's own database, which a process has one of: each file that asks for it has a process to itself (vitest.config.ts). */
  web: () => Promise<{ deps: DepsWeb }>
  /** The provider demands a proof key, and takes parameters that ProConnect does not know. */
  pkce?: boolean
}

/** The extranet with a provider of identity of its own, by its routes, and browsers that keep its cookies. */
export function unMondeProConnect({ web, pkce = false }: Options) {
  const monde = {} as {
    own: Awaited<ReturnType<typeof ownDb>>
    web: DepsWeb
    sessions: typeof Sessions
    fournisseur: Fournisseur
    motDePasse: string
  }
  beforeAll(async () => {
    monde.own = await ownDb()
    monde.fournisseur = await fournisseurDIdentite({ retour: RETOUR, fin: FIN, pkce })
    const { issuer, secret } = monde.fournisseur
    Object.assign(process.env, { PUBLIC_URL, PROCONNECT_ISSUER: issuer, PROCONNECT_CLIENT_ID: CLIENT })
    Object.assign(process.env, { PROCONNECT_CLIENT_SECRET: secret, PROCONNECT_PKCE: pkce ? 'oui' : 'non' })
    monde.web = (await web()).deps
    monde.sessions = await import('#web/session-demandeur')
    monde.motDePasse = await hashMotDePasse(MOT)
  })
  afterAll(async () => {
    await monde.fournisseur.fermer()
    await monde.web.db.$disconnect()
    await monde.own.drop()
  })

  async function unCompte(avec: { actif?: boolean; courriel?: string } = {}) {
    const { motDePasse, own } = monde
    const data = {
      prenom: 'Anne',
      nom: 'Pruvost',
      creeLe: new Date(),
      motDePasse,
      courriel: `${randomUUID()}@exemple.test`,
    }
    return demandeurDe(await own.db.demandeur.create({ data: { ...data, ...avec } }))
  }
  async function relie(avec: { actif?: boolean } = {}) {
    const qui = await unCompte(avec)
    const sub = randomUUID()
    const { issuer } = monde.fournisseur
    await monde.own.db.identiteProConnect.create({ data: { demandeurId: qui.id, issuer, sub, relieeLe: new Date() } })
    return { qui, sub }
  }

  /** One browser: its cookies here, and at the provider. */
  function unNavigateur() {
    const temoins = new Map<string, string>()
    const chez = navigateurChez(monde.fournisseur)
    async function demander(nom: string, chemin: string, envoi?: Record<string, string>): Promise<Reponse> {
      const module = await modules[`/app/routes/extranet/${nom}`]?.()
      const request = new Request(new URL(chemin, PUBLIC_URL), {
        headers: { Cookie: [...temoins].map(([cle, valeur]) => `${cle}=${valeur}`).join('; ') },
        ...(envoi && { method: 'POST', body: new URLSearchParams(envoi) }),
      })
      const args = { request, params: {}, context: { ip: '192.0.2.1' } } as unknown as Args
      const reponse = await reponseDe(module?.[envoi ? 'action' : 'loader'](args) ?? Promise.reject(new Error(nom)))
      for (const pose of reponse.poses) {
        const [cle = '', valeur = ''] = pose.split(';', 1).join().split(/=(.*)/s)
        if (/Max-Age=0/.test(pose)) temoins.delete(cle)
        else temoins.set(cle, valeur)
      }
      return reponse
    }
    return {
      temoins,
      demander,
      chez,
      async ouvrir(demandeurId: string) {
        const pose = await monde.sessions.demandeurs.ouvrir(demandeurId, new Request(PUBLIC_URL))
        temoins.set('mcei_extranet', /=(.*?);/.exec(pose)?.[1] ?? '')
      },
      qui: () =>
        monde.sessions.trouverDemandeur(
          new Request(PUBLIC_URL, { headers: { Cookie: `mcei_extranet=${temoins.get('mcei_extranet') ?? ''}` } }),
        ),
      partir: () => demander('proconnect.tsx', '/extranet/proconnect', {}),
      revenir: (adresse: string) => demander('proconnect_.retour.tsx', adresse),
      /** To the provider and back, up to the address that it sends to. */
      async allerAuFournisseur(): Promise<string> {
        const { vers } = await demander('proconnect.tsx', '/extranet/proconnect', {})
        return (await chez(vers ?? '')).vers
      },
      async seConnecter(): Promise<Reponse> {
        return this.revenir(await this.allerAuFournisseur())
      },
      /** The same, from their account. */
      async relier(): Promise<Reponse> {
        const { vers } = await demander('relier-proconnect.tsx', '/extranet/relier-proconnect', { intent: 'relier' })
        return this.revenir((await chez(vers ?? '')).vers)
      },
    }
  }
  return { monde, unCompte, relie, unNavigateur }
}

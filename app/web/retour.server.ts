import { matchRoutes } from '@remix-run/react'
import { estDIci } from '#web/origin'

const BUREAU = 'routes/bureau/'
const LONGUEUR_MAX = 2_000

type Entree = NonNullable<Parameters<typeof matchRoutes>[0]>[number] & { page: boolean }

/** The routes as the server knows them: nothing else says which addresses exist. A page is a route that shows something. */
async function lireTable(): Promise<Entree[]> {
  const { routes } = await import('virtual:remix/server-build')
  const sous = (parentId: string | undefined): Entree[] =>
    Object.values(routes)
      .filter((route) => route.parentId === parentId)
      .flatMap((route) => {
        const page = route.id.startsWith(BUREAU) && route.path !== '*' && route.module.default !== undefined
        const { id, path } = route
        return route.index ? { id, path, index: true, page } : { id, path, page, children: sous(id) }
      })
  return sous(undefined)
}

let table: Promise<Entree[]> | undefined

const ASCII_IMPRIMABLE = /^[\x21-\x5b\x5d-\x7e]+$/

/** False for a percent sign that encodes nothing. */
function seDecode(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname).length > 0
  } catch {
    return false
  }
}

/** The address as this site would serve it, or null when it is not one of this site. */
function adresseDIci(voulu: string): string | null {
  if (voulu.length > LONGUEUR_MAX || !voulu.startsWith('/') || !ASCII_IMPRIMABLE.test(voulu)) return null
  if (!URL.canParse(voulu, 'http://ici.invalid')) return null
  const { origin, pathname, search } = new URL(voulu, 'http://ici.invalid')
  if (origin !== 'http://ici.invalid' || pathname.startsWith('//') || !seDecode(pathname)) return null
  return pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/') + search
}

/**
 * Where to go back to: `voulu` when it is a page of the officers that exists, else `secours`. An address that only acts or gives a file,
 * one of another site, or one that leads nowhere is never gone back to.
 */
export async function pageDeRetour(voulu: string | null | undefined, secours: string): Promise<string> {
  const adresse = voulu ? adresseDIci(voulu) : null
  if (adresse === null) return secours
  const feuille = matchRoutes(await (table ??= lireTable()), adresse.split('?', 1).join())?.at(-1)
  return feuille?.route.page ? adresse : secours
}

/** The address this request was asked from, as the browser says; null when it says nothing, or another site. */
export function demandeDepuis(request: Request): string | null {
  const depuis = request.headers.get('Referer')
  if (!depuis || !URL.canParse(depuis) || !estDIci(depuis, request)) return null
  const { pathname, search } = new URL(depuis)
  return pathname + search
}

/** The page a request stood on: for a page its own address, for an act or a file the one it was asked from. */
export async function pageDeLaRequete(request: Request): Promise<string> {
  const { pathname, search } = new URL(request.url)
  const [elle, avant] = [pathname + search, demandeDepuis(request)]
  const [premiere, seconde] = request.method === 'GET' ? [elle, avant] : [avant, elle]
  return pageDeRetour(premiere, await pageDeRetour(seconde, '/'))
}

/** The nearest page above an address: where the address of an act leads when a browser asks for it. */
export async function pageAuDessus({ url }: Request): Promise<string> {
  const segments = new URL(url).pathname.split('/').filter(Boolean)
  for (let n = segments.length - 1; n > 0; n -= 1) {
    const page = await pageDeRetour(`/${segments.slice(0, n).join('/')}`, '')
    if (page) return page
  }
  return '/'
}

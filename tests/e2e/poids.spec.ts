import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect } from '@playwright/test'
import { test } from './essai'

const CLIENT = 'build/client'

/** JavaScript in kB once gzipped: of a page of the bureau, and of a bannette with the grid that comes after it. */
const MAX_PAGE = 200
const MAX_BANNETTE = 400
/** The same of a page of the extranet, opened from anywhere, with the list of the routes and what comes once the page is at rest. */
const MAX_EXTRANET = 150

type Route = { id: string; parentId?: string; module: string; imports?: string[] }
type Manifeste = { entry: { module: string; imports: string[] }; routes: Record<string, Route> }

const assets = readdirSync(`${CLIENT}/assets`)

/** The file whose name begins so; fails where a build has none, for a page would then be weighed without it. */
function fichierNomme(debut: string): string {
  const nom = assets.find((un) => un.startsWith(`${debut}-`) && un.endsWith('.js'))
  if (!nom) throw new Error(`the build has no ${debut}`)
  return `/assets/${nom}`
}

const listeDesRoutes = fichierNomme('manifest')

function lireManifeste(): Manifeste {
  const texte = readFileSync(CLIENT + listeDesRoutes, 'utf8')
  return JSON.parse(texte.slice(texte.indexOf('{'), texte.lastIndexOf('}') + 1))
}

const manifeste = lireManifeste()

/** A file and all it imports at once, not what it imports later. */
function avecImports(fichier: string, vus = new Set<string>()): Set<string> {
  if (vus.has(fichier)) return vus
  vus.add(fichier)
  const source = readFileSync(CLIENT + fichier, 'utf8')
  for (const [, nom] of source.matchAll(/(?:from|import)\s*"\.\/([\w.$-]+\.js)"/g)) avecImports(`/assets/${nom}`, vus)
  return vus
}

/** Everything a route brings: the entry, the root, its frames and itself. */
function fichiersDe(route: Route): Set<string> {
  const vus = avecImports(manifeste.entry.module)
  for (let une: Route | undefined = route; une; une = manifeste.routes[une.parentId ?? '']) {
    for (const fichier of [une.module, ...(une.imports ?? [])]) avecImports(fichier, vus)
  }
  return vus
}

const kilos = (fichiers: Set<string>) =>
  [...fichiers].reduce((somme, fichier) => somme + gzipSync(readFileSync(CLIENT + fichier)).length, 0) / 1000

const grille = fichierNomme('grille-bannette')
const auRepos = fichierNomme('reprise-ouverte')

const estBannette = (id: string) => /bureau\/(dossiers|pre-projets|courriels)\._index$/.test(id)

test('no page brings more JavaScript than it may, and the grid comes to the bannettes alone', () => {
  const routes = Object.values(manifeste.routes)
  expect(routes.length).toBeGreaterThan(40)
  expect(routes.filter(({ id }) => estBannette(id))).toHaveLength(3)
  const trop = routes.flatMap((route) => {
    const fichiers = fichiersDe(route)
    const extranet = route.id.startsWith('routes/extranet/')
    const poids = kilos(extranet ? avecImports(auRepos, fichiers).add(listeDesRoutes) : fichiers)
    if (fichiers.has(grille)) return [`${route.id} brings the grid at once`]
    const max = extranet ? MAX_EXTRANET : MAX_PAGE
    if (poids > max) return [`${route.id}: ${poids.toFixed(1)} kB, at most ${max}`]
    if (!estBannette(route.id)) return []
    const avecGrille = kilos(avecImports(grille, fichiers))
    return avecGrille > MAX_BANNETTE ? [`${route.id} with its grid: ${avecGrille.toFixed(1)} kB`] : []
  })
  expect(trop).toEqual([])
})

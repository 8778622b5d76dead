import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test, vi } from 'vitest'

/** Every address of the product. One that goes or moves breaks a bookmark, a mail already sent or a colleague's link. */
const ADRESSES = [
  '/',
  '/*',
  '/activation/:jeton',
  '/administration/campagnes',
  '/administration/campagnes/:code',
  '/administration/campagnes/:code/dossiers',
  '/administration/campagnes/:code/grille',
  '/administration/campagnes/:code/pieces',
  '/connexion',
  '/courriels',
  '/courriels/:id',
  '/courriels/:id/depart',
  '/courriels/recus/:id',
  '/courriels/recus/:id/apercu',
  '/courriels/recus/:id/original',
  '/courriels/recus/:id/pieces/:pieceId',
  '/courriels/recus/:id/pieces/:pieceId/apercu',
  '/courriels/recus/:id/pieces/:pieceId/pages/:page',
  '/deconnexion',
  '/dossiers',
  '/dossiers/:numero',
  '/dossiers/:numero/budget',
  '/dossiers/:numero/complements',
  '/dossiers/:numero/complements/suite',
  '/dossiers/:numero/decision',
  '/dossiers/:numero/delais',
  '/dossiers/:numero/deverrouillage',
  '/dossiers/:numero/echanges',
  '/dossiers/:numero/exigences',
  '/dossiers/:numero/fil-rouge',
  '/dossiers/:numero/journal',
  '/dossiers/:numero/modification',
  '/dossiers/:numero/modification/:id/:rang',
  '/dossiers/:numero/pieces',
  '/dossiers/:numero/pieces/:versionId/fichier',
  '/dossiers/:numero/souhaits',
  '/dossiers/relances',
  '/dossiers/relances/:id',
  '/dossiers/selection',
  '/importer',
  '/importer/:id',
  '/importer/:id/rejets',
  '/messages',
  '/metriques',
  '/pre-projets',
  '/pre-projets/:id',
  '/pre-projets/:id/courriels/:courrielId',
  '/pre-projets/:id/courriels/:courrielId/apercu',
  '/pre-projets/:id/courriels/:courrielId/nature',
  '/pre-projets/:id/fil-rouge',
  '/pre-projets/:id/instruction',
  '/pre-projets/:id/instruction/examen',
  '/pre-projets/:id/pieces/:pieceId',
  '/pre-projets/:id/pieces/:pieceId/apercu',
  '/pre-projets/:id/pieces/:pieceId/pages/:page',
  '/pre-projets/:id/voisines',
  '/rapports',
  '/rapports/:id/fichier',
  '/sante',
  '/sante/prete',
]

const adressesDe = (entrees: readonly RouteConfigEntry[], parent = ''): string[] =>
  entrees.flatMap(({ path, index, children = [] }) => {
    const ici = [parent, path].filter(Boolean).join('/')
    return [...(path || index ? [`/${ici}`] : []), ...adressesDe(children, ici)]
  })

test('the addresses are these, whatever folder their routes stand in', async () => {
  vi.stubGlobal('__remixAppDirectory', 'app')
  const { default: routes } = await import('../../app/routes')
  expect([...new Set(adressesDe(routes))].sort()).toEqual(ADRESSES)
})

import type { Db } from '#infra/db'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { mediane, type Mesure } from './mesure'
import { ecransPreProjets } from './pre-projets'

const TOURS = 15
const QUI = { moi: '00000000-0000-4000-8000-000000000000', now: new Date('2025-06-15T08:00:00Z') }

const ECRANS: [nom: string, params: Record<string, string>][] = [
  ['bannette, première page', {}],
  ['bannette, vingtième page', { page: '19' }],
  ['bannette, un état, triée par montant', { etat: 'DEPOSE', sort: 'montant', dir: 'desc' }],
  ['bannette, incomplets triés par délai', { vue: 'incomplets', sort: 'rejet' }],
  ['bannette, une pièce manquante', { piece: 'RIB' }],
  [
    'bannette, pièces manquantes, les plus nombreuses d’abord',
    { completude: 'manquantes', sort: 'pieces', dir: 'desc' },
  ],
  ['bannette, recherche « jumelage herne »', { q: 'jumelage herne' }],
]

/** The queries behind the screens, called in the process, as ratios to reading one row by its key. */
export async function mesurerRequetes(db: Db, volume: number): Promise<Mesure[]> {
  const { id } = await db.dossier.findFirstOrThrow({ select: { id: true } })
  const plancher = await mediane(TOURS * 4, () => db.dossier.findUnique({ where: { id }, select: { id: true } }))
  const mesures: Mesure[] = []
  for (const [nom, params] of ECRANS) {
    const ms = await mediane(TOURS, () => bannetteDossiers(db, BannetteDossiersParams.parse(params), QUI))
    mesures.push({ nom, volume, ms, ratio: ms / plancher, plancher: 'un dossier par sa clé' })
  }
  return [...mesures, ...(await ecransPreProjets(db))]
}

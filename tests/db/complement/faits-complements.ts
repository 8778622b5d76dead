import type { Agent } from '#domain/acces/droits'
import type { Db } from '#infra/db'
import { diskStorage, newKey } from '#infra/storage'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { importerPiece } from '#usecases/piece/importer-piece'
import { NOW, unAgent, unDossier } from '../dossier/faits'

export const RIB = { code: 'RIB', constat: 'pièce absente du dossier', aFaire: 'envoyez le RIB de la structure' }
export const STATUTS = { code: 'STATUTS', constat: 'document non signé', aFaire: 'renvoyez-les signés' }
export const FORMULAIRE = { code: null, constat: 'date de fin absente', aFaire: 'indiquez-la' }

/** Asked on 13 May until 3 June: 21 days, so that silence would reject on 10 June + 21 = 1 July. */
export const VOULU = { elements: [RIB, STATUTS], limite: '2025-06-03', cles: [], remplace: null }

/** What tests about compléments do with one database. */
export function faitsDe(own: () => { db: Db; dataDir: string }) {
  const deps = (iso?: string) => ({ db: own().db, now: () => (iso ? new Date(iso) : NOW) })

  const lire = (id: string) =>
    own().db.dossier.findUniqueOrThrow({
      where: { id },
      include: { complements: { orderBy: { creeLe: 'asc' } }, courriels: { orderBy: { creeLe: 'asc' } } },
    })

  const vise = async (id: string) => ({ dossierId: id, version: (await lire(id)).version })

  return {
    deps,
    lire,
    vise,

    async unDossierIncomplet(voulu: Parameters<typeof unDossier>[1] = { statuts: 'NON_CONFORME' }) {
      const agent = await unAgent(own().db)
      return { agent, dossier: await unDossier(own().db, voulu) }
    },

    demander: async (agent: Agent, id: string, change = {}, iso?: string) =>
      demanderComplements(deps(iso), agent, { ...(await vise(id)), ...VOULU, ...change }),

    /** A file of this name reaches the dossier by an import, at this instant. */
    async recevoir(numero: string | null, nomFichier: string, iso: string) {
      const lot = await own().db.lot.create({ data: { type: 'DEMANDES', fichiers: [] } })
      const contenu = Buffer.from(`%PDF-1.4\n${nomFichier} ${iso}\n%%EOF`)
      const storage = diskStorage(own().dataDir)
      const cle = newKey('lots')
      await storage.put(cle, contenu)
      const piece = {
        ...{ numero: numero ?? '', nomFichier, libelle: nomFichier, rang: 1, chemin: nomFichier },
        ...{ nature: 'PIECE' as const, extension: 'pdf', taille: contenu.length },
        source: { chemin: await storage.readPath(cle), zip: null },
      }
      await importerPiece({ ...deps(iso), storage }, { lotId: lot.id, rang: 1, piece, occurrence: 1 })
    },
  }
}

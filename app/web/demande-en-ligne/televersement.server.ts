import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { DataStore, type Locker, Server, Upload } from '@tus/server'
import type { Demandeur } from '#domain/acces/acteur'
import type { PourQuoi } from '#domain/demande-en-ligne/televersement'
import { MAX_OCTETS } from '#domain/piece/depot'
import type { Result } from '#domain/result'
import { DisquePlein, NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import { verrouPartage, type VerrouTenu } from '#infra/postgres/verrou-partage'
import { cleDeTeleversement, televersementDe } from '#infra/stores/demande-en-ligne/televersement'
import { phraseDeTeleversement } from '#libelles/demande-en-ligne/refus-de-televersement'
import { ADRESSE_TELEVERSEMENTS } from '#libelles/demande-en-ligne/televersement'
import { deps, type DepsWeb, urlDeLaBase } from '#web/deps'

type Annonce = {
  id: string
  pour: PourQuoi
  code: string
  nomFichier: string
  remplace: string
  taille: number
  sha256: string
}
type Morceau = { depuis: number; flux: AsyncIterable<Uint8Array>; continuer: () => boolean }

/** What the protocol asks the application to do, each an act that the route gives. */
export type ActesDeTeleversement = {
  commencer: (deps: DepsWeb, demandeur: Demandeur, annonce: Annonce) => Promise<Result<{ id: string; recu: number }>>
  recevoir: (deps: DepsWeb, quoi: { id: string; taille: number }, morceau: Morceau) => Promise<number>
  terminer: (deps: DepsWeb, demandeur: Demandeur, id: string) => Promise<Result<undefined>>
  abandonner: (deps: DepsWeb, demandeur: Demandeur, id: string) => Promise<unknown>
}

/** An answer of the protocol, as @tus/server throws them: shown to whoever sends. */
const reponse = (status_code: number, body: string) => ({ status_code, body })

const INCONNU = reponse(404, 'Cette adresse n’existe pas.')

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

const refuser = ({ reason, detail }: { reason: string; detail?: string }) =>
  reponse(reason === 'OCCUPE' ? 503 : 422, phraseDeTeleversement(reason, detail))

const verrous = verrouPartage(urlDeLaBase, 'televersement')

/** The locks of one request: what it holds is looked at again before each piece is written. */
class Verrous implements Locker {
  private readonly tenus = new Map<string, VerrouTenu>()

  readonly estTenu = (id: string): boolean => this.tenus.get(id)?.estTenu() ?? false

  newLock(id: string) {
    return {
      lock: async (signal: AbortSignal, demander: () => void) => {
        const tenu = await verrous.prendre(id, { signal, demander })
        if (!tenu) throw reponse(423, phraseDeTeleversement('VERROUILLE'))
        this.tenus.set(id, tenu)
      },
      unlock: async () => {
        await this.tenus.get(id)?.rendre()
        this.tenus.delete(id)
      },
    }
  }
}

/** What is on its way, as @tus/server reads and writes it: rows say what was announced, the storage how much has come. */
class Magasin extends DataStore {
  override extensions = ['creation', 'termination']

  constructor(
    private readonly demandeur: Demandeur,
    private readonly actes: ActesDeTeleversement,
    private readonly verrous: Verrous,
  ) {
    super()
  }

  override async create(upload: Upload): Promise<Upload> {
    const { nom = '', sha256 = '', code = '', remplace, demande, dossier } = upload.metadata ?? {}
    const vise = dossier ?? demande ?? ''
    if (!UUID.test(vise)) throw INCONNU
    const pour = dossier ? { dossierId: vise } : { demandeEnLigneId: vise }
    const commence = await this.actes.commencer(deps, this.demandeur, {
      ...{ id: upload.id, pour, code: code ?? '', nomFichier: nom ?? '', remplace: remplace ?? '' },
      ...{ taille: upload.size ?? 0, sha256: sha256 ?? '' },
    })
    if (!commence.ok) throw refuser(commence)
    // The address that is answered is that of the one that goes on.
    upload.id = commence.value.id
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const { finiLe, taille } = await televersementDe(deps.db, this.demandeur.id, id)
    const offset = finiLe ? taille : await deps.storage.size(cleDeTeleversement(id))
    return new Upload({ id, size: taille, offset })
  }

  override async write(flux: Readable, id: string, depuis: number): Promise<number> {
    const { taille, finiLe } = await televersementDe(deps.db, this.demandeur.id, id)
    if (finiLe) return taille
    return this.actes.recevoir(deps, { id, taille }, { depuis, flux, continuer: () => this.verrous.estTenu(id) })
  }

  override async remove(id: string): Promise<void> {
    await this.actes.abandonner(deps, this.demandeur, id)
  }
}

/** Ends what came whole; refuses in words what it is refused for. */
async function conclure(demandeur: Demandeur, actes: ActesDeTeleversement, id: string) {
  const termine = await actes.terminer(deps, demandeur, id)
  if (!termine.ok) throw refuser(termine)
  return {}
}

type Refus = { status_code?: number; body?: string }

/** An error of the protocol has its own number; a sentence is said only where it is one of ours. */
function dire(error: Refus | Error) {
  if (error instanceof DisquePlein) return reponse(507, phraseDeTeleversement('SANS_PLACE'))
  if (error instanceof NotFound) return INCONNU
  const { status_code, body } = error as Refus
  if (status_code === 413) return reponse(413, phraseDeTeleversement('TROP_VOLUMINEUX'))
  if (status_code !== undefined) return reponse(status_code, body ?? '')
  logger.error({ err: error }, 'unexpected')
  return reponse(500, phraseDeTeleversement('PANNE'))
}

const serveur = (demandeur: Demandeur, actes: ActesDeTeleversement) => {
  const locker = new Verrous()
  return new Server({
    path: ADRESSE_TELEVERSEMENTS,
    datastore: new Magasin(demandeur, actes, locker),
    locker,
    maxSize: MAX_OCTETS,
    relativeLocation: true,
    lockDrainTimeout: 500,
    namingFunction: () => randomUUID(),
    onUploadFinish: (_req, { id }) => conclure(demandeur, actes, id),
    onResponseError: (_req, error) => dire(error),
  })
}

/**
 * Answers one request of the tus protocol for this demandeur, to whom alone the ones they began are there. A file whose last byte came but that nothing ended,
 * its process having died, is ended when it is asked about. Nothing is given back of it, to GET. No other site is told that it may ask.
 */
export async function servirTeleversement(
  request: Request,
  { demandeur, actes, id }: { demandeur: Demandeur; actes: ActesDeTeleversement; id: string | null },
): Promise<Response> {
  const connu = id === null ? null : await televersementDe(deps.db, demandeur.id, id)
  const faite = await serveur(demandeur, actes).handleWeb(request)
  for (const nom of [...faite.headers.keys()]) if (nom.startsWith('access-control-')) faite.headers.delete(nom)
  if (connu && request.method === 'HEAD' && faite.headers.get('Upload-Offset') === String(connu.taille)) {
    const termine = await actes.terminer(deps, demandeur, connu.id)
    // Refused, it is over, and its page says why.
    if (!termine.ok && termine.reason === 'OCCUPE') return new Response(null, { status: 503 })
  }
  return faite
}

import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import type { EtapeEcrite, ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { plier } from '#domain/texte'
import type { Db } from '#infra/db'
import { diskStorage, newKey } from '#infra/storage'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { demandeEnLigne } from '#queries/extranet/demande-en-ligne'
import { ouvrirCampagnes } from '#support/campagnes'
import { CERTIFIE, PROJET, STRUCTURE } from '#support/demande-en-ligne/reponses'
import { unPdf } from '#support/documents'
import { ownDb } from '#support/own-db'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { donnerPiece } from '#usecases/demande-en-ligne/donner-piece'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { unDossier } from '../dossier/faits'

export const JUIN = '2027-06-01T10:00:00Z'
/** The last second of the last day to deposit, in Paris, and the one after. */
export const DERNIERE = '2027-09-30T21:59:59Z'
export const APRES = '2027-09-30T22:00:00Z'

/** The file of an earlier dossier of this structure, found good there; gives its version. Its bytes are nowhere. */
export async function uneDetenue(db: Db, structureId: string): Promise<string> {
  const { id, pieces } = await unDossier(db, { statuts: 'CONFORME' })
  await db.dossier.update({ where: { id }, data: { structureId } })
  const statuts = pieces.find(({ code }) => code === 'STATUTS')
  const version = await db.pieceVersion.findFirstOrThrow({ where: { pieceId: statuts?.id ?? '' } })
  return version.id
}

type Ecrit = { id: string; etape: EtapeEcrite; miennes: ReponsesEnLigne; base?: ReponsesEnLigne }
type Donne = { id: string; code: string; nomFichier: string; remplace?: string; contenu?: Buffer }

/** A database with its two campagnes, and what a structure does in it; read it inside tests. */
export function unMondeEnLigne() {
  let own: Awaited<ReturnType<typeof ownDb>>
  let pdf: Buffer

  beforeAll(async () => {
    own = await ownDb()
    await ouvrirCampagnes(own.db, 2027, {})
    pdf = await unPdf([{ texte: 'Lettre de demande', x: 72, y: 700 }])
  })
  afterAll(() => own.drop())

  /** Where the application keeps its files, that a route finds them. */
  const storage = () => diskStorage(path.join(own.dataDir, 'fichiers'))
  const depsA = (le = JUIN) => ({ db: own.db, storage: storage(), now: () => new Date(le) })

  async function unMembre(structureId: string, role: RoleMembre = 'REDACTEUR', prenom = 'Anne'): Promise<Demandeur> {
    const row = await own.db.demandeur.create({
      data: {
        ...{ courriel: `${randomUUID()}@exemple.test`, prenom, nom: 'Pruvost', creeLe: new Date() },
        membreDe: { create: { structureId, role, depuisLe: new Date() } },
      },
    })
    return demandeurDe(row)
  }
  async function uneStructure(genre = 'association') {
    const nom = `Comité ${randomUUID()}`
    const { id } = await own.db.structure.create({ data: { nom, nomPlie: plier(nom), genre, commune: 'Arras' } })
    return id
  }
  const ecrireA = (le: string, qui: Demandeur, { base = {}, ...ecrit }: Ecrit) =>
    enregistrerEtape(depsA(le), qui, { base, repris: [], ...ecrit })
  const ecrire = (qui: Demandeur, ecrit: Ecrit) => ecrireA(JUIN, qui, ecrit)
  const versionDe = async (id: string) =>
    (await own.db.demandeEnLigne.findUniqueOrThrow({ where: { id }, select: { version: true } })).version
  return {
    get db() {
      return own.db
    },
    get url() {
      return own.url
    },
    get pdf() {
      return pdf
    },
    ...{ storage, depsA, unMembre, uneStructure, ecrire, ecrireA, versionDe },
    async unDebut(genre = 'association') {
      const structureId = await uneStructure(genre)
      const anne = await unMembre(structureId)
      const input = { structureId, code: 'JUM-2027', ficheId: null, cleEnvoi: randomUUID() }
      const commencee = await commencerDemande(depsA(), anne, input)
      if (!commencee.ok) throw new Error(commencee.reason)
      return { structureId, anne, id: commencee.value.id }
    },
    /** Answers all that is asked, as a page that shows what is known would. */
    async remplir(qui: Demandeur, id: string) {
      const { reponses: base } = await demandeEnLigne(own.db, qui, { id, now: new Date(JUIN) })
      await ecrire(qui, { id, etape: 'STRUCTURE', miennes: STRUCTURE, base })
      await ecrire(qui, { id, etape: 'PROJET', miennes: PROJET, base })
    },
    async donner(qui: Demandeur, { contenu = pdf, ...donne }: Donne) {
      const recue = newKey('lots')
      await storage().put(recue, contenu)
      return donnerPiece(depsA(), qui, { ...donne, recue, televersement: null })
    },
    async valider(
      qui: Demandeur,
      id: string,
      { le = JUIN, arriveeLe = le, version }: { le?: string; arriveeLe?: string; version?: number } = {},
    ) {
      const sue = version ?? (await versionDe(id))
      return validerDemande(depsA(le), qui, { id, version: sue, arriveeLe: new Date(arriveeLe), ...CERTIFIE })
    },
    dossierDe: (numero: string) =>
      own.db.dossier.findUniqueOrThrow({ where: { numero }, include: { pieces: { include: { versions: true } } } }),
  }
}

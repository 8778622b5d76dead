import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Demandeur } from '#domain/acces/acteur'
import { plier } from '#domain/texte'
import { type Db, makeDb } from '#infra/db'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { CERTIFIE, PROJET, STRUCTURE } from '#support/demande-en-ligne/reponses'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { type RefusDeValider, validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import type { Result } from '#domain/result'

/** Files that a demande has, as rows: a deposit reads none of their bytes. */
const FICHIERS = ['LETTRE', 'RIB', 'STATUTS', 'BUDGET', 'CERFA']

/** One demande that is ready to be deposited, and who will. */
export type Prete = { qui: Demandeur; id: string; version: number }

/** Somebody, and the structure of theirs that they write for. */
export type DeLaStructure = { qui: Demandeur; structureId: string }

/** A structure of its own, and who writes its demandes; given a hash, they sign in with what it was made of. */
export async function uneStructure(db: Db, le: Date, motDePasse: string | null = null): Promise<DeLaStructure> {
  const nom = `Comité ${randomUUID()}`
  const structure = await db.structure.create({
    data: { nom, nomPlie: plier(nom), genre: 'association', commune: 'Arras' },
  })
  const membre = { structureId: structure.id, role: 'REDACTEUR', depuisLe: le } as const
  const qui = demandeurDe(
    await db.demandeur.create({
      data: {
        ...{ courriel: `${randomUUID()}@exemple.test`, prenom: 'Anne', nom: 'Pruvost', creeLe: le, motDePasse },
        membreDe: { create: membre },
      },
    }),
  )
  return { qui, structureId: structure.id }
}

type OuEtQuand = { le: Date; code: string }

/** A demande of theirs that is answered whole and has its files. */
export async function preteDe(db: Db, { qui, structureId }: DeLaStructure, { le, code }: OuEtQuand): Promise<Prete> {
  const deps = { db, now: () => le }
  const voulue = { structureId, code, ficheId: null, cleEnvoi: randomUUID() }
  const commencee = await commencerDemande(deps, qui, voulue)
  if (!commencee.ok) throw new Error(commencee.reason)
  const { id } = commencee.value
  await enregistrerEtape(deps, qui, { id, etape: 'STRUCTURE', base: {}, repris: [], miennes: STRUCTURE })
  await enregistrerEtape(deps, qui, { id, etape: 'PROJET', base: {}, repris: [], miennes: PROJET })
  await db.pieceEnLigne.createMany({
    data: FICHIERS.map((code) => ({
      ...{ demandeEnLigneId: id, code, cleDepot: code, nomFichier: `${code}.pdf`, libelle: code, taille: 1_000 },
      ...{
        cle: `pieces/${randomUUID()}`,
        typeMime: 'application/pdf',
        sha256: randomUUID().replaceAll('-', '').repeat(2),
      },
      ...{ recueLe: le, recuePar: 'Anne Pruvost' },
    })),
  })
  const { version } = await db.demandeEnLigne.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return { qui, id, version }
}

/** One that is ready, of a structure of its own. */
export const unePrete = async (db: Db, ouEtQuand: OuEtQuand): Promise<Prete> =>
  preteDe(db, await uneStructure(db, ouEtQuand.le), ouEtQuand)

/** What goes wrong for one person: the button pressed twice, the connection dead once the deposit is half written, or its answer lost. */
export type Accident = 'RIEN' | 'DEUX_FOIS' | 'COUPE' | 'REPONSE_PERDUE'

/** Twenty presses of a hundred are double, and five of a hundred meet a process that dies: before the end, or before its answer. */
export function accidentDe(rang: number): Accident {
  if (rang % 5 === 0) return 'DEUX_FOIS'
  if (rang % 40 === 7) return 'COUPE'
  return rang % 40 === 27 ? 'REPONSE_PERDUE' : 'RIEN'
}

/** What one person was answered at last, and how long after they first pressed, in ms. */
export type Sort = {
  prete: Prete
  accident: Accident
  coupee: boolean
  ms: number
  dits: Result<{ numero: string }, RefusDeValider>[]
}

/** The deposits of people who press, each once more where nothing answers; `fermer` ends the connections that die. */
export function guichet({ db, url, now }: { db: Db; url: string; now: () => Date }) {
  const mourantes = `mourante-${randomUUID().slice(0, 8)}`
  const condamnee = makeDb(Object.assign(new URL(url), { search: `?application_name=${mourantes}` }).href, 4)
  const bourreau = new pg.Pool({ connectionString: url, max: 1 })
  const valider = (sur: Db, { qui, id, version }: Prete) =>
    validerDemande({ db: sur, now }, qui, { id, version, arriveeLe: now(), ...CERTIFIE })

  /** Begins on a connection that is cut while it takes its number, or holds it: all the rest is written. Whether it was. */
  async function couper(prete: Prete): Promise<boolean> {
    const etat = { finie: false }
    const tentee = valider(condamnee, prete).then(
      () => false,
      () => true,
    )
    void tentee.finally(() => (etat.finie = true))
    while (!etat.finie)
      await bourreau.query(
        `SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l USING (pid)
         WHERE a.application_name = $1 AND l.relation = 'numerotation_en_ligne'::regclass`,
        [mourantes],
      )
    return tentee
  }

  return {
    async deposer(prete: Prete, accident: Accident): Promise<Sort> {
      const debut = performance.now()
      const coupee = accident === 'COUPE' && (await couper(prete))
      if (accident === 'REPONSE_PERDUE') await valider(db, prete)
      const fois = accident === 'DEUX_FOIS' ? 2 : 1
      const dits = await Promise.all(Array.from({ length: fois }, () => valider(db, prete)))
      return { prete, accident, coupee, ms: performance.now() - debut, dits }
    },
    async fermer() {
      await condamnee.$disconnect()
      await bourreau.end()
    },
  }
}

import { chiffresDe } from '#domain/budget/chiffres'
import { comparerBudgets } from '#domain/budget/comparaison'
import type { Attentes } from '#domain/budget/constat'
import { lectureDeJson, type Lecture } from '#domain/budget/lecture/lecture-gardee'
import { ouvertureDe } from '#domain/piece/antivirus'
import { ouvrirBudget } from '#fichiers/classeur/classeur-budget'
import { formatConvertible } from '#fichiers/classeur/garde-classeur'
import type { DepsFichiers } from '#infra/deps'
import { antivirusVoulu } from '#infra/env'
import { NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'
import { constatsDits } from '#libelles/budget/constats-dits'
import { contexteBudget } from '#queries/budget/contexte-budget'
import type { ResumeBudget } from '#queries/dossier/page-dossier'

/** Workbooks read here because no worker has read them yet: the same bytes always say the same. */
const GARDES = 100
const lus = new Map<string, Lecture | null>()

function retenir(sha256: string, lecture: Lecture | null): Lecture | null {
  lus.delete(sha256)
  if (lecture) lus.set(sha256, lecture)
  const [ancien] = lus.keys()
  if (lus.size > GARDES && ancien !== undefined) lus.delete(ancien)
  return lecture
}

const VERSION = {
  id: true,
  numero: true,
  nomFichier: true,
  cle: true,
  sha256: true,
  recueLe: true,
  budget: true,
  analyse: true,
} as const

type Version = {
  nomFichier: string
  cle: string
  sha256: string
  budget: unknown
  analyse: 'NON_ANALYSE' | 'SAIN' | 'INFECTE'
}

/** What a version says: as a worker kept it, else read now. Null while it waits for a worker or for the antivirus. */
async function lire(storage: Storage, { nomFichier, cle, sha256, budget, analyse }: Version): Promise<Lecture | null> {
  const ouverture = ouvertureDe(analyse, { antivirus: antivirusVoulu() })
  if (ouverture === 'VERROUILLE')
    return { lisible: false, motif: `Le fichier «\u00a0${nomFichier}\u00a0» est infecté\u00a0: il n’est pas ouvert.` }
  const connue = lectureDeJson(budget) ?? lus.get(sha256)
  if (connue) return connue
  if (ouverture === 'EN_ATTENTE') return null
  try {
    const contenu = await storage.get(cle)
    const lecture = await ouvrirBudget(contenu, nomFichier)
    return retenir(sha256, !lecture.lisible && (await formatConvertible(contenu)) ? null : lecture)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return {
      lisible: false,
      motif: `Le fichier «\u00a0${nomFichier}\u00a0» est introuvable sur le serveur. Prévenez l’administrateur.`,
    }
  }
}

const juger = (lecture: Lecture | null, attentes: Attentes) =>
  lecture?.lisible ? { budget: lecture.budget, constats: constatsDits(lecture.budget, attentes) } : null

/** The budget of the project deposited last, read and judged, beside the one it replaces; null when there is none. */
export async function budgetDossier({ db, storage, now }: DepsFichiers, dossierId: string) {
  const [derniere, precedente] = await db.pieceVersion.findMany({
    where: { piece: { dossierId, code: 'BUDGET_PROJET' } },
    orderBy: [{ recueLe: 'desc' }, { numero: 'desc' }],
    take: 2,
    select: VERSION,
  })
  if (!derniere) return null
  const attentes = await contexteBudget(db, dossierId, now())
  const lecture = await lire(storage, derniere)
  const fichier = { id: derniere.id, nomFichier: derniere.nomFichier, recueLe: derniere.recueLe }
  if (!lecture) return { fichier, etat: 'EN_ATTENTE' as const }
  const lu = juger(lecture, attentes)
  if (!lu) return { fichier, etat: 'ILLISIBLE' as const, motif: lecture.lisible ? '' : lecture.motif }
  const avant = precedente ? juger(await lire(storage, precedente), attentes) : null
  return {
    fichier,
    etat: 'LU' as const,
    ...lu,
    chiffres: chiffresDe(lu.budget, attentes),
    comparaison: avant && precedente ? { depuis: precedente.recueLe, ...comparerBudgets(avant, lu) } : null,
  }
}

/**
 * What the checks say of a workbook that no officer has taken yet, judged by the amount the demandeur now asks. Null while it waits for
 * the antivirus.
 */
export async function constatsDuClasseur(
  { db, storage, now }: DepsFichiers,
  { dossierId, montantDemandeCents, ...classeur }: Version & { dossierId: string; montantDemandeCents: bigint | null },
) {
  const lecture = await lire(storage, classeur)
  if (!lecture) return null
  const attentes = await contexteBudget(db, dossierId, now())
  const lu = juger(lecture, { ...attentes, ...(montantDemandeCents !== null && { montantDemandeCents }) })
  return lu
    ? lu.constats.map(({ regle, message, gravite }) => ({ regle, message, gravite }))
    : constatIllisible(lecture)
}

const constatIllisible = (lecture: Lecture) => [
  { regle: '', message: lecture.lisible ? '' : lecture.motif, gravite: 'BLOQUANT' as const },
]

/** What the header says of the budget. */
export function resumeBudget(lu: Awaited<ReturnType<typeof budgetDossier>>): ResumeBudget {
  if (!lu || lu.etat === 'EN_ATTENTE') return null
  if (lu.etat === 'ILLISIBLE') return { lisible: false, bloquants: 0, avertissements: 0 }
  const nombre = (gravite: string) => lu.constats.filter((c) => c.gravite === gravite).length
  return { lisible: true, bloquants: nombre('BLOQUANT'), avertissements: nombre('AVERTISSEMENT') }
}

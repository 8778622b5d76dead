import type { Gravite } from '#domain/budget/constat'
import { chiffresDe } from '#domain/budget/chiffres'
import { comparerBudgets } from '#domain/budget/comparaison'
import type { Attentes } from '#domain/budget/constat'
import { feuillesAChoisir, type Lecture } from '#domain/budget/lecture/lecture-gardee'
import { empechementControle } from '#domain/dossier/instruction'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { constatsDits } from '#libelles/budget/constats-dits'
import { contexteBudget } from '#infra/stores/budget/contexte-budget'
import { lectureGardee, type ClasseurDepose, type SansLecture } from '#queries/budget/lecture-gardee'
import type { ResumeBudget } from '#queries/dossier/page-dossier'

const VERSION = {
  id: true,
  numero: true,
  nomFichier: true,
  cle: true,
  sha256: true,
  recueLe: true,
  budget: true,
  budgetFeuille: true,
  analyse: true,
} as const

/** Why a workbook says nothing, in a sentence that names it; null while a worker or the antivirus is to come. */
const SANS_LECTURE: Record<SansLecture, string | null> = {
  VERROUILLE: 'est infecté\u00a0: il n’est pas ouvert.',
  ABSENT: 'est introuvable sur le serveur. Prévenez l’administrateur.',
  EN_ATTENTE: null,
  A_CONVERTIR: null,
}

/** What a version says, or the sentence that says why nobody can tell. Null while it waits for a worker or for the antivirus. */
async function lire(deps: DepsFichiers, classeur: ClasseurDepose): Promise<Lecture | null> {
  const lue = await lectureGardee(deps, classeur)
  if (lue.ok) return lue.value
  const motif = SANS_LECTURE[lue.reason]
  return motif === null ? null : { lisible: false, motif: `Le fichier «\u00a0${classeur.nomFichier}\u00a0» ${motif}` }
}

const juger = (lecture: Lecture | null, attentes: Attentes) =>
  lecture?.lisible ? { budget: lecture.budget, constats: constatsDits(lecture.budget, attentes) } : null

/** Until a decision is taken, an officer may say which of several sheets holds the budget. */
async function peutSeChoisir(db: Db, dossierId: string, feuilles: readonly string[]): Promise<boolean> {
  if (feuilles.length < 2) return false
  const { etat } = await db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { etat: true } })
  return empechementControle(etat) === null
}

/** The budget of the project deposited last, read and judged, beside the one it replaces; null when there is none. */
export async function budgetDossier(deps: DepsFichiers, dossierId: string) {
  const { db, now } = deps
  const [derniere, precedente] = await db.pieceVersion.findMany({
    where: { piece: { dossierId, code: 'BUDGET_PROJET' } },
    orderBy: [{ recueLe: 'desc' }, { numero: 'desc' }],
    take: 2,
    select: VERSION,
  })
  if (!derniere) return null
  const attentes = await contexteBudget(db, dossierId, now())
  const lecture = await lire(deps, derniere)
  const fichier = { id: derniere.id, nomFichier: derniere.nomFichier, recueLe: derniere.recueLe }
  if (!lecture) return { fichier, etat: 'EN_ATTENTE' as const }
  const feuilles = feuillesAChoisir(lecture)
  const choix = (await peutSeChoisir(db, dossierId, feuilles)) ? { feuilles, choisie: derniere.budgetFeuille } : null
  const lu = juger(lecture, attentes)
  if (!lu) return { fichier, etat: 'ILLISIBLE' as const, motif: lecture.lisible ? '' : lecture.motif, choix }
  const avant = precedente ? juger(await lire(deps, precedente), attentes) : null
  return {
    fichier,
    etat: 'LU' as const,
    ...lu,
    choix,
    chiffres: chiffresDe(lu.budget, attentes),
    comparaison: avant && precedente ? { depuis: precedente.recueLe, ...comparerBudgets(avant, lu) } : null,
  }
}

/**
 * What the checks say of a workbook that no officer has taken yet, judged by the amount the demandeur now asks. Null while it waits for
 * the antivirus.
 */
export async function constatsDuClasseur(
  deps: DepsFichiers,
  {
    dossierId,
    montantDemandeCents,
    ...classeur
  }: ClasseurDepose & { dossierId: string; montantDemandeCents: bigint | null },
) {
  const lecture = await lire(deps, classeur)
  if (!lecture) return null
  const attentes = await contexteBudget(deps.db, dossierId, deps.now())
  const lu = juger(lecture, { ...attentes, ...(montantDemandeCents !== null && { montantDemandeCents }) })
  return lu
    ? lu.constats.map(({ regle, message, gravite }) => ({ regle, message, gravite }))
    : constatIllisible(lecture)
}

const constatIllisible = (lecture: Lecture) => [
  { regle: null, message: lecture.lisible ? '' : lecture.motif, gravite: 'BLOQUANT' as const },
]

/** What the header says of the budget. */
export function resumeBudget(lu: Awaited<ReturnType<typeof budgetDossier>>): ResumeBudget {
  if (!lu || lu.etat === 'EN_ATTENTE') return null
  if (lu.etat === 'ILLISIBLE') return { lisible: false, bloquants: 0, avertissements: 0 }
  const nombre = (gravite: Gravite) => lu.constats.filter((c) => c.gravite === gravite).length
  return { lisible: true, bloquants: nombre('BLOQUANT'), avertissements: nombre('AVERTISSEMENT') }
}

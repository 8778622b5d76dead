import { lectureDeJson, type Lecture } from '#domain/budget/lecture/lecture-gardee'
import { estOuvrable, type Analyse, type RefusDOuvrir } from '#domain/piece/antivirus'
import { no, ok, type Result } from '#domain/result'
import { lireFichierRecu, ouvertureActuelle } from '#infra/fichier-recu'
import { memoireDesLectures } from '#infra/memoires'
import { lireClasseurDeBudget } from '#lecteurs/budget-depose'
import type { DepsFichiers } from '#infra/deps'
import type { Storage } from '#infra/storage'

/** A deposited workbook; `budget` is the JSON a worker kept of it, null where none did, `budgetFeuille` the sheet an officer chose. */
export type ClasseurDepose = {
  nomFichier: string
  cle: string
  sha256: string
  budget: unknown
  budgetFeuille: string | null
  analyse: Analyse
}

export type SansLecture = RefusDOuvrir | 'A_CONVERTIR'

/**
 * What a workbook says: as a worker kept it, else read now when it may be opened. Nothing of a locked file is told, even what was kept.
 * A_CONVERTIR: an older format, that only the worker converts.
 */
export async function lectureGardee(
  { storage, now }: Pick<DepsFichiers, 'storage' | 'now'>,
  classeur: ClasseurDepose,
): Promise<Result<Lecture, SansLecture>> {
  const ouverture = ouvertureActuelle(classeur.analyse)
  if (ouverture === 'VERROUILLE') return no(ouverture)
  const gardee = lectureDeJson(classeur.budget)
  if (gardee) return ok(gardee)
  if (!estOuvrable(ouverture)) return no(ouverture)
  return memoireDesLectures(`${classeur.sha256} ${classeur.budgetFeuille ?? ''}`, now(), () =>
    ouvrir(storage, classeur),
  )
}

async function ouvrir(storage: Storage, classeur: ClasseurDepose): Promise<Result<Lecture, SansLecture>> {
  const contenu = await lireFichierRecu(storage, classeur)
  if (!contenu.ok) return contenu
  const { lecture, convertible } = await lireClasseurDeBudget({
    contenu: contenu.value,
    nom: classeur.nomFichier,
    feuille: classeur.budgetFeuille,
  })
  return convertible ? no('A_CONVERTIR') : ok(lecture)
}

import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import type { Lectures } from '#lecteurs/entree'
import { lire } from '#lecteurs/lecteurs'

/** The tables that somebody gives for their rows alone. */
type Tableau = 'votes' | 'versements' | 'accuses'

type Lignes<T extends Tableau> = Extract<Awaited<ReturnType<Lectures[T]>>, { ok: true }>['value']

/**
 * The rows of a table that somebody has just given: a reader process reads its bytes once, and nobody opens it after. `detail` of ILLISIBLE is the
 * sentence to show.
 */
export async function lireTableauDepose<T extends Tableau>(
  tableau: T,
  { storage }: Pick<DepsFichiers, 'storage'>,
  { nom, cle }: { nom: string; cle: string },
): Promise<Result<Lignes<T>, 'ILLISIBLE'>> {
  const lecture = await lire<Tableau>(tableau, { nom, contenu: await storage.readAll(cle) })
  const lue = lecture.ok ? lecture.value : lecture
  return lue.ok ? ok(lue.value as Lignes<T>) : no('ILLISIBLE', lue.detail ?? lue.reason)
}

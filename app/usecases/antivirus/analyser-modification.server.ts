import { lireFichiers } from '#domain/portail/modification'
import type { Tx } from '#infra/db'
import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { analyser } from '#usecases/antivirus/analyser-fichiers'

/** Scans each file put in while a dossier is open, once. One that was replaced meanwhile is left alone. */
export async function analyserModification(deps: DepsAntivirus, modificationId: string): Promise<void> {
  const modification = await deps.db.modification.findUnique({ where: { id: modificationId } })
  if (!modification) throw new NotFound('modification', modificationId)
  for (const { cle, nomFichier, code, analyse } of lireFichiers(modification.fichiers)) {
    if (analyse && analyse !== 'NON_ANALYSE') continue
    await analyser(deps, cle, {
      noter: (tx, { analyse: dite }) => noter(tx, modificationId, { cle, analyse: dite }),
      sujet: {
        objet: 'dossier',
        objetId: modification.dossierId,
        detail: { fichier: nomFichier, piece: code ?? '' },
      },
    })
  }
}

type Dite = { cle: string; analyse: 'NON_ANALYSE' | 'SAIN' | 'INFECTE' }

/** The row is locked while its list is rewritten: a file that comes meanwhile is not lost. */
async function noter(tx: Tx, id: string, { cle, analyse }: Dite): Promise<{ count: number }> {
  await tx.$queryRaw`SELECT id FROM modification WHERE id = ${id}::uuid FOR UPDATE`
  const { fichiers: json } = await tx.modification.findUniqueOrThrow({ where: { id }, select: { fichiers: true } })
  const fichiers = lireFichiers(json)
  if (!fichiers.some((fichier) => fichier.cle === cle)) return { count: 0 }
  const dits = fichiers.map((fichier) => (fichier.cle === cle ? { ...fichier, analyse } : fichier))
  return tx.modification.updateMany({ where: { id }, data: { fichiers: dits } })
}

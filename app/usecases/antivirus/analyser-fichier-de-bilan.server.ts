import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { promettreAnalyseFichierDeBilan } from '#infra/stores/antivirus/analyse'
import { analyser } from '#usecases/antivirus/analyser-fichiers'
import { reprendreAnalysesDe } from '#usecases/antivirus/reprendre-analyses'

/**
 * Scans a file of a bilan, once; an infected one is told in the journal of its dossier. What was taken away or replaced meanwhile is left alone. Throws when
 * the antivirus does not answer.
 */
export async function analyserFichierDeBilan(deps: DepsAntivirus, fichierId: string): Promise<void> {
  const choisi = {
    where: { id: fichierId },
    select: {
      ...{ cle: true, nomFichier: true, analyse: true },
      bilanRendu: { select: { bilan: { select: { dossierId: true } } } },
    },
  } as const
  const fichier = await deps.db.fichierDeBilan.findUnique(choisi)
  if (fichier?.analyse !== 'NON_ANALYSE') return
  const { cle, nomFichier, analyse, bilanRendu } = fichier
  try {
    await analyser(deps, cle, {
      noter: (tx, data) => tx.fichierDeBilan.updateMany({ where: { id: fichierId, cle, analyse }, data }),
      sujet: { objet: 'dossier', objetId: bilanRendu.bilan.dossierId, detail: { fichier: nomFichier } },
    })
  } catch (error) {
    const encore = await deps.db.fichierDeBilan.findUnique(choisi)
    if (!(error instanceof NotFound) || encore?.cle === cle) throw error
  }
}

/** Promises anew the scan of the files of bilans that wait for one. */
export const reprendreAnalysesDeBilans = (deps: DepsAntivirus): Promise<number> =>
  reprendreAnalysesDe(deps, 'FICHIER_DE_BILAN', promettreAnalyseFichierDeBilan)

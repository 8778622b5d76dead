import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { promettreAnalyseFichierDeBilan } from '#infra/stores/antivirus/analyse'
import { fichiersDeBilanAAnalyser } from '#infra/stores/suite-accord/bilan-rendu'
import { analyser } from '#usecases/antivirus/analyser-fichiers'

/** Longer than the tries of a scan and their waits. */
const DELAI_MS = 2 * 60 * 60 * 1000
const JOUR_MS = 24 * 60 * 60 * 1000
const LIMITE = 500

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

/** Promises the scan of the files of bilans that wait for one, received before the antivirus was set or lost by the queue. */
export async function reprendreAnalysesDeBilans({ db, antivirus, now }: DepsAntivirus): Promise<number> {
  if (!antivirus) return 0
  const [depuis, veille] = [new Date(now().getTime() - DELAI_MS), new Date(now().getTime() - JOUR_MS)]
  return db.$transaction(async (tx) => {
    const fichiers = await fichiersDeBilanAAnalyser(tx, { depuis, veille, limite: LIMITE })
    for (const { id } of fichiers) await promettreAnalyseFichierDeBilan(tx, id)
    return fichiers.length
  })
}

import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { promettreAnalyseLettreSignee } from '#infra/stores/antivirus/analyse'
import { analyser } from '#usecases/antivirus/analyser-fichiers'
import { reprendreAnalysesDe } from '#usecases/antivirus/reprendre-analyses'

/** Scans the signed letter of a decision, once; an infected one is told in the journal of its dossier. Throws when the antivirus does not answer. */
export async function analyserLettreSignee(deps: DepsAntivirus, lettreSigneeId: string): Promise<void> {
  const lettre = await deps.db.lettreSignee.findUnique({
    where: { id: lettreSigneeId },
    select: { cle: true, nomFichier: true, analyse: true, dossierId: true },
  })
  if (!lettre) throw new NotFound('lettre', lettreSigneeId)
  const { cle, nomFichier, analyse, dossierId } = lettre
  if (analyse !== 'NON_ANALYSE') return
  await analyser(deps, cle, {
    noter: (tx, data) => tx.lettreSignee.updateMany({ where: { id: lettreSigneeId, analyse }, data }),
    sujet: { objet: 'dossier', objetId: dossierId, detail: { fichier: nomFichier } },
  })
}

/** Promises anew the scan of the signed letters that wait for one. */
export const reprendreAnalysesDeLettres = (deps: DepsAntivirus): Promise<number> =>
  reprendreAnalysesDe(deps, 'LETTRE_SIGNEE', promettreAnalyseLettreSignee)

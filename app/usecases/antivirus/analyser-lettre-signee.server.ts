import type { DepsAntivirus } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { lettresAAnalyser } from '#infra/stores/dossier/lettre-signee'
import { promettreAnalyseLettreSignee } from '#infra/stores/antivirus/analyse'
import { analyser } from '#usecases/antivirus/analyser-fichiers'

/** Longer than the tries of a scan and their waits. */
const DELAI_MS = 2 * 60 * 60 * 1000
const JOUR_MS = 24 * 60 * 60 * 1000
const LIMITE = 500

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

/** Promises the scan of the signed letters that wait for one, deposited before the antivirus was set or lost by the queue. */
export async function reprendreAnalysesDeLettres({ db, antivirus, now }: DepsAntivirus): Promise<number> {
  if (!antivirus) return 0
  const [depuis, veille] = [new Date(now().getTime() - DELAI_MS), new Date(now().getTime() - JOUR_MS)]
  return db.$transaction(async (tx) => {
    const lettres = await lettresAAnalyser(tx, { depuis, veille, limite: LIMITE })
    for (const { id } of lettres) await promettreAnalyseLettreSignee(tx, id)
    return lettres.length
  })
}

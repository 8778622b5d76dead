import type { Acteur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import type { ChangementDemande } from '#domain/campagne/difference'
import { estArrete } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { changementsDemandes } from '#infra/stores/campagne/reapplication'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

export type RefusReapplication =
  'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE' | 'DEJA_EN_VIGUEUR' | 'RIEN_EN_VIGUEUR' | 'VERSION_DEPASSEE'

/** `vue` is the version of the matrix whose changes the page showed; without it, the one in force is applied whatever it is. */
type Input = Vise & { vue?: string }

type Appliquee = { exigencesId: string; changements: ChangementDemande[] }

/**
 * Asks of one deposited dossier what its campagne asks today, rather than what it was deposited under. Its completeness follows in the
 * same commit; the journal tells what it gained and lost.
 */
export const reappliquerExigences = (
  deps: Deps,
  agent: Agent,
  { vue, ...vise }: Input,
): Promise<Result<Appliquee, RefusReapplication>> =>
  agirSurDossier<Appliquee, RefusReapplication>(deps, agent, {
    ...vise,
    droit: 'campagne.regler',
    decider: async ({ tx, dossier }) => {
      if (dossier.etat === 'BROUILLON') return no('PAS_ENCORE_DEPOSE')
      if (estArrete(dossier.etat)) return no('DECISION_DEJA_PRISE')
      const exigencesId = await exigencesEnVigueur(tx, dossier.campagneId)
      if (!exigencesId) return no('RIEN_EN_VIGUEUR')
      if (vue !== undefined && vue !== exigencesId) return no('VERSION_DEPASSEE')
      if (exigencesId === dossier.exigencesId) return no('DEJA_EN_VIGUEUR')
      const changements = (await changementsDemandes(tx, [dossier], exigencesId)).get(dossier.id) ?? []
      return ok({ exigencesId, changements })
    },
    change: ({ exigencesId }) => ({ exigencesId }),
    ecrire: ({ tx, dossier, value, le }) =>
      ecrireReapplication(tx, agent, { dossierId: dossier.id, avant: dossier.exigencesId, ...value, le }),
  })

type Fait = Appliquee & { dossierId: string; avant: string | null; le: Date }

/** What follows from the new version once the dossier bears it: its completeness, and the trace. */
export async function ecrireReapplication(
  tx: Tx,
  acteur: Acteur,
  { dossierId, avant, exigencesId, changements, le }: Fait,
) {
  const completude = await rafraichirCompletude(tx, dossierId, le)
  const versions = await tx.versionExigences.findMany({
    where: { id: { in: avant ? [avant, exigencesId] : [exigencesId] } },
    select: { id: true, numero: true },
  })
  const numeroDe = (id: string | null) => versions.find((v) => v.id === id)?.numero ?? null
  await writeJournal(tx, acteur, {
    acte: 'reappliquerExigences',
    objet: 'dossier',
    objetId: dossierId,
    detail: {
      versionAvant: numeroDe(avant),
      versionApres: numeroDe(exigencesId),
      changements,
      manquantes: completude.manquantes,
    },
    le,
  })
}

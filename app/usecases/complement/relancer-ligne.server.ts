import { libelleRefusRelance } from '#libelles/complement/complement'
import { rappelDe } from '#emails/courriel-de-complement'
import { loadRelance } from '#infra/stores/complement/relance'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { recommencer } from '#infra/recommencer'
import { agentDe } from '#infra/stores/acces/agent'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'
import { ecrireRelance } from '#usecases/complement/ecrire-relance'

type Ligne = { relanceId: string; dossierId: string }

const ecrireLigne = (
  tx: Tx,
  ligne: Ligne,
  { etat, motif, le }: { etat: 'FAITE' | 'REFUSEE' | 'ECHEC'; motif: string | null; le: Date },
) =>
  tx.relanceLigne.updateMany({
    where: { ...ligne, etat: 'EN_ATTENTE' },
    data: { etat, motif, traiteeLe: le },
  })

/**
 * Reminds one dossier of a batch, in the name of who sent it; a dossier that may not be reminded says why on its line. A second run
 * finds the line done, and does nothing.
 */
export const relancerLigne = ({ db, now }: Deps, ligne: Ligne): Promise<void> =>
  recommencer(() =>
    db.$transaction(async (tx) => {
      await lockDossier(tx, ligne.dossierId)
      const trouvee = await tx.relanceLigne.findUnique({
        where: { relanceId_dossierId: ligne },
        include: { relance: { include: { par: true } } },
      })
      if (!trouvee) throw new NotFound('relance', ligne.relanceId)
      if (trouvee.etat !== 'EN_ATTENTE') return
      const { par } = trouvee.relance
      const dossier = await loadDossier(tx, ligne.dossierId)
      const le = now()
      const rappel = rappelDe(dossier, await loadRelance(tx, dossier, { now: le, redacteur: par }))
      if (!rappel.ok) {
        await ecrireLigne(tx, ligne, { etat: 'REFUSEE', motif: libelleRefusRelance(rappel.reason), le })
        return
      }
      await claimVersion(tx, dossier)
      await ecrireLigne(tx, ligne, { etat: 'FAITE', motif: null, le })
      await ecrireRelance(tx, rappel.value, { acteur: agentDe(par), dossierId: dossier.id, le, partirLe: null })
    }),
  )

/** The line says why, once nobody will try again. */
export const abandonnerLigne = ({ db, now }: Deps, ligne: Ligne, motif: string) =>
  ecrireLigne(db, ligne, { etat: 'ECHEC', motif, le: now() })

import type { Agent } from '#domain/acces/droits'
import { lireReglages } from '#domain/campagne/reglages'
import { limitesDeDemande, type RefusComplement } from '#domain/complement/demande-complement'
import type { Result } from '#domain/result'
import type { Jour } from '#domain/temps/jour'
import { type DepsActe, enTransaction } from '#infra/deps'
import { loadADemander } from '#infra/stores/complement/a-demander'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { lignesADemander } from '#libelles/complement/lignes-a-demander'
import { demanderComplements } from '#usecases/complement/demander-complements'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'

/**
 * Asks for all that the composer of the dossier proposes: pièces absent or refused, and what officers kept. Without a limit, the one of the
 * règlement. A dossier whose last request still waits is refused: replacing it is done on its page.
 */
export const demanderManquantes = (
  { db, now }: DepsActe,
  agent: Agent,
  { limite, ...vise }: Vise & { limite: Jour | null },
): Promise<Result<unknown, RefusComplement>> =>
  db.$transaction(async (tx) => {
    const { campagne } = await loadDossier(tx, vise.dossierId)
    const { complementJours } = lireReglages(campagne.reglages, campagne.dispositif)
    const lignes = lignesADemander(await loadADemander(tx, vise.dossierId), new Set())
    return demanderComplements({ db: enTransaction(tx), now }, agent, {
      ...vise,
      elements: lignes.map(({ code, constat, aFaire }) => ({ code, constat, aFaire })),
      cles: lignes.map(({ cle }) => cle),
      limite: limite ?? limitesDeDemande(complementJours, now()).defaut,
      remplace: null,
    })
  })

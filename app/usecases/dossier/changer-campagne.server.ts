import type { Agent } from '#domain/acces/droits'
import { changerCampagne, type RefusChangement } from '#domain/dossier/changement-campagne'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { rafraichirDelais } from '#infra/stores/complement/complement'
import { rafraichirRecevabilite } from '#infra/stores/dossier/recevabilite'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Deplace = { id: string; code: string; exigencesId: string | null }

/**
 * Moves a dossier to the campagne of this code, with a reason. What is asked of it is what that campagne asks, its completeness, its
 * recevabilité and its clocks follow in the same commit, and the journal keeps both campagnes. No later import moves it back.
 */
export const changerDeCampagne = (
  deps: Deps,
  agent: Agent,
  { code, motif, ...vise }: Vise & { code: string; motif: string },
): Promise<Result<Deplace, RefusChangement>> =>
  agirSurDossier<Deplace, RefusChangement>(deps, agent, {
    ...vise,
    droit: 'dossier.instruire',
    decider: async ({ tx, dossier }) => {
      const vers = await tx.campagne.findUnique({ where: { code }, select: { id: true, code: true, etat: true } })
      const answer = changerCampagne(dossier, { vers, motif })
      return answer.ok ? ok({ ...answer.value, exigencesId: await exigencesEnVigueur(tx, answer.value.id) }) : answer
    },
    change: ({ id, exigencesId }) => ({ campagneId: id, exigencesId }),
    ecrire: async ({ tx, dossier, value, le }) => {
      const { manquantes } = await rafraichirCompletude(tx, dossier.id, le)
      await rafraichirDelais(tx, dossier.id)
      await rafraichirRecevabilite(tx, dossier.id)
      await writeJournal(tx, agent, {
        acte: 'changerCampagne',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { de: dossier.campagne.code, vers: value.code, precision: motif.trim(), manquantes },
        le,
      })
    },
  })

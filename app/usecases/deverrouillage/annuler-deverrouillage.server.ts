import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { estAnnulable, ouvert } from '#domain/dossier/deverrouillage'
import { no, ok } from '#domain/result'
import { reprendreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { cloreSaisie } from '#infra/stores/deverrouillage/modification'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/**
 * Takes an opening back before its mail has left, as if it had never been: the mail is withdrawn and what the demandeur asked waits
 * again. What they may have written meanwhile is kept for an officer to look at.
 */
export const annulerDeverrouillage = (deps: Deps, agent: Agent, vise: Vise) =>
  agirSurDossier<{ id: string }, 'TROP_TARD'>(deps, agent, {
    ...vise,
    droit: 'dossier.deverrouiller',
    decider: async ({ tx, dossier, le }) => {
      const courant = ouvert(dossier, le)
      if (!courant || !estAnnulable(courant, le)) return no('TROP_TARD')
      const fait = cleUnique('deverrouillage', courant.id)
      const ecrit = await tx.courriel.count({ where: { cleUnique: fait } })
      if (ecrit > 0 && !(await reprendreCourriel(tx, fait))) return no('TROP_TARD')
      return ok(courant)
    },
    ecrire: async ({ tx, dossier, value: { id }, le }) => {
      const { sections, champs, pieces } = await tx.deverrouillage.update({
        where: { id },
        data: { refermeLe: le, fermeture: 'ANNULATION' },
      })
      await cloreSaisie(tx, id)
      await tx.demandeDeverrouillage.updateMany({
        where: { deverrouillageId: id },
        data: { etat: 'EN_ATTENTE', traiteeParId: null, traiteeLe: null, deverrouillageId: null },
      })
      await writeJournal(tx, agent, {
        acte: 'annulerDeverrouillage',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { deverrouillageId: id, sections, champs, pieces },
        le,
      })
    },
  })

import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { reprendre, type RefusReprise } from '#domain/courriel/reprise-decision'
import { droitDe, type Etat, seFait } from '#domain/dossier/etat'
import { etatRetrouve } from '#domain/dossier/instruction'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import { reprendreCourriel } from '#infra/courriels'
import type { DepsActe } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { lockEnveloppe } from '#infra/stores/campagne/enveloppe'
import { situationDuDossier } from '#infra/stores/dossier/situation'
import { rafraichirDelais, rouvrirDemande } from '#infra/stores/complement/complement'
import { voteDeDecision } from '#infra/stores/seance/seance'
import { rafraichirEnCours } from '#infra/stores/piece/completude'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Reprise = { decisionId: string; apres: Etat; montantVoteCents: bigint | null }

/**
 * Takes a decision back before its mail leaves, as if it had never been: the mail is withdrawn, and the dossier, its clock, what it awaited
 * and the enveloppe are as before; but what was complete is to be looked at again where a pièce has changed since, or something blocks. Throws
 * Conflict when the mail leaves meanwhile.
 */
export const reprendreDecision = (deps: DepsActe, agent: Agent, vise: Vise): Promise<Result<Reprise, RefusReprise>> =>
  agirSurDossier<Reprise, RefusReprise>(deps, agent, {
    ...vise,
    droit: droitDe('reprendreDecision'),
    verrouiller: (tx) => lockEnveloppe(tx, vise.dossierId),
    decider: async ({ tx, dossier, le }) => {
      const { id, decision } = dossier
      if (!decision || !seFait(dossier.etat, 'reprendreDecision')) return no('AUCUNE_DECISION')
      const cle = cleUnique('decision', decision.id)
      const courriel = await tx.courriel.findUnique({
        where: { cleUnique: cle },
        select: { etat: true, tentatives: true },
      })
      const answer = reprendre({ decision, courriel }, le)
      if (!answer.ok) return answer
      const aRetirer = courriel && courriel.etat !== 'ANNULE' ? cle : null
      if (aRetirer && !(await reprendreCourriel(tx, aRetirer))) throw new Conflict('dossier', id)
      const apres = etatRetrouve(answer.value, await situationDuDossier(tx, dossier, le))
      // What was voted stays so: only its notification is taken back.
      return ok({ decisionId: decision.id, apres, montantVoteCents: apres === 'VOTE' ? decision.montantCents : null })
    },
    change: ({ apres, montantVoteCents }) => ({ etat: apres, montantAccordeCents: montantVoteCents }),
    ecrire: async ({ tx, dossier, value: { decisionId, apres }, le }) => {
      const { deliberation } = (dossier.decision && (await voteDeDecision(tx, dossier.decision))) ?? {}
      const { nature, montantCents, motif, precision, demandeCloseId } = await tx.decision.delete({
        where: { id: decisionId },
      })
      if (demandeCloseId) await rouvrirDemande(tx, demandeCloseId, jourDeParis(le))
      await rafraichirDelais(tx, dossier.id)
      const { structureId, campagne } = dossier
      await rafraichirEnCours(tx, { structureId, campagne: { annee: campagne.annee + 1 } }, le)
      await writeJournal(tx, agent, {
        acte: 'reprendreDecision',
        objet: 'dossier',
        objetId: dossier.id,
        detail: {
          ...{ avant: nature, apres, montantCents: montantCents?.toString() ?? null, motif, precision },
          deliberation: deliberation?.reference ?? null,
        },
        le,
      })
    },
  })

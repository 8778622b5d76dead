import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { droitDe, type Etat } from '#domain/dossier/etat'
import { avancer, type RefusInstruction } from '#domain/dossier/instruction'
import type { Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import { courrielDeCompletude } from '#emails/courriel-de-complement'
import { promettreCourriel } from '#infra/courriels'
import type { DepsActe } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { cloreDemande, rejetDuDossier } from '#infra/stores/complement/complement'
import { situationDuDossier } from '#infra/stores/dossier/situation'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

/**
 * Says that every pièce asked for is there and was accepted, and tells the demandeur (M06); refused while one is not, or while the
 * demandeur writes. What was asked and did not come is no longer awaited: the clock runs again from today.
 */
export const declarerComplet = (deps: DepsActe, agent: Agent, vise: Vise): Promise<Result<Etat, RefusInstruction>> =>
  agirSurDossier(deps, agent, {
    ...vise,
    droit: droitDe('declarerComplet'),
    decider: async ({ tx, dossier, le }) => avancer(await situationDuDossier(tx, dossier, le), 'declarerComplet'),
    change: (etat) => ({ etat }),
    ecrire: async ({ tx, dossier, value, le }) => {
      await cloreDemande(tx, dossier.id, jourDeParis(le))
      const rejetLe = await rejetDuDossier(tx, dossier)
      const ecriture = { now: le, redacteur: await loadRedacteur(tx, agent.id) }
      const courriel = courrielDeCompletude(dossier, { rejetLe }, ecriture)
      await promettreCourriel(tx, agent, {
        // A dossier may be found incomplete again, and complete again: each time is a fact of its own.
        cleUnique: cleUnique('complet', `${dossier.id}/${dossier.version}`),
        mots: courriel,
        sujet: { dossierId: dossier.id },
        faitLe: le,
        creeLe: le,
        partirLe: null,
        reponse: {},
      })
      await writeJournal(tx, agent, {
        acte: 'declarerComplet',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { avant: dossier.etat, apres: value, rejetLe, courrielA: courriel?.destinataire ?? null },
        le,
      })
    },
  })

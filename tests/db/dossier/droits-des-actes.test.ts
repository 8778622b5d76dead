import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden, hasDroit, ROLES } from '#domain/acces/droits'
import { LIGNES } from '#domain/dossier/etat'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { ownDb } from '#support/own-db'
import { VOTE } from '#support/vote'
import { annulerComplements } from '#usecases/complement/annuler-complements'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { constaterDossier } from '#usecases/dossier/constater-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { declarerHorsDelai, declarerIneligible } from '#usecases/dossier/declarer-irrecevable'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { retirerDossier } from '#usecases/dossier/retirer-dossier'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { reprendreVote, voterLigne } from '#usecases/seance/voter-ligne'
import { RIEN } from '../seance/faits-seance'
import { NOW, unAgent } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

type Ligne = keyof typeof LIGNES

/** No dossier and no line has it: who may act is told that there is none, and who may not is refused before. */
const AUCUN = '00000000-0000-4000-8000-000000000000'
const vise = { dossierId: AUCUN, version: 0 }
const ligne = { ligneId: AUCUN, version: 0 }
const precision = 'Courriel du 12 mai.'

type Faire = (deps: Deps, agent: Agent) => Promise<unknown>
const notifier: Faire = (deps, agent) => notifierDossier(deps, agent, vise)
const accorder: Faire = (deps, agent) => accorderDossier(deps, agent, { ...vise, montantCents: 1n, vote: VOTE })
const completer: Faire = (deps, agent) => declarerComplet(deps, agent, vise)
const constater =
  (constat: Parameters<typeof constaterDossier>[2]['constat']): Faire =>
  (deps, agent) =>
    constaterDossier(deps, agent, { ...vise, constat, precision: '' })

/** What does each line of the table; null where no agent does. */
const FAIRE: Record<Ligne, Faire | null> = {
  deposer: null,
  recontroler: null,
  declarerIncomplet: (deps, agent) =>
    demanderComplements(deps, agent, { ...vise, elements: [], cles: [], remplace: null, limite: '2025-06-02' }),
  declarerComplet: completer,
  reprendreInstruction: completer,
  instruire: (deps, agent) => instruireDossier(deps, agent, vise),
  annulerComplements: (deps, agent) => annulerComplements(deps, agent, vise),
  voter: (deps, agent) => voterLigne(deps, agent, { ...ligne, saisi: RIEN }),
  reprendreVote: (deps, agent) => reprendreVote(deps, agent, ligne),
  notifierAccord: notifier,
  notifierAccordPartiel: notifier,
  notifierRefus: notifier,
  accorder,
  accorderPartiellement: accorder,
  refuser: (deps, agent) => refuserDossier(deps, agent, { ...vise, motif: 'CREDITS_EPUISES', precision, vote: VOTE }),
  classerSansSuite: (deps, agent) => classerSansSuite(deps, agent, { ...vise, motif: 'AUTRE', prevenir: false }),
  retirer: (deps, agent) => retirerDossier(deps, agent, { ...vise, precision, prevenir: false }),
  declarerHorsDelai: (deps, agent) => declarerHorsDelai(deps, agent, { ...vise, precision }),
  declarerIneligible: (deps, agent) => declarerIneligible(deps, agent, { ...vise, motif: 'PAYS', precision }),
  constaterDecisionAilleurs: constater('constaterDecisionAilleurs'),
  constaterRejetImplicite: constater('constaterRejetImplicite'),
  reprendreDecision: (deps, agent) => reprendreDecision(deps, agent, vise),
  rouvrir: (deps, agent) => rouvrirDecision(deps, agent, { ...vise, motif: precision, avertissementLu: true }),
}

test('of each line of the table a role without its right is refused, and one that has it is not', async () => {
  const agents = await Promise.all(ROLES.map((role) => unAgent(own.db, role)))
  const deps = { db: own.db, now: () => NOW }
  for (const [acte, faire] of Object.entries(FAIRE)) {
    const { droit } = LIGNES[acte as Ligne]
    expect([acte, droit === null]).toEqual([acte, faire === null])
    if (!faire || droit === null) continue
    for (const agent of agents) {
      const refus = await faire(deps, agent).catch((error: unknown) => error)
      const attendu = hasDroit(agent, droit) ? NotFound : Forbidden
      expect([acte, agent.role, refus]).toEqual([acte, agent.role, expect.any(attendu)])
    }
  }
})

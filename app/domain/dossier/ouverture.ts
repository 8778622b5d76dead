import { type Agent, hasDroit } from '#domain/acces/droits'
import type { Dispositif } from '#domain/dispositif'
import { lireReglages } from '#domain/campagne/reglages'
import { deverrouiller, type Ouverture, type Vote, voteTenu } from '#domain/dossier/deverrouillage'
import { jourDeParis } from '#domain/temps/jour'

type DeLaCampagne = { campagne: { dispositif: Dispositif; reglages: unknown } }

/** Whether the vote has been held on this dossier's campagne, and whether this agent may reopen after it. */
export const voteDe = (agent: Pick<Agent, 'role'>, { campagne }: DeLaCampagne, now: Date): Vote => ({
  tenu: voteTenu(lireReglages(campagne.reglages, campagne.dispositif), jourDeParis(now)),
  estResponsable: hasDroit(agent, 'dossier.deverrouillerApresVote'),
})

/** Reopens under the réglages of the dossier's campagne and the rights of this agent: the act and its preview ask the same. */
export const deverrouillerPour = (
  agent: Pick<Agent, 'role'>,
  dossier: DeLaCampagne & Parameters<typeof deverrouiller>[0],
  { ouverture, now }: { ouverture: Ouverture; now: Date },
) =>
  deverrouiller(dossier, ouverture, {
    now,
    durees: lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif).deverrouillage,
    vote: voteDe(agent, dossier, now),
  })

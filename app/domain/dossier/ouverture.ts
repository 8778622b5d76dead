import { type Agent, hasDroit } from '#domain/acces/droits'
import type { Dispositif } from '#domain/dispositif'
import { lireReglages } from '#domain/campagne/reglages'
import { deverrouiller, type Ouverture, type Vote, voteTenu } from '#domain/dossier/deverrouillage'
import type { Inscription } from '#domain/dossier/vote-de-decision'
import { jourDeParis } from '#domain/temps/jour'

type AOuvrir = {
  campagne: { dispositif: Dispositif; reglages: unknown }
  /** The séance that is to vote on it; null where it is on no list. */
  inscription: Inscription | null
}

/** Whether the vote has been held on this dossier, in its own séance or in its campagne, and whether this agent may reopen after it. */
export const voteDe = (agent: Pick<Agent, 'role'>, { campagne, inscription }: AOuvrir, now: Date): Vote => ({
  tenu: voteTenu(
    lireReglages(campagne.reglages, campagne.dispositif),
    inscription && inscription.jour,
    jourDeParis(now),
  ),
  estResponsable: hasDroit(agent, 'dossier.deverrouillerApresVote'),
})

/** Reopens under the réglages of the dossier's campagne and the rights of this agent: the act and its preview ask the same. */
export const deverrouillerPour = (
  agent: Pick<Agent, 'role'>,
  dossier: AOuvrir & Parameters<typeof deverrouiller>[0],
  { ouverture, now }: { ouverture: Ouverture; now: Date },
) =>
  deverrouiller(dossier, ouverture, {
    now,
    durees: lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif).deverrouillage,
    vote: voteDe(agent, dossier, now),
  })

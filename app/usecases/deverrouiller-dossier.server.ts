import type { Agent } from '#domain/acces/droits'
import { lireReglages } from '#domain/campagne/reglages'
import { cleUnique } from '#domain/courriel/courriel'
import {
  type Deverrouillage,
  deverrouiller,
  type Ouverture,
  type RefusDeverrouillage,
} from '#domain/dossier/deverrouillage'
import type { Result } from '#domain/result'
import { courrielDeDeverrouillage } from '#emails/courriel-de-dossier'
import { writeCourriel } from '#infra/courriels'
import { writeJournal } from '#infra/journal'
import { agirSurDossier, type Deps, type Fait, type Vise } from '#usecases/agir-sur-dossier'

/** Reopens a dossier for its demandeur, tells them, and answers what they asked by mail: one commit. */
export const deverrouillerDossier = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...ouverture }: Vise & Ouverture,
): Promise<Result<Deverrouillage, RefusDeverrouillage>> =>
  agirSurDossier<Deverrouillage, RefusDeverrouillage>(deps, agent, {
    dossierId,
    version,
    droit: 'dossier.deverrouiller',
    decider: ({ dossier, le }) => {
      const durees = lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif).deverrouillage
      return deverrouiller(dossier, ouverture, { now: le, durees })
    },
    ecrire: (fait) => ecrireDeverrouillage(agent, fait),
  })

async function ecrireDeverrouillage(agent: Agent, fait: Fait<Deverrouillage>) {
  const { tx, dossier, value, le } = fait
  await fermerEchus(fait)
  const { refermeLe: _, ...ouverture } = value
  const { id } = await tx.deverrouillage.create({
    data: { ...ouverture, dossierId: dossier.id, ouvertParId: agent.id },
  })
  const { count } = await tx.demandeDeverrouillage.updateMany({
    where: { dossierId: dossier.id, etat: 'EN_ATTENTE' },
    data: { etat: 'ACCEPTEE', traiteeParId: agent.id, traiteeLe: le },
  })
  const courriel = courrielDeDeverrouillage(dossier, value)
  if (courriel)
    await writeCourriel(tx, {
      ...courriel,
      cleUnique: cleUnique('deverrouillage', id),
      dossierId: dossier.id,
      creeLe: le,
    })
  await writeJournal(tx, agent, {
    acte: 'deverrouiller',
    objet: 'dossier',
    objetId: dossier.id,
    detail: {
      deverrouillageId: id,
      sections: value.sections,
      motif: value.motif,
      echeance: value.echeance.toISOString(),
      demandesAcceptees: count,
      courrielA: courriel?.destinataire ?? null,
    },
    le,
  })
}

/** One that ran out before the worker closed it must not stand in the way of the next (one open row per dossier). */
async function fermerEchus({ tx, dossier, le }: Fait<Deverrouillage>) {
  for (const { id, echeance, sections } of dossier.deverrouillages.filter((d) => d.refermeLe === null)) {
    await tx.deverrouillage.update({ where: { id }, data: { refermeLe: echeance, fermeture: 'ECHEANCE' } })
    const detail = { deverrouillageId: id, sections, fermeture: 'ECHEANCE' }
    await writeJournal(tx, null, { acte: 'refermerDeverrouillage', objet: 'dossier', objetId: dossier.id, detail, le })
  }
}

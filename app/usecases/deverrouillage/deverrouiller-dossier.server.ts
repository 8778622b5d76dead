import { SYSTEME } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import type { Deverrouillage, Ouverture, RefusDeverrouillage } from '#domain/dossier/deverrouillage'
import { deverrouillerPour } from '#domain/dossier/ouverture'
import type { Result } from '#domain/result'
import { courrielDeDeverrouillage } from '#emails/courriel-de-dossier'
import { promettreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { reprendreReponses } from '#infra/stores/demande-en-ligne/reprise'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { inscriptionDe } from '#infra/stores/seance/seance'
import { agirSurDossier, type Fait, type Vise } from '#usecases/dossier/agir-sur-dossier'

/** Reopens a dossier for its demandeur, promises the mail that says it, and answers what they asked: one commit. */
export const deverrouillerDossier = (
  deps: Deps,
  agent: Agent,
  { dossierId, version, ...ouverture }: Vise & Ouverture,
): Promise<Result<Deverrouillage, RefusDeverrouillage>> =>
  agirSurDossier<Deverrouillage, RefusDeverrouillage>(deps, agent, {
    dossierId,
    version,
    droit: 'dossier.deverrouiller',
    decider: async ({ tx, dossier, le }) => {
      const inscription = await inscriptionDe(tx, dossier.id)
      return deverrouillerPour(agent, { ...dossier, inscription }, { ouverture, now: le })
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
  await reprendreReponses(tx, dossier)
  const { count } = await tx.demandeDeverrouillage.updateMany({
    where: { dossierId: dossier.id, etat: 'EN_ATTENTE' },
    data: { etat: 'ACCEPTEE', traiteeParId: agent.id, traiteeLe: le, deverrouillageId: id },
  })
  const ecriture = { now: le, redacteur: await loadRedacteur(tx, agent.id) }
  const courriel = courrielDeDeverrouillage(dossier, value, ecriture)
  await promettreCourriel(tx, agent, {
    cleUnique: cleUnique('deverrouillage', id),
    mots: courriel,
    sujet: { dossierId: dossier.id },
    faitLe: le,
    creeLe: le,
    partirLe: value.annulableJusquA,
    reponse: {},
  })
  await writeJournal(tx, agent, {
    acte: 'deverrouiller',
    objet: 'dossier',
    objetId: dossier.id,
    detail: {
      deverrouillageId: id,
      sections: value.sections,
      champs: value.champs,
      pieces: value.pieces,
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
    await writeJournal(tx, SYSTEME, {
      acte: 'refermerDeverrouillage',
      objet: 'dossier',
      objetId: dossier.id,
      detail,
      le,
    })
  }
}

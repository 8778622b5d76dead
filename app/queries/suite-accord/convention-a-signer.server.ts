import { type Agent, requireDroit } from '#domain/acces/droits'
import { estSignataireEntier, signataireDesLettres } from '#domain/courriel/signature'
import { no, type Result } from '#domain/result'
import type { RefusConventionEcrite } from '#domain/suite-accord/convention'
import { lireGenre } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import { type ConventionEcrite, conventionDeSubvention } from '#emails/convention-de-subvention'
import { direDecision, reglagesDe } from '#emails/courriel-de-dossier'
import type { Db } from '#infra/db'
import { logger } from '#infra/logger'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { voteDeDecision } from '#infra/stores/seance/seance'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { type Interrompue, lire } from '#lecteurs/lecteurs'
import { LIBELLE_REFUS_CONVENTION_ECRITE } from '#libelles/suite-accord/convention'
import { nomDeGenre } from '#libelles/structure'

/** The words of the convention, from the decision as it was taken and told. */
async function composer(db: Db, dossierId: string): Promise<ConventionEcrite | RefusConventionEcrite> {
  const dossier = await loadDossier(db, dossierId)
  const { decision, structure, montantDemandeCents } = dossier
  if (!decision) return 'PAS_ACCORDE'
  const deliberation = (await voteDeDecision(db, decision))?.deliberation ?? null
  const dite = direDecision(dossier, { ...decision, deliberation }, { now: decision.priseLe, redacteur: null })
  if (dite.modele !== 'decision_favorable' && dite.modele !== 'decision_partielle') return 'PAS_ACCORDE'
  if (!decision.conventionRequise) return 'SANS_CONVENTION'
  const signataire = signataireDesLettres(reglagesDe(dossier))
  if (!estSignataireEntier(signataire)) return 'SANS_SIGNATAIRE'
  const bilan = await bilanDe(db, dossierId)
  const { nom, natureJuridique, genre, siret, rna, adresse, codePostal, commune } = structure
  return conventionDeSubvention({
    le: jourDeParis(decision.priseLe),
    accord: { ...dite.donnees, bilanDuLe: bilan?.duLe ?? dite.donnees.bilanDuLe },
    montantDemandeCents,
    beneficiaire: {
      ...{ nom, adresse, codePostal, commune, siret: siret ?? '', rna: rna ?? '' },
      natureJuridique: natureJuridique || nomDeGenre(lireGenre(genre ?? '')),
    },
    signataire,
  })
}

/**
 * The convention of a grant that owes one, as PDF/UA-1, to be read again, printed and signed: the same each time, drawn by a reader process. A refusal is
 * in words. Throws Forbidden, NotFound.
 */
export async function conventionASigner(
  { db }: { db: Db },
  agent: Agent,
  dossierId: string,
): Promise<Result<Uint8Array, RefusConventionEcrite | Interrompue>> {
  requireDroit(agent, 'dossier.lire')
  const refuser = (raison: RefusConventionEcrite) => no(raison, LIBELLE_REFUS_CONVENTION_ECRITE[raison])
  const convention = await composer(db, dossierId)
  if (typeof convention === 'string') return refuser(convention)
  const dessinee = await lire('convention', convention)
  if (!dessinee.ok) return dessinee
  if (dessinee.value.ok) return dessinee.value
  logger.error({ dossierId, detail: dessinee.value.detail }, 'a convention was not composed')
  return refuser(dessinee.value.reason)
}

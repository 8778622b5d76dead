import type { Demandeur, Expert, Systeme } from '#domain/acces/acteur'
import { requireDroit } from '#domain/acces/droits'
import type { DepsFichiers } from '#infra/deps'
import { creerAgent } from '#usecases/acces/creer-agent'
import { deposerLot } from '#usecases/lot/deposer-lot'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'

/** Read by the compiler alone: an act that does not know an actor does not compile when it is given one. */
export function acteursInconnus(deps: DepsFichiers, demandeur: Demandeur, expert: Expert, systeme: Systeme) {
  const vise = { dossierId: '', version: 0, agentId: null }
  const role = { role: 'ADMIN' as const }
  // @ts-expect-error An applicant affects no dossier.
  void affecterDossier(deps, demandeur, vise)
  // @ts-expect-error An expert affects no dossier.
  void affecterDossier(deps, expert, vise)
  // @ts-expect-error The system affects no dossier.
  void affecterDossier(deps, systeme, vise)
  // @ts-expect-error A role does not make an officer of an applicant.
  void affecterDossier(deps, { ...demandeur, ...role }, vise)
  // @ts-expect-error An applicant delivers no lot.
  void deposerLot(deps, demandeur, { type: 'DEMANDES', fichiers: [] })
  // @ts-expect-error Nobody is the system, said.
  void creerAgent(deps, null, { courriel: '', nom: '', prenom: '', role: 'LECTEUR' })
  // @ts-expect-error An applicant holds no right of an officer.
  requireDroit(demandeur, 'dossier.lire')
  void deposerLot(deps, systeme, { type: 'DEMANDES', fichiers: [] })
}

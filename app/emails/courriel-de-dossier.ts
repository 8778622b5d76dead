import type { Dispositif } from '#domain/dispositif'
import { lireReglages, type Signataire } from '#domain/campagne/reglages'
import { destinataire } from '#domain/courriel/courriel'
import type { ModeleAutomatique } from '#domain/courriel/porte'
import { lireTextes, type ModeleATextes } from '#domain/courriel/textes'
import { estSignataireEntier, type Redacteur, signataireDe, signataireDesLettres } from '#domain/courriel/signature'
import { type Decision, MOTIFS_REFUS, MOTIFS_SANS_SUITE } from '#domain/dossier/decision'
import { REGLES_RECEVABILITE } from '#domain/dossier/recevabilite'
import { rejetImpliciteLe } from '#domain/dossier/delais'
import type { Deverrouillage } from '#domain/dossier/deverrouillage'
import type { LieuDuDossier } from '#domain/courriel/lieu-du-dossier'
import type { Genre } from '#domain/structure/genre'
import { saisineDe } from '#domain/structure/saisine-du-tribunal'
import { addDays, fromDate, jourDeParis } from '#domain/temps/jour'
import type { CourrielRendu } from '#emails/mise-en-page'
import type { EnvoiConfirme } from '#emails/modeles/confirmation-envoi'
import type { Deliberation } from '#emails/modeles/decisions'
import type { DonneesDemandeBilan } from '#emails/modeles/demande-bilan'
import type { VersementDit } from '#domain/suite-accord/versement-dit'
import type { ReversementDit } from '#emails/modeles/reversement'
import { type DonneesCourriel, rendreCourriel } from '#emails/rendre'
import type { DonneesDossier } from '#emails/formules'

/** What a mail about a dossier takes from its row, its structure and its campagne. */
export type DossierEcrit = {
  numero: string | null
  objet: string
  deposeLe: Date | null
  montantDemandeCents: bigint
  projetFin: Date | null
  contactNom: string
  contactCourriel: string
  structure: { nom: string; genre: Genre | null; siret: string | null; courriel: string }
  campagne: { dispositif: Dispositif; reglages: unknown; textes: unknown }
  lieu: LieuDuDossier
}

/** One mail ready to be frozen: its words, who signs them, and to whom. */
export type CourrielCompose = CourrielRendu & {
  modele: ModeleAutomatique
  destinataire: string
  destinataireNom: string
  signature: Signataire
}

/** When a mail is written, and by whom; null when no agent acts. */
export type Ecriture = { now: Date; redacteur: Redacteur | null }

/** What the règlement of its campagne says. */
export const reglagesDe = ({ campagne }: DossierEcrit) => lireReglages(campagne.reglages, campagne.dispositif)

/** To whom a mail about it goes; null when there is nobody to write to. */
export const adresseDe = ({ contactCourriel, structure }: DossierEcrit) =>
  destinataire({ contactCourriel, structureCourriel: structure.courriel })

/** What every mail about it says. */
export const communs = (dossier: DossierEcrit, { now, redacteur }: Ecriture): DonneesDossier => ({
  numero: dossier.numero ?? '',
  objet: dossier.objet,
  structure: dossier.structure.nom,
  deposeLe: dossier.deposeLe ? fromDate(dossier.deposeLe) : jourDeParis(now),
  lieu: dossier.lieu,
  signature: signataireDe(reglagesDe(dossier).signataire, redacteur),
})

type Ouvert = Pick<Deverrouillage, 'sections' | 'champs' | 'pieces' | 'motif' | 'echeance'>

/** The mail of this modele to whom this dossier is answered; null when nobody can be written to. */
export const composer = <M extends ModeleATextes>(
  dossier: DossierEcrit,
  modele: M,
  donnees: DonneesCourriel[M],
): CourrielCompose | null => {
  const adresse = adresseDe(dossier)
  if (!adresse) return null
  const { signature } = donnees
  const rendu = rendreCourriel(modele, donnees, lireTextes(dossier.campagne.textes))
  return { modele, destinataire: adresse, destinataireNom: dossier.contactNom, signature, ...rendu }
}

/** M03: the accusé de réception of a deposit (CRPA R112-11-1). Null when nobody can be written to. */
export const courrielDeDepot = (dossier: DossierEcrit & { deposeLe: Date }, ecriture: Ecriture) =>
  composer(dossier, 'ar_depot', {
    ...communs(dossier, ecriture),
    rejetImpliciteLe: rejetImpliciteLe(fromDate(dossier.deposeLe), []),
    saisine: saisineDe(dossier.structure),
  })

/** What was deposited on the extranet, by whom and when, for them to check (CRPA R112-11-2). Null when nobody can be written to. */
export const courrielDeConfirmation = (dossier: DossierEcrit, envoi: EnvoiConfirme, ecriture: Ecriture) =>
  composer(dossier, 'confirmation_envoi', {
    ...communs(dossier, ecriture),
    ...envoi,
    montantDemandeCents: dossier.montantDemandeCents,
  })

/** M07: what the demandeur may change, why and until when. Null when nobody can be written to. */
export const courrielDeDeverrouillage = (dossier: DossierEcrit, ouvert: Ouvert, ecriture: Ecriture) =>
  composer(dossier, 'deverrouillage_accorde', {
    ...communs(dossier, ecriture),
    ...ouvert,
    echeance: jourDeParis(ouvert.echeance),
  })

/** The échéance is near. Null when nobody can be written to. */
export const courrielDeRappel = (dossier: DossierEcrit, ouvert: Omit<Ouvert, 'motif'>, ecriture: Ecriture) =>
  composer(dossier, 'deverrouillage_rappel', {
    ...communs(dossier, ecriture),
    ...ouvert,
    echeance: jourDeParis(ouvert.echeance),
  })

/** M12: the bilan that a grant obliges to, or what is to complete of it. Null when nobody can be written to. */
export const courrielDeDemandeDeBilan = (
  dossier: DossierEcrit,
  attendu: Pick<DonneesDemandeBilan, 'genre' | 'duLe' | 'motif' | 'extranet'>,
  ecriture: Ecriture,
) => composer(dossier, 'demande_bilan', { ...communs(dossier, ecriture), ...attendu })

/** M13: what was paid of a grant. Null when nobody can be written to. */
export const courrielDeVersement = (dossier: DossierEcrit, dit: VersementDit, ecriture: Ecriture) =>
  composer(dossier, 'versement', { ...communs(dossier, ecriture), ...dit })

/** What a structure is asked to give back. Null when nobody can be written to. */
export const courrielDeReversement = (dossier: DossierEcrit, dit: ReversementDit, ecriture: Ecriture) =>
  composer(dossier, 'reversement', {
    ...communs(dossier, ecriture),
    ...dit,
    saisine: saisineDe(dossier.structure),
  })

/** M08: why the dossier is not reopened. Null when nobody can be written to. */
export const courrielDeRefusDeverrouillage = (
  dossier: DossierEcrit,
  { recueLe, motif }: { recueLe: Date; motif: string },
  ecriture: Ecriture,
) =>
  composer(dossier, 'deverrouillage_refuse', {
    ...communs(dossier, ecriture),
    recueLe: jourDeParis(recueLe),
    motif,
  })

/** A decision as it is kept, its ground any word that was once written, and the vote that makes it; null where it is not recorded. */
export type DecisionVotee = Omit<Decision, 'motif' | 'vote'> & {
  motif: string | null
  deliberation: Deliberation | null
  /** A convention is to be signed before any payment. */
  conventionRequise: boolean
}

/** Whether its campagne names who signs a letter of decision: without a whole signatory there is none. */
const aUnSignataire = (dossier: DossierEcrit): boolean => estSignataireEntier(signataireDesLettres(reglagesDe(dossier)))

const accord = (dossier: DossierEcrit, decision: DecisionVotee, ecriture: Ecriture) => {
  const { montantCents, deliberation, conventionRequise } = decision
  const { tauxAcompte, bilanDuJours } = reglagesDe(dossier)
  return {
    ...communs(dossier, ecriture),
    lettreJointe: aUnSignataire(dossier),
    montantAccordeCents: montantCents ?? 0n,
    deliberation,
    conventionRequise,
    tauxAcompte,
    bilanDuLe: dossier.projetFin ? addDays(fromDate(dossier.projetFin), bilanDuJours) : null,
  }
}

/** What a decision is told with, by mail or on paper: the modele of its words, and what they say. */
export type DecisionDite<M extends ModeleDeDecision = ModeleDeDecision> = {
  [N in M]: { modele: N; donnees: DonneesCourriel[N] }
}[M]

/** The modeles by which a decision is told. */
export type ModeleDeDecision =
  'decision_favorable' | 'decision_partielle' | 'decision_defavorable' | 'sans_suite' | 'retrait' | 'irrecevabilite'

/** The facts that a decision is told with: the one place where they are gathered, whatever carries them. */
export function direDecision(dossier: DossierEcrit, decision: DecisionVotee, ecriture: Ecriture): DecisionDite {
  const { montantDemandeCents } = dossier
  const contestable = { montantDemandeCents, saisine: saisineDe(dossier.structure) }
  const { precision } = decision
  const dit = { ...communs(dossier, ecriture), ...contestable, precision, lettreJointe: aUnSignataire(dossier) }
  switch (decision.nature) {
    case 'ACCORDE':
      return { modele: 'decision_favorable', donnees: accord(dossier, decision, ecriture) }
    case 'ACCORDE_PARTIEL':
      return {
        modele: 'decision_partielle',
        donnees: { ...accord(dossier, decision, ecriture), ...contestable, precision },
      }
    case 'REFUSE': {
      const motif = MOTIFS_REFUS.find((m) => m === decision.motif) ?? 'HORS_PERIMETRE'
      return { modele: 'decision_defavorable', donnees: { ...dit, motif, deliberation: decision.deliberation } }
    }
    case 'SANS_SUITE': {
      const motif = MOTIFS_SANS_SUITE.find((m) => m === decision.motif) ?? 'AUTRE'
      return { modele: 'sans_suite', donnees: { ...dit, motif } }
    }
    case 'RETIRE':
      return {
        modele: 'retrait',
        donnees: { ...communs(dossier, ecriture), retireLe: jourDeParis(decision.priseLe) },
      }
    case 'HORS_DELAI':
    case 'INELIGIBLE': {
      const motif = REGLES_RECEVABILITE.find((m) => m === decision.motif) ?? 'HORS_DELAI'
      return { modele: 'irrecevabilite', donnees: { ...dit, motif } }
    }
  }
}

const composerDite = <M extends ModeleDeDecision>(dossier: DossierEcrit, { modele, donnees }: DecisionDite<M>) =>
  composer<M>(dossier, modele, donnees)

/**
 * The mail that tells a decision (M09 to M11), a closing or a withdrawal. Null where the officer chose that none tells it, or when nobody
 * can be written to: it is then to be notified by post.
 */
export const courrielDeDecision = (
  dossier: DossierEcrit,
  decision: DecisionVotee,
  ecriture: Ecriture,
): CourrielCompose | null =>
  decision.avecCourriel ? composerDite(dossier, direDecision(dossier, decision, ecriture)) : null

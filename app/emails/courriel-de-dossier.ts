import type { Dispositif } from '#domain/dispositif'
import { lireReglages } from '#domain/campagne/reglages'
import { destinataire, type Modele, modeleDeDecision } from '#domain/courriel/courriel'
import { conventionRequise, type Decision, MOTIFS_REFUS, MOTIFS_SANS_SUITE } from '#domain/dossier/decision'
import { rejetImpliciteLe } from '#domain/dossier/delais'
import type { Deverrouillage } from '#domain/dossier/deverrouillage'
import { estOrganismePublic, estPrive, type Genre } from '#domain/structure/genre'
import { addDays, fromDate, jourDeParis } from '#domain/temps/jour'
import type { CourrielRendu } from '#emails/mise-en-page'
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
  structure: { nom: string; genre: Genre | null; courriel: string }
  campagne: { dispositif: Dispositif; reglages: unknown }
}

/** One mail ready to be frozen: its words, and to whom. */
export type CourrielCompose = CourrielRendu & { modele: Modele; destinataire: string; destinataireNom: string }

/** What the règlement of its campagne says. */
export const reglagesDe = ({ campagne }: DossierEcrit) => lireReglages(campagne.reglages, campagne.dispositif)

/** To whom a mail about it goes; null when there is nobody to write to. */
export const adresseDe = ({ contactCourriel, structure }: DossierEcrit) =>
  destinataire({ contactCourriel, structureCourriel: structure.courriel })

/** What every mail about it says. */
export const communs = (dossier: DossierEcrit, now: Date): DonneesDossier => ({
  numero: dossier.numero ?? '',
  objet: dossier.objet,
  structure: dossier.structure.nom,
  destinataire: dossier.contactNom,
  deposeLe: dossier.deposeLe ? fromDate(dossier.deposeLe) : jourDeParis(now),
  signature: reglagesDe(dossier).signataire,
})

type Ouvert = Pick<Deverrouillage, 'sections' | 'champs' | 'pieces' | 'motif' | 'echeance'>

const composer = <M extends Modele>(
  dossier: DossierEcrit,
  modele: M,
  donnees: DonneesCourriel[M],
): CourrielCompose | null => {
  const adresse = adresseDe(dossier)
  if (!adresse) return null
  return { modele, destinataire: adresse, destinataireNom: dossier.contactNom, ...rendreCourriel(modele, donnees) }
}

/** M03: the accusé de réception of a deposit (CRPA R112-11-1). Null when nobody can be written to. */
export const courrielDeDepot = (dossier: DossierEcrit & { deposeLe: Date }) =>
  composer(dossier, 'ar_depot', {
    ...communs(dossier, dossier.deposeLe),
    rejetImpliciteLe: rejetImpliciteLe(fromDate(dossier.deposeLe), []),
    organismePublic: estOrganismePublic(dossier.structure.genre),
  })

/** M07: what the demandeur may change, why and until when. Null when nobody can be written to. */
export const courrielDeDeverrouillage = (dossier: DossierEcrit, ouvert: Ouvert & { ouvertLe: Date }) =>
  composer(dossier, 'deverrouillage_accorde', {
    ...communs(dossier, ouvert.ouvertLe),
    ...ouvert,
    echeance: jourDeParis(ouvert.echeance),
  })

/** The échéance is near. Null when nobody can be written to. */
export const courrielDeRappel = (dossier: DossierEcrit, ouvert: Omit<Ouvert, 'motif'>, now: Date) =>
  composer(dossier, 'deverrouillage_rappel', {
    ...communs(dossier, now),
    ...ouvert,
    echeance: jourDeParis(ouvert.echeance),
  })

/** M08: why the dossier is not reopened. Null when nobody can be written to. */
export const courrielDeRefusDeverrouillage = (
  dossier: DossierEcrit,
  { recueLe, motif }: { recueLe: Date; motif: string },
  now: Date,
) =>
  composer(dossier, 'deverrouillage_refuse', {
    ...communs(dossier, now),
    recueLe: jourDeParis(recueLe),
    motif,
  })

const accord = (dossier: DossierEcrit, { montantCents, priseLe }: Decision) => {
  const { tauxAcompte, bilanDuJours, seuilConventionCents } = reglagesDe(dossier)
  const montantAccordeCents = montantCents ?? 0n
  return {
    ...communs(dossier, priseLe),
    montantAccordeCents,
    deliberation: null,
    tauxAcompte,
    bilanDuLe: dossier.projetFin ? addDays(fromDate(dossier.projetFin), bilanDuJours) : null,
    conventionRequise: conventionRequise({
      droitPrive: estPrive(dossier.structure.genre),
      montantCents: montantAccordeCents,
      seuilCents: seuilConventionCents,
    }),
  }
}

function rendreDecision(dossier: DossierEcrit, decision: Decision, modele: Modele): CourrielRendu {
  const { montantDemandeCents } = dossier
  const contestable = { montantDemandeCents, organismePublic: estOrganismePublic(dossier.structure.genre) }
  const { precision } = decision
  if (modele === 'decision_favorable') return rendreCourriel(modele, accord(dossier, decision))
  if (modele === 'decision_partielle') {
    return rendreCourriel(modele, { ...accord(dossier, decision), ...contestable, precision })
  }
  const retireLe = jourDeParis(decision.priseLe)
  if (modele === 'retrait') return rendreCourriel(modele, { ...communs(dossier, decision.priseLe), retireLe })
  if (modele === 'sans_suite') {
    const motif = MOTIFS_SANS_SUITE.find((m) => m === decision.motif) ?? 'AUTRE'
    return rendreCourriel(modele, { ...communs(dossier, decision.priseLe), ...contestable, motif, precision })
  }
  const motif = MOTIFS_REFUS.find((m) => m === decision.motif) ?? 'HORS_PERIMETRE'
  const refus = { ...communs(dossier, decision.priseLe), ...contestable, motif, precision, deliberation: null }
  return rendreCourriel('decision_defavorable', refus)
}

/**
 * The mail that tells a decision (M09 to M11), a closing or a withdrawal. Null where the officer chose that none tells it, or when nobody
 * can be written to: it is then to be notified by post.
 */
export function courrielDeDecision(dossier: DossierEcrit, decision: Decision): CourrielCompose | null {
  const modele = modeleDeDecision(decision.nature)
  const adresse = adresseDe(dossier)
  if (!modele || !adresse || !decision.avecCourriel) return null
  const rendu = rendreDecision(dossier, decision, modele)
  return { modele, destinataire: adresse, destinataireNom: dossier.contactNom, ...rendu }
}

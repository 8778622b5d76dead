import type { Montant } from '#domain/budget/montant'
import { lireReglages } from '#domain/campagne/reglages'
import { type SignalementProposition, signalerProposition } from '#domain/proposition/proposition'
import type { Db, Tx } from '#infra/db'
import { restesDesEnveloppes } from '#infra/stores/dossier/recevabilite'
import type { DossierCharge } from '#infra/stores/dossier/dossier'

/** What is proposed for a dossier now; null where nothing is. */
export const propositionDe = (tx: Tx | Db, dossierId: string) =>
  tx.proposition.findFirst({
    where: { dossierId, remplaceeLe: null },
    select: { id: true, avis: true, montantCents: true, motif: true, le: true, par: { select: { prenom: true, nom: true } } }, // prettier-ignore
  })

/** Ends the proposition that holds, which stays in the history. */
export const remplacerProposition = (tx: Tx, dossierId: string, le: Date) =>
  tx.proposition.updateMany({ where: { dossierId, remplaceeLe: null }, data: { remplaceeLe: le } })

type Sujet = Pick<DossierCharge, 'campagneId' | 'montantDemandeCents' | 'coutTotalCents'> & {
  campagne: Pick<DossierCharge['campagne'], 'id' | 'enveloppeCents' | 'reglages' | 'dispositif'>
}

/** What today's facts say of an amount proposed for this dossier. */
async function signalementsDuMontant(
  tx: Tx | Db,
  dossier: Sujet,
  montantCents: Montant,
): Promise<SignalementProposition[]> {
  const { montantDemandeCents, coutTotalCents, campagne } = dossier
  return signalerProposition({
    montantCents,
    montantDemandeCents,
    coutTotalCents,
    reglages: lireReglages(campagne.reglages, campagne.dispositif),
    resteEnveloppeCents: (await restesDesEnveloppes(tx, [dossier]))(dossier),
  })
}

const SUJET = {
  etat: true,
  version: true,
  campagneId: true,
  montantDemandeCents: true,
  coutTotalCents: true,
  campagne: { select: { id: true, enveloppeCents: true, reglages: true, dispositif: true } },
} as const

/** A dossier and what is proposed for it now, with what is to be known of it; `actuelle` is null where nothing is. */
export async function propositionSignalee(tx: Tx | Db, dossierId: string) {
  const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: SUJET })
  const actuelle = await propositionDe(tx, dossierId)
  const signalements = actuelle ? await signalementsDuMontant(tx, dossier, actuelle.montantCents) : []
  return { dossier, actuelle: actuelle && { ...actuelle, signalements } }
}

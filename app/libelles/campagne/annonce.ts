import { formatMontant, formatPourcent } from '#domain/budget/montant'
import type { Cas } from '#domain/campagne/exigence'
import type { Moment } from '#domain/campagne/annonce'
import type { Dispositif } from '#domain/dispositif'
import type { Reglages } from '#domain/campagne/reglages'
import type { Exigence } from '#domain/piece/completude'
import { compter } from '#domain/nombre'
import { compareJours, formatJourLong, type Jour } from '#domain/temps/jour'
import { phraseCondition } from '#libelles/campagne/exigence'
import { genreDansUnePhrase } from '#libelles/structure'

/** What a campagne is for, to who may ask (docs/domaine.md § 1.2). */
export const OBJET_CAMPAGNE: Record<Dispositif, string> = {
  MEI: 'Des séjours, des échanges et des rencontres de jeunes du Pas-de-Calais en Europe et dans le monde.',
  JUMELAGES: 'Des projets menés avec une commune jumelée\u00a0: rencontres, échanges, actions communes.',
}

export type Jours = { ouverteLe: Jour; echeanceFiche: Jour; echeanceDepot: Jour }

/** Where the campagne is, and what that means for who may ask. */
export function phraseMoment(moment: Moment, { ouverteLe, echeanceFiche, echeanceDepot }: Jours): string {
  switch (moment) {
    case 'A_VENIR':
      return `Elle ouvre le ${formatJourLong(ouverteLe)}.`
    case 'AIDEE':
      return `Envoyez votre fiche pré-projet au plus tard le ${formatJourLong(echeanceFiche)} pour que la mission vous aide à écrire votre demande.`
    case 'SANS_AIDE':
      return `La date pour être aidé (${formatJourLong(echeanceFiche)}) est passée\u00a0: votre fiche sera lue, et la demande se dépose jusqu’au ${formatJourLong(echeanceDepot)}.`
    case 'CLOSE':
      return 'Elle ne prend plus de demandes.'
  }
}

const bornes = (min: string | null, max: string | null, entre: (min: string, max: string) => string): string | null => {
  if (min && max) return entre(min, max)
  if (min) return `au moins ${min}`
  return max ? `au plus ${max}` : null
}

const ans = (age: number | null) => (age === null ? null : compter(age, 'an'))
const euros = (cents: bigint | null) => (cents === null ? null : formatMontant(cents))

/** Said of a règlement that names nobody. */
const OUVERTE_A_TOUS = 'toutes les structures, quelle que soit leur nature'

/** What the règlement says that somebody who may ask wants to know first; what it does not say is left out. */
export function faitsDuReglement(r: Reglages): [nom: string, valeur: string][] {
  const faits: [string, string | null][] = [
    ['Qui peut demander', r.genresEligibles.map((genre) => genreDansUnePhrase(genre)).join(', ') || OUVERTE_A_TOUS],
    ['Pays', r.pays.join(', ') || null],
    ['Âge des jeunes', bornes(ans(r.ageMin), ans(r.ageMax), () => `de ${r.ageMin} à ${ans(r.ageMax)}`)],
    ['Participants', r.minParticipants === null ? null : `au moins ${compter(r.minParticipants, 'jeune')}`],
    ['Projets', r.projetDu && r.projetAu ? `du ${formatJourLong(r.projetDu)} au ${formatJourLong(r.projetAu)}` : null],
    [
      'Montant de l’aide',
      bornes(euros(r.montantMinCents), euros(r.montantMaxCents), (min, max) => `de ${min} à ${max}`),
    ],
    ['Part du coût', r.tauxMax === null ? null : `au plus ${formatPourcent(r.tauxMax)}`],
    [
      'Argent public',
      r.partPubliqueMax === null
        ? null
        : `au plus ${formatPourcent(r.partPubliqueMax)} du coût, aides publiques réunies`,
    ],
    ['Autre financement', r.cofinancementExige ? 'exigé\u00a0: le Département ne paie pas tout' : null],
    ['Demandes par structure', r.maxParStructure === null ? null : `${r.maxParStructure} au plus`],
    ['Pièces manquantes', `à envoyer sous ${compter(r.complementJours, 'jour')} quand la mission les demande`],
    ['Convention', `signée au-dessus de ${formatMontant(r.seuilConventionCents)}, avec une structure de droit privé`],
    [
      'Versement',
      `acompte de ${formatPourcent(r.tauxAcompte)}, puis le solde sur bilan, sous ${compter(r.bilanDuJours, 'jour')}`,
    ],
  ]
  return faits.flatMap(([nom, valeur]) => (valeur === null ? [] : [[nom, valeur] as [string, string]]))
}

/** The days of a campagne in their order, those of who decides once they are known. */
export function datesDeCampagne(
  { ouverteLe, echeanceFiche, echeanceDepot }: Jours,
  { commissionLe, seancesCp }: Pick<Reglages, 'commissionLe' | 'seancesCp'>,
): [nom: string, valeur: string][] {
  const seances = seancesCp.toSorted(compareJours).map(formatJourLong)
  return [
    ['Ouverture', formatJourLong(ouverteLe)],
    ['Fiche pré-projet, pour être aidé', `jusqu’au ${formatJourLong(echeanceFiche)}`],
    ['Dépôt de la demande', `jusqu’au ${formatJourLong(echeanceDepot)} inclus, heure de Paris`],
    ...(commissionLe ? [['Avis de la commission', formatJourLong(commissionLe)] as [string, string]] : []),
    ...(seances.length > 0 ? [['Vote de la Commission permanente', seances.join(', ')] as [string, string]] : []),
  ]
}

/** In which case a pièce is asked; null when it always is. */
export function mentionDePiece(exigence: Exigence, cas: Cas | null): string | null {
  if (cas && exigence === 'OBLIGATOIRE' && cas.sinon !== 'OBLIGATOIRE') return `si ${phraseCondition(cas.quand)}`
  if (cas && exigence !== 'OBLIGATOIRE' && cas.sinon === 'OBLIGATOIRE') return `sauf si ${phraseCondition(cas.quand)}`
  return exigence === 'OBLIGATOIRE' ? null : 's’il y a lieu'
}

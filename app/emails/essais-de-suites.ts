import { ditUnComplement, GENRES_DEMANDE_BILAN, JOURS_AVANT_BILAN } from '#domain/suite-accord/demande-de-bilan'
import type { VersementDit } from '#domain/suite-accord/versement-dit'
import { addDays, type Jour, jourDeParis } from '#domain/temps/jour'
import {
  type CourrielCompose,
  courrielDeDemandeDeBilan,
  courrielDeReversement,
  courrielDeVersement,
  type DossierEcrit,
  type Ecriture,
} from '#emails/courriel-de-dossier'

type EssaiDeSuite = { cas: string; courriel: CourrielCompose }

const enEssai = (cas: string, courriel: CourrielCompose | null): EssaiDeSuite[] => (courriel ? [{ cas, courriel }] : [])

const CAS_BILAN = {
  DEMANDE: 'Avant la date limite',
  RETARD: 'Une fois la date limite passée',
  COMPLEMENT: 'À compléter',
  RAPPEL: 'À compléter, une fois la date limite passée',
} as const

/** The mails that ask for a bilan, as this dossier could be sent them; `motif` stands for what an officer writes. */
export const essaisDeBilan = (dossier: DossierEcrit, ecriture: Ecriture, motif: string): EssaiDeSuite[] =>
  GENRES_DEMANDE_BILAN.flatMap((genre) => {
    const duLe = addDays(jourDeParis(ecriture.now), genre === 'RETARD' || genre === 'RAPPEL' ? -1 : JOURS_AVANT_BILAN)
    const attendu = { genre, duLe, motif: ditUnComplement(genre) ? motif : '', extranet: null }
    return enEssai(CAS_BILAN[genre], courrielDeDemandeDeBilan(dossier, attendu, { ...ecriture, redacteur: null }))
  })

/** A payment of half of what was asked, its bilan still to come; then of all of it. */
function versementsDEssai(accordeCents: bigint, today: Jour): Record<'Acompte' | 'Solde', VersementDit> {
  const acompte = accordeCents / 2n
  const bilan = { etat: 'ATTENDU', duLe: addDays(today, JOURS_AVANT_BILAN) } as const
  const commun = { verseLe: today, reference: 'M-1', rendu: false, accordeCents }
  const suite = { resteCents: accordeCents - acompte, suitLaDepense: false, bilan }
  return {
    Acompte: { ...commun, nature: 'ACOMPTE', montantCents: acompte, totalCents: acompte, suite },
    Solde: {
      ...{ ...commun, nature: 'SOLDE', montantCents: accordeCents - acompte, totalCents: accordeCents },
      suite: { resteCents: 0n, suitLaDepense: false, bilan: null },
    },
  }
}

/** The mails of a payment, as this dossier could be sent them. */
export const essaisDeVersement = (dossier: DossierEcrit, ecriture: Ecriture): EssaiDeSuite[] =>
  Object.entries(versementsDEssai(dossier.montantDemandeCents, jourDeParis(ecriture.now))).flatMap(([cas, dit]) =>
    enEssai(cas, courrielDeVersement(dossier, dit, ecriture)),
  )

/** What this dossier could be asked to give back, half of what was planned being spent; `mots` stands for what an officer writes. */
export function reversementDEssai(dossier: DossierEcrit, ecriture: Ecriture, mots: string): CourrielCompose | null {
  const accordeCents = dossier.montantDemandeCents
  const calculeCents = accordeCents - accordeCents / 2n
  return courrielDeReversement(
    dossier,
    {
      ...{ montantCents: calculeCents, calculeCents, accordeCents, verseCents: accordeCents },
      ...{ depenseCents: accordeCents, prevuCents: accordeCents * 2n, motif: '', modalites: mots },
      duLe: addDays(jourDeParis(ecriture.now), JOURS_AVANT_BILAN),
    },
    ecriture,
  )
}

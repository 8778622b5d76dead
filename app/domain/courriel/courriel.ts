import type { NatureDecision } from '#domain/dossier/decision'

/** The mails this software writes (docs/domaine.md § 7.8), and those an officer writes in their own words. */
export const MODELES = [
  'fiche_recue',
  'avis_preprojet',
  'invitation_depot',
  'message_libre',
  'ar_depot',
  'pieces_manquantes',
  'relance',
  'dossier_complet',
  'deverrouillage_accorde',
  'deverrouillage_refuse',
  'deverrouillage_rappel',
  'decision_favorable',
  'decision_partielle',
  'decision_defavorable',
  'sans_suite',
  'retrait',
] as const
export type Modele = (typeof MODELES)[number]

export const ETATS_COURRIEL = ['A_ENVOYER', 'ENVOYE', 'ECHEC', 'ANNULE'] as const
export type EtatCourriel = (typeof ETATS_COURRIEL)[number]

/** The mail that tells a decision, where one is to be told. */
export function modeleDeDecision(nature: NatureDecision): Modele | null {
  switch (nature) {
    case 'ACCORDE':
      return 'decision_favorable'
    case 'ACCORDE_PARTIEL':
      return 'decision_partielle'
    case 'REFUSE':
      return 'decision_defavorable'
    case 'SANS_SUITE':
      return 'sans_suite'
    case 'RETIRE':
      return 'retrait'
    case 'HORS_DELAI':
    case 'INELIGIBLE':
      return null
  }
}

/** Names the fact a mail tells: one fact, one mail, however often the act runs. */
export const cleUnique = (
  fait:
    | 'depot'
    | 'deverrouillage'
    | 'refus-deverrouillage'
    | 'rappel-deverrouillage'
    | 'decision'
    | 'avis'
    | 'invitation'
    | 'fiche'
    | 'complement'
    | 'complet'
    | 'message',
  id: string,
): string => `${fait}/${id}`

/** To whom: the correspondant's address, else the structure's own (CRPA R112-11-3: the address the form ticks). Null: nobody to write to. */
export function destinataire({
  contactCourriel,
  structureCourriel,
}: {
  contactCourriel: string
  structureCourriel: string
}): string | null {
  return [contactCourriel, structureCourriel].map((adresse) => adresse.trim()).find((adresse) => adresse !== '') ?? null
}

/** Only a mail that was given up may be asked for again: one on its way will leave by itself. */
export const estRelancable = (etat: EtatCourriel): boolean => etat === 'ECHEC'

/** The mails this software writes (docs/domaine.md § 7.8), and those an officer writes in their own words. */
export const MODELES = [
  'fiche_recue',
  'avis_preprojet',
  'invitation_depot',
  'message_libre',
  'confirmation_envoi',
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
  'demande_bilan',
  'versement',
  'reversement',
  'sans_suite',
  'retrait',
  'irrecevabilite',
  'mot_de_passe',
  'nouvelles_du_jour',
  'compte_a_confirmer',
  'compte_ouvert',
  'compte_refuse',
  'mot_de_passe_extranet',
  'demande_a_deposer',
  'changement_reglement',
  'demande_avis',
] as const
export type Modele = (typeof MODELES)[number]

/**
 * RETENU: the gate (#domain/courriel/porte) held it; an officer sends it in spite of the reason, or gives it up. NON_REMIS: it left, and a
 * mail system gave it back.
 */
export const ETATS_COURRIEL = ['A_ENVOYER', 'RETENU', 'ENVOYE', 'NON_REMIS', 'ECHEC', 'ANNULE'] as const
export type EtatCourriel = (typeof ETATS_COURRIEL)[number]

/** True of a mail that left, whatever became of it afterwards. */
export const estParti = (etat: EtatCourriel): boolean => etat === 'ENVOYE' || etat === 'NON_REMIS'

/** The facts that mails tell. */
type FaitAnnonce =
  | 'confirmation'
  | 'depot'
  | 'deverrouillage'
  | 'refus-deverrouillage'
  | 'rappel-deverrouillage'
  | 'decision'
  | 'avis'
  | 'invitation'
  | 'fiche'
  | 'complement'
  | 'relance'
  | 'complet'
  | 'message'
  | 'mot-de-passe'
  | 'nouvelles'
  | 'ouverture-de-compte'
  | 'compte-ouvert'
  | 'compte-refuse'
  | 'mot-de-passe-extranet'
  | 'rappel-demande'
  | 'changement-reglement'
  | 'demande-bilan'
  | 'versement'
  | 'reversement'
  | 'avis-expert'
  | 'essai'

/** Names the fact a mail tells: one fact, one mail, however often the act runs. `id` is that of the row that holds the fact, then what sets apart two mails about it. */
export const cleUnique = (fait: FaitAnnonce, id: string): string => `${fait}/${id}`

/** The row that holds the fact which this key names, `''` for a key that another version of the software made. */
export const faitDeLaCle = (cle: string): string => cle.split('/')[1] ?? ''

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

/** Only a mail that was given up, by us or by the other end, may be asked for again: one on its way will leave by itself. */
export const RELANCABLES = ['ECHEC', 'NON_REMIS'] as const satisfies EtatCourriel[]

export const estRelancable = (etat: EtatCourriel): boolean => RELANCABLES.some((un) => un === etat)

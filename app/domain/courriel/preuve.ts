import type { EtatCourriel, Modele } from '#domain/courriel/courriel'
import { estCauseEchec, PORTEE } from '#domain/courriel/echec-envoi'

/**
 * What is proved of a mail, and nothing beyond it. PROMIS: it is written and kept. REMIS_AU_RELAIS: our own relay took it (250), which says nothing of
 * the recipient. REMIS_AU_SERVEUR: a report says that the server of the recipient has it (RFC 3464, `delivered`). REFUSE: a server refused it
 * for good, or gave it back. That somebody opened it is never known.
 */
export const PREUVES = ['PROMIS', 'REMIS_AU_RELAIS', 'REMIS_AU_SERVEUR', 'REFUSE'] as const
export type Preuve = (typeof PREUVES)[number]

export type FaitsDeRemise = {
  etat: EtatCourriel
  /** What its last try ended in (#domain/courriel/echec-envoi). */
  cause: string | null
  /** When a report that names its envelope said that the server of the recipient has it. */
  remisAuServeurLe: Date | null
}

/** What is proved of a mail that left; null of one that did not, or is not said to have. */
export function preuveDuDepart({ etat, remisAuServeurLe }: Omit<FaitsDeRemise, 'cause'>): Preuve | null {
  if (etat === 'NON_REMIS') return 'REFUSE'
  if (etat === 'ENVOYE') return remisAuServeurLe ? 'REMIS_AU_SERVEUR' : 'REMIS_AU_RELAIS'
  return null
}

/** The word that these facts prove; null of a mail that was taken back: nothing is promised any more. */
export function preuveDe({ etat, cause, remisAuServeurLe }: FaitsDeRemise): Preuve | null {
  switch (etat) {
    case 'ANNULE':
      return null
    case 'NON_REMIS':
    case 'ENVOYE':
      return preuveDuDepart({ etat, remisAuServeurLe })
    case 'ECHEC':
      return estCauseEchec(cause) && PORTEE[cause] === 'UN' ? 'REFUSE' : 'PROMIS'
    case 'A_ENVOYER':
    case 'RETENU':
      return 'PROMIS'
  }
}

/**
 * Whether the copy of a mail is kept, and its delivery asked to be reported. Not of one that gives a link which is a secret: its copy would hold it; nor of
 * what is written to an agent, on which no right hangs.
 */
const A_PROUVER: Record<Modele, boolean> = {
  fiche_recue: true,
  avis_preprojet: true,
  invitation_depot: true,
  message_libre: true,
  confirmation_envoi: true,
  ar_depot: true,
  pieces_manquantes: true,
  relance: true,
  dossier_complet: true,
  deverrouillage_accorde: true,
  deverrouillage_refuse: true,
  deverrouillage_rappel: true,
  demande_bilan: true,
  versement: true,
  reversement: true,
  decision_favorable: true,
  decision_partielle: true,
  decision_defavorable: true,
  sans_suite: true,
  retrait: true,
  irrecevabilite: true,
  mot_de_passe: false,
  nouvelles_du_jour: false,
  compte_a_confirmer: false,
  compte_ouvert: true,
  compte_refuse: true,
  mot_de_passe_extranet: false,
  demande_a_deposer: true,
  changement_reglement: true,
  demande_avis: false,
}

/** False too of a modele that this version does not know. */
export const estAProuver = ({ modele }: { modele: string }): boolean =>
  Object.entries(A_PROUVER).some(([un, oui]) => oui && un === modele)

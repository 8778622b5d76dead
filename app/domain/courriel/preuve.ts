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

/** The word that these facts prove; null of a mail that was taken back: nothing is promised any more. */
export function preuveDe({ etat, cause, remisAuServeurLe }: FaitsDeRemise): Preuve | null {
  switch (etat) {
    case 'ANNULE':
      return null
    case 'NON_REMIS':
      return 'REFUSE'
    case 'ENVOYE':
      return remisAuServeurLe ? 'REMIS_AU_SERVEUR' : 'REMIS_AU_RELAIS'
    case 'ECHEC':
      return estCauseEchec(cause) && PORTEE[cause] === 'UN' ? 'REFUSE' : 'PROMIS'
    case 'A_ENVOYER':
    case 'RETENU':
      return 'PROMIS'
  }
}

/** Written to an agent: one holds a secret, and no right hangs on the other. */
const AUX_AGENTS: readonly Modele[] = ['mot_de_passe', 'nouvelles_du_jour']

/** True of a mail whose copy is kept, and whose delivery is asked to be reported: what is written outside of the service. */
export const estAProuver = ({ modele }: { modele: string }): boolean => !AUX_AGENTS.some((un) => un === modele)

import type { EtapeSeance } from '#domain/seance/seance'
import type { Vote } from '#domain/seance/vote'
import { formatJourLong, type Jour } from '#domain/temps/jour'

export const LIBELLE_ETAPE_SEANCE: Record<EtapeSeance, string> = {
  ORDRE_DU_JOUR: 'Liste ouverte',
  VOTES: 'Liste arrêtée',
  DELIBEREE: 'Délibération numérotée',
  EXECUTOIRE: 'Délibération exécutoire',
}

export const LIBELLE_VOTE: Record<Vote, string> = {
  ADOPTE: 'Adopté',
  MODIFIE: 'Adopté, montant modifié',
  AJOURNE: 'Ajourné',
  REJETE: 'Rejeté',
}

/** « Commission permanente du 14 décembre 2026 », and what officers call it where they gave it a name. */
export const nomDeSeance = ({ jour, intitule }: { jour: Jour; intitule: string }): string =>
  `Commission permanente du ${formatJourLong(jour)}${intitule ? ` (${intitule})` : ''}`

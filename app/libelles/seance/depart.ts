import type { DepartEtSeance } from '#domain/seance/depart'
import { formatJour } from '#domain/temps/jour'

/** The evidence, then what can still be done where the departure comes too soon. */
export const phraseDepart = ({ depart, seance, limite, tot }: DepartEtSeance): string =>
  tot
    ? `Départ le ${formatJour(depart)}, avant le ${formatJour(limite)}\u00a0: la décision de la séance du ${formatJour(seance)} peut arriver après. Voyez si le départ peut être reculé.`
    : `Départ le ${formatJour(depart)}\u00a0: la décision de la séance du ${formatJour(seance)} peut arriver avant.`

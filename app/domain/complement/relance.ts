import { type EtatDemandeComplement, estEnAttente, relanceAvantLe } from '#domain/complement/demande-complement'
import { type Cadence, delaiCourt } from '#domain/dossier/delais'
import { no, ok, type Result } from '#domain/result'
import { compareJours, debutDeJournee, type Jour, jourDeParis } from '#domain/temps/jour'

/** What a reminder says: the limit is near, or it has passed. */
export type Relance = 'AVANT_LIMITE' | 'LIMITE_PASSEE'

export type RefusRelance =
  'AUCUNE_DEMANDE' | 'SANS_DELAI' | 'DEMANDE_DU_JOUR' | 'DEJA_RELANCE_AUJOURDHUI' | 'TOUT_EST_RECU' | 'SANS_ADRESSE'

export type Relancable = {
  etat: EtatDemandeComplement
  du: Jour
  limite: Jour
  relancesLe: readonly Date[]
  /** Elements still awaited. */
  attendus: number
}

/** Nobody is written to before this hour in Paris by a machine. */
const HEURE_DES_RELANCES = 8

const genreDe = ({ limite }: Pick<Relancable, 'limite'>, today: Jour): Relance =>
  compareJours(today, limite) > 0 ? 'LIMITE_PASSEE' : 'AVANT_LIMITE'

/**
 * Whether the demandeur may be reminded today, and what of: never twice on one day, nor on the day of the request itself, nor of a dossier
 * for which no clock runs.
 */
export function relancer(
  complement: Relancable | null,
  { today, adresse, cas }: { today: Jour; adresse: string | null; cas: Cadence },
): Result<Relance, RefusRelance> {
  if (!complement || !estEnAttente(complement.etat)) return no('AUCUNE_DEMANDE')
  if (!delaiCourt(cas)) return no('SANS_DELAI')
  if (complement.attendus === 0) return no('TOUT_EST_RECU')
  if (compareJours(today, complement.du) <= 0) return no('DEMANDE_DU_JOUR')
  if (complement.relancesLe.some((instant) => jourDeParis(instant) === today)) return no('DEJA_RELANCE_AUJOURDHUI')
  return adresse === null ? no('SANS_ADRESSE') : ok(genreDe(complement, today))
}

/**
 * The reminder that is due by itself: one from 5 days before the limit, one once it has passed; null when none is. A reminder sent by
 * hand since then stands for it, and a delay of 5 days or less is too short for the first.
 */
export function relanceDue(complement: Relancable, today: Jour): Relance | null {
  const genre = genreDe(complement, today)
  const avant = relanceAvantLe(complement.limite)
  if (genre === 'AVANT_LIMITE' && (compareJours(today, avant) < 0 || compareJours(avant, complement.du) <= 0))
    return null
  const faite = complement.relancesLe.some((instant) => {
    const jour = jourDeParis(instant)
    return genre === 'LIMITE_PASSEE' ? compareJours(jour, complement.limite) > 0 : compareJours(jour, avant) >= 0
  })
  return faite ? null : genre
}

/** When a reminder that no officer asked for leaves: now, or at 8 in the morning in Paris. */
export function departDeRelance(now: Date): Date {
  const matin = new Date(debutDeJournee(jourDeParis(now)).getTime() + HEURE_DES_RELANCES * 3_600_000)
  return now < matin ? matin : now
}

import type { EtatCourriel } from '#domain/courriel/courriel'
import { compter } from '#domain/nombre'
import { motifRetenu, phraseDepart } from '#libelles/courriel/courriel'
import { causeLue, LIBELLE_CAUSE } from '#libelles/courriel/echec-envoi'
import { formatInstant } from '#libelles/temps'

type Courriel = {
  etat: EtatCourriel
  cause: string | null
  erreur: string | null
  tentatives: number
  motifRetenue: string | null
  partirLe: Date | null
  attendDepuis: Date | null
  attendTourDepuis: Date | null
}

/** « 8 essais », then the server's words to the last one. */
export const phraseEchec = ({ tentatives, erreur }: Pick<Courriel, 'tentatives' | 'erreur'>): string =>
  [tentatives > 0 ? compter(tentatives, 'essai') : '', erreur ?? ''].filter(Boolean).join('\u00a0: ')

/** What the state of a courriel does not say by itself: why it is held, failed or waits, and until when; null when there is nothing more. */
export function etatDit(courriel: Courriel): string | null {
  const { etat, cause, motifRetenue, partirLe, attendDepuis, attendTourDepuis } = courriel
  if (motifRetenue) return motifRetenu(motifRetenue)
  if (etat === 'ECHEC') return [LIBELLE_CAUSE[causeLue(cause)], phraseEchec(courriel)].filter(Boolean).join('. ')
  if (etat !== 'A_ENVOYER') return null
  if (attendTourDepuis)
    return `attend son tour depuis le ${formatInstant(attendTourDepuis)}\u00a0: ses serveurs ne prennent que quelques courriels à la fois`
  if (attendDepuis) return `attend de pouvoir partir depuis le ${formatInstant(attendDepuis)}`
  return partirLe && phraseDepart(partirLe)
}

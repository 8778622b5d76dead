import type { Preuve } from '#domain/courriel/preuve'

/** What is known of a mail that was sent to them, in their words: nothing is said to have arrived that our relay alone took. */
export const REMISE_DITE: Record<Preuve, string> = {
  PROMIS: 'Il n’est pas encore parti.',
  REMIS_AU_RELAIS: 'Envoyé. Rien ne nous dit encore s’il est arrivé.',
  REMIS_AU_SERVEUR: 'Remis au serveur de messagerie de cette adresse.',
  REFUSE:
    'Il n’est pas arrivé à cette adresse\u00a0: lisez-le ici. Si l’adresse a changé, donnez-nous la bonne par la page «\u00a0Contact\u00a0».',
}

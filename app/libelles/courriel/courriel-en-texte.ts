import type { EtatCourriel } from '#domain/courriel/courriel'
import { LIBELLE_ETAT_COURRIEL, motDuCourriel } from '#libelles/courriel/courriel'
import { formatInstant } from '#libelles/temps'

type Courriel = {
  destinataire: string
  destinataireNom: string
  sujet: string
  texte: string
  etat: EtatCourriel
  acteur: string
  creeLe: Date
  envoyeLe: Date | null
  remisAuServeurLe: Date | null
}

/** What is known of one that left beyond that it did. */
function ensuite(courriel: Courriel): string {
  const mot = motDuCourriel(courriel)
  return mot === LIBELLE_ETAT_COURRIEL.ENVOYE ? '' : ` (${mot.toLowerCase()})`
}

/** A mail that we wrote as a text file: to whom, when, where it stands, then its words. */
export const texteDuCourriel = (courriel: Courriel): string =>
  [
    `À\u00a0: ${courriel.destinataireNom ? `${courriel.destinataireNom} <${courriel.destinataire}>` : courriel.destinataire}`,
    `Objet\u00a0: ${courriel.sujet}`,
    `Écrit le ${formatInstant(courriel.creeLe)} par ${courriel.acteur}`,
    courriel.envoyeLe
      ? `Remis au relais le ${formatInstant(courriel.envoyeLe)}${ensuite(courriel)}`
      : `État\u00a0: ${motDuCourriel(courriel)}`,
    '',
    courriel.texte,
    '',
  ]
    .join('\n')
    .replace(/\r?\n/g, '\r\n')

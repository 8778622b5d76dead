import { formatMontant, parseMontant } from '#domain/budget/montant'
import { formatTelephone, parseTelephone } from '#domain/structure/coordonnees'
import { formatSiret } from '#domain/structure/identifiants'
import { formatJour, parseJour } from '#domain/temps/jour'

const telephone = (texte: string) => {
  const lu = parseTelephone(texte)
  return lu.ok ? formatTelephone(lu.value) : texte
}

const jour = (texte: string) => {
  const lu = parseJour(texte)
  return lu ? formatJour(lu) : texte
}

const montant = (texte: string) => {
  const lu = parseMontant(texte)
  return lu === null ? texte : formatMontant(lu)
}

const FORMES: Record<string, (texte: string) => string> = {
  siret: formatSiret,
  nouveauSiret: formatSiret,
  telephone,
  representantTelephone: telephone,
  correspondantTelephone: telephone,
  deposeLe: jour,
  dateDebut: jour,
  dateFin: jour,
  montantDemande: montant,
  coutTotal: montant,
}

/** A field of the form as people read it; what cannot be read is shown as the portal wrote it. */
export const valeurDeChamp = (champ: string, texte: string): string => FORMES[champ]?.(texte) ?? texte

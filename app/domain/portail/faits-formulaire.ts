import type { FaitsPrecises } from '#domain/campagne/contexte'
import { AUTRE_COLONNE } from '#domain/portail/entetes'
import { parseJour } from '#domain/temps/jour'
import { plier } from '#domain/texte'

const CREATION = /^date (de )?(la )?(creation|declaration)\b/
const MINEURS = /\bmineurs?\b/

/** What the columns that are not of the portal's form happen to say: the day of creation, whether minors take part. */
export function faitsDuFormulaire(donnees: unknown): FaitsPrecises {
  if (typeof donnees !== 'object' || donnees === null) return {}
  const faits: FaitsPrecises = {}
  for (const [cle, valeur] of Object.entries(donnees)) {
    if (!cle.startsWith(AUTRE_COLONNE) || typeof valeur !== 'string' || valeur.trim() === '') continue
    const entete = plier(cle)
    const jour = CREATION.test(entete) ? parseJour(valeur) : null
    if (jour) faits.creeeLe ??= jour
    if (MINEURS.test(entete)) {
      const dit = ouiOuNon(valeur)
      if (dit !== null) faits.mineurs ??= dit
    }
  }
  return faits
}

/** A number of minors is an answer too. */
function ouiOuNon(valeur: string): boolean | null {
  const mot = plier(valeur)
  if (/^(oui|o|x|vrai)$/.test(mot)) return true
  if (/^(non|n|faux)$/.test(mot)) return false
  return /^\d{1,4}$/.test(mot) ? Number(mot) > 0 : null
}

const AGES = /^(tranche d )?ages?\b|^age (mini|maxi)/

/** The youngest and the oldest age that the columns beyond the portal's form give; null where they give none. */
export function agesDuFormulaire(donnees: unknown): { min: number; max: number } | null {
  if (typeof donnees !== 'object' || donnees === null) return null
  const ages = Object.entries(donnees)
    .filter(([cle, valeur]) => cle.startsWith(AUTRE_COLONNE) && AGES.test(plier(cle)) && typeof valeur === 'string')
    .flatMap(([, valeur]) => String(valeur).match(/\d{1,2}(?!\d)/g) ?? [])
    .map(Number)
  return ages.length > 0 ? { min: Math.min(...ages), max: Math.max(...ages) } : null
}

import { CHAMPS, type Champ, type RubriqueNonReconnue } from '#domain/pre-projet/fiche'
import type { ChampEnregistre, ChampsEnregistres } from '#domain/pre-projet/champs'
import { plier } from '#domain/texte'

/** One field that the new version says otherwise. */
export type ChangementFiche = { champ: Champ; avant: string | null; apres: string | null }

/**
 * A field that an officer confirmed keeps the value they chose; where the new version says otherwise it has to be looked at again,
 * with what the new version says beside it.
 */
function reprendre(ancien: ChampEnregistre, nouveau: ChampEnregistre): ChampEnregistre {
  if (!ancien.confirme) return nouveau
  if (nouveau.valeur === null || nouveau.valeur === ancien.valeur) return ancien
  const { texteLu, source, valeur } = nouveau
  return { valeur: ancien.valeur, valeurLue: valeur, texteLu, source, confiance: 'DOUTEUX' }
}

/** The fiche once its new version has arrived: what it says replaces what was read, what it leaves out stays. */
export function recevoirVersion(
  anciens: ChampsEnregistres,
  nouveaux: ChampsEnregistres,
): { champs: ChampsEnregistres; changements: ChangementFiche[] } {
  const champs: ChampsEnregistres = { ...anciens }
  const changements: ChangementFiche[] = []
  for (const champ of CHAMPS) {
    const [ancien, nouveau] = [anciens[champ], nouveaux[champ]]
    if (!nouveau) continue
    champs[champ] = ancien ? reprendre(ancien, nouveau) : nouveau
    const avant = ancien?.valeur ?? null
    if (nouveau.valeur !== null && nouveau.valeur !== avant) changements.push({ champ, avant, apres: nouveau.valeur })
  }
  return { champs, changements }
}

/** What the fiche says under other labels once its new version has arrived: what it no longer says stays, as of a field. */
export const recevoirRubriques = (
  anciennes: readonly RubriqueNonReconnue[],
  nouvelles: readonly RubriqueNonReconnue[],
): RubriqueNonReconnue[] => [
  ...nouvelles,
  ...anciennes.filter(({ libelle }) => !nouvelles.some((nouvelle) => plier(nouvelle.libelle) === plier(libelle))),
]

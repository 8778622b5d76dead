import type { Dispositif } from '#domain/dispositif'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { DemandeLue, Donnees } from '#domain/portail/demande-lue'
import { plier } from '#domain/texte'

/** What tells the origin of a dossier already held. `annee` is that of the campagne its own day of deposit falls in. */
export type Origine = { deposeSur: OrigineDossier; dispositif: Dispositif; annee: number | null; donnees: Donnees }

const differe = (avant = '', apres = '') => avant !== '' && apres !== '' && plier(avant) !== plier(apres)

const sirenDe = (siret = '') => (/^\d{14}$/.test(siret) ? siret.slice(0, 9) : '')

/** Another structure for another project: one of the two alone may be a correction. */
const autreStructure = (avant: Donnees, apres: Donnees): boolean =>
  differe(sirenDe(avant.siret), sirenDe(apres.siret)) &&
  differe(avant.raisonSociale, apres.raisonSociale) &&
  differe(avant.objet, apres.objet)

/**
 * Why a line cannot be speaking of the dossier that bears its number, in French; null when it may. A number is given once by the portal: two
 * demandes that bear the same come from two sources, and neither may overwrite the other. `annee` is the campagne of the line.
 */
export function autreOrigine(
  connue: Origine,
  { dispositif, donnees, deposeLe }: DemandeLue,
  annee: number,
): string | null {
  if (connue.deposeSur === 'EXTRANET')
    return 'Ce numéro est celui d’un dossier déposé sur l’extranet, que le portail ne connaît pas\u00a0: rien n’a été changé.'
  if (connue.dispositif !== dispositif)
    return 'Ce numéro est celui d’un dossier d’un autre type\u00a0: rien n’a été changé.'
  if (deposeLe !== null && connue.annee !== null && connue.annee !== annee) {
    return 'Ce numéro est celui d’un dossier déposé pour une autre campagne\u00a0: rien n’a été changé.'
  }
  return autreStructure(connue.donnees, donnees)
    ? 'Ce numéro est celui d’un dossier d’une autre structure, pour un autre projet\u00a0: rien n’a été changé.'
    : null
}

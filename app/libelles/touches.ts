type Touche = readonly [touche: string, effet: string]

const PARTOUT: readonly Touche[] = [
  ['Ctrl K', 'rechercher partout, ou agir sur un dossier'],
  ['A', 'la cloche\u00a0: ce qui est arrivé, et être averti ou non de la page'],
  ['?', 'cette liste'],
]

/** The keys of each kind of page, by its address; a fiche says its own. */
const PAR_PAGE: readonly { page: RegExp; touches: readonly Touche[] }[] = [
  {
    page: /^\/(dossiers|pre-projets|courriels)$/,
    touches: [
      ['← → ↑ ↓', 'aller de case en case dans la liste'],
      ['Entrée', 'ouvrir la ligne'],
    ],
  },
  {
    page: /^\/dossiers\/[^/]+\/pieces$/,
    touches: [
      ['C', 'pièce conforme, puis la suivante'],
      ['N', 'pièce non conforme, avec son motif'],
      ['S', 'pièce sans objet, avec son motif'],
      ['→', 'pièce suivante'],
      ['←', 'pièce précédente'],
      ['Page suiv. Page préc.', 'avancer dans le document, puis changer de page'],
      ['+ −', 'agrandir, réduire le document'],
      ['R', 'tourner le document d’un quart'],
      ['V', 'comparer côte à côte, ou ne plus comparer'],
    ],
  },
  {
    page: /^\/dossiers\/\d{4}-\d+/,
    touches: [
      ['Maj →', 'dossier suivant de la liste'],
      ['Maj ←', 'dossier précédent'],
      ['Maj ↓', 'dossier suivant à traiter'],
    ],
  },
]

/** The keys that act on the page of this address, those of the page first. */
export const touchesDe = (pathname: string): readonly Touche[] => [
  ...PAR_PAGE.filter(({ page }) => page.test(pathname)).flatMap(({ touches }) => touches),
  ...PARTOUT,
]

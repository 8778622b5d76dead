import type { Avis } from '#domain/pre-projet/avis'
import { addDays, type Jour } from '#domain/temps/jour'

/** What an officer answered, some days after it came; nothing while it waits. */
export type AvisDemo = { avis: Avis; texte: string; apres?: number; clos?: true }

export type FicheDemo = {
  structure: number
  /** Days before the loading that its mail came. */
  ilYa: number
  titre: string
  pays: string
  ville: string
  jeunes: number
  cout: number
  souhaite: number
  /** As people write them: in HTML, short, or with a value to look at again. */
  forme?: 'html' | 'courte' | 'doute'
  avis?: AvisDemo
}

const f = (
  [structure, ilYa]: [number, number],
  [titre, pays, ville]: [string, string, string],
  [jeunes, cout, souhaite]: [number, number, number],
  suite: Pick<FicheDemo, 'forme' | 'avis'> = {},
): FicheDemo => ({ structure, ilYa, titre, pays, ville, jeunes, cout, souhaite, ...suite })

const favorable = (texte = 'Vous pouvez déposer votre dossier sur e-partenaire.'): AvisDemo => ({
  avis: 'FAVORABLE',
  texte,
})

const LONG = {
  cork: favorable('Le projet répond aux attentes de l’appel. Joignez l’accord du partenaire à votre dossier.'),
  mineurs: favorable('Le projet est solide. Précisez dans le dossier la part des familles.'),
  chefchaouen: favorable('Le montant souhaité est élevé : revoyez le budget avec un autre financeur avant de déposer.'),
  lisbonne: {
    avis: 'DEFAVORABLE',
    texte: 'Le séjour ne prévoit pas de rencontre avec des jeunes portugais, ce que demande l’appel.',
    clos: true,
  },
  folkestone: { ...favorable(), clos: true },
  malmo: {
    avis: 'A_RETRAVAILLER',
    texte: 'Indiquez l’âge des participants et le nom de l’établissement partenaire.',
  },
  tanger: {
    avis: 'A_RETRAVAILLER',
    texte: 'Le budget ne dit pas qui paie le voyage : complétez les recettes et renvoyez-nous la fiche.',
  },
  ski: { avis: 'HORS_CHAMP', texte: 'Un séjour de ski sans partenaire étranger n’entre pas dans l’appel.' },
} satisfies Record<string, AvisDemo>

/** The fiches of the demonstration: those whose dossiers came, those answered and waited for, and those that wait for an officer. */
export const FICHES: readonly FicheDemo[] = [
  f([2, 590], ['Chantier de jeunes à Galway', 'Irlande', 'Galway'], [14, 10_450, 3_100], { avis: favorable() }),
  f([0, 230], ['Vingt ans du jumelage avec Deal', 'Royaume-Uni', 'Deal'], [42, 18_400, 5_500], { avis: favorable() }),
  f([15, 212], ['Sur les pas des mineurs polonais', 'Pologne', 'Katowice'], [29, 16_240, 4_800], {
    forme: 'html',
    avis: LONG.mineurs,
  }),
  f([2, 205], ['Chantier de jeunes à Cork', 'Irlande', 'Cork'], [16, 11_320, 3_400], { avis: LONG.cork }),
  f([16, 198], ['Classe de découverte à Pérouse', 'Italie', 'Pérouse'], [27, 14_580, 4_300], { avis: favorable() }),
  f([5, 190], ['Volontariat citoyen à Chefchaouen', 'Maroc', 'Chefchaouen'], [12, 13_900, 5_500], {
    avis: LONG.chefchaouen,
  }),
  f([18, 172], ['Théâtre franco-allemand à Erfurt', 'Allemagne', 'Erfurt'], [31, 15_360, 6_100], { avis: favorable() }),
  f([3, 160], ['Séjour à Lisbonne', 'Portugal', 'Lisbonne'], [20, 17_300, 8_600], {
    forme: 'courte',
    avis: LONG.lisbonne,
  }),
  f([7, 140], ['Voile et environnement à Folkestone', 'Royaume-Uni', 'Folkestone'], [14, 8_750, 2_600], {
    forme: 'doute',
    avis: LONG.folkestone,
  }),
  f([17, 80], ['Correspondants de Canterbury', 'Royaume-Uni', 'Canterbury'], [28, 12_960, 3_800], {
    avis: favorable(),
  }),
  f([4, 75], ['Mémoire européenne à Ypres et Berlin', 'Allemagne', 'Berlin'], [36, 22_480, 6_700], {
    forme: 'html',
    avis: favorable(),
  }),
  f([10, 71], ['Sauveteurs en mer avec Bad Honnef', 'Allemagne', 'Bad Honnef'], [19, 9_420, 2_800], {
    forme: 'doute',
    avis: favorable(),
  }),
  f([19, 70], ['Patrimoine et cuisine à Cáceres', 'Espagne', 'Cáceres'], [25, 14_100, 4_200], { avis: favorable() }),
  f([1, 62], ['Football et citoyenneté à Dortmund', 'Allemagne', 'Dortmund'], [34, 13_750, 4_100], {
    forme: 'html',
    avis: favorable(),
  }),
  f([14, 60], ['Jeunes ambassadeurs à Ziguinchor', 'Sénégal', 'Ziguinchor'], [10, 18_600, 5_500], {
    avis: favorable(),
  }),
  f([3, 34], ['Débats de jeunes à Malmö', 'Suède', 'Malmö'], [16, 12_100, 3_600], { avis: LONG.malmo }),
  f([5, 27], ['Théâtre de rue à Tanger', 'Maroc', 'Tanger'], [13, 14_800, 4_400], { avis: LONG.tanger }),
  f([7, 26], ['Semaine de ski à Morzine', 'France', 'Morzine'], [20, 9_900, 2_900], { avis: LONG.ski }),
  f([6, 24], ['Harmonies jumelées à Schweinfurt', 'Allemagne', 'Schweinfurt'], [55, 20_350, 6_100], {
    avis: favorable(),
  }),
  f([9, 22], ['Vergers des deux rives', 'Royaume-Uni', 'Sudbury'], [15, 6_400, 1_900], {
    avis: { ...favorable(), apres: 5 },
  }),
  f([18, 16], ['Cirque et langues à Leipzig', 'Allemagne', 'Leipzig'], [24, 13_300, 3_900]),
  f([0, 13], ['Jumelage avec Deal : la nouvelle génération', 'Royaume-Uni', 'Deal'], [30, 11_500, 3_400], {
    forme: 'html',
  }),
  f([15, 10], ['Sur les traces des bâtisseurs à Gdańsk', 'Pologne', 'Gdańsk'], [27, 15_900, 4_700]),
  f([2, 8], ['Fresques croisées à Bilbao', 'Espagne', 'Bilbao'], [14, 9_300, 2_700], { forme: 'doute' }),
  f([16, 5], ['Classe de mer à Ostende', 'Belgique', 'Ostende'], [26, 8_600, 2_500]),
  f([4, 3], ['Mémoire partagée à Dresde', 'Allemagne', 'Dresde'], [32, 19_200, 5_700], { forme: 'courte' }),
  f([19, 1], ['Saveurs et solidarité à Porto', 'Portugal', 'Porto'], [22, 13_800, 4_100]),
]

/** The day its mail came. */
export const recueLeDe = ({ ilYa }: FicheDemo, aujourdhui: Jour): Jour => addDays(aujourdhui, -ilYa)

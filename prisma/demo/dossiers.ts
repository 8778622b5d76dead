/** How far a demonstration dossier has gone. */
export type Scenario =
  | 'nouveau'
  | 'incomplet'
  | 'complet'
  | 'instruction'
  | 'deverrouille'
  | 'modifie'
  | 'accorde'
  | 'partiel'
  | 'refuse'
  | 'retire'
  | 'classe'
  | 'horsDelai'
  | 'ineligible'
  | 'ailleurs'
  | 'silence'
  | 'brouillon'
  | 'inscrit'
  | 'vote'

export type DossierDemo = {
  structure: number
  dispositif: 'MEI' | 'JUMELAGES'
  objet: string
  pays: string
  ville: string
  participants: number
  cout: number
  demande: number
  scenario: Scenario
  /** Pièces left out of the deposit, by code. */
  sans?: string[]
  /** What is wrong in the workbook of the budget. */
  budget?: 'desequilibre' | 'autreMontant'
  /** Of the campagne before. */
  anDernier?: true
}

type Suite = Pick<DossierDemo, 'scenario' | 'sans' | 'budget' | 'anDernier'>

const d = (
  structure: number,
  [dispositif, objet, pays, ville]: ['MEI' | 'JUMELAGES', string, string, string],
  [participants, cout, demande]: [number, number, number],
  suite: Scenario | Suite,
): DossierDemo => ({
  ...{ structure, dispositif, objet, pays, ville, participants, cout, demande },
  ...(typeof suite === 'string' ? { scenario: suite } : suite),
})

const { MEI, JUM } = { MEI: 'MEI', JUM: 'JUMELAGES' } as const

const jadis = (scenario: Scenario): Suite => ({ scenario, anDernier: true })

/** The dossiers of the demonstration; the rank of each makes its number. */
export const DOSSIERS: DossierDemo[] = [
  d(0, [JUM, 'Vingt ans du jumelage avec Deal', 'Royaume-Uni', 'Deal'], [42, 18_400, 5_500], 'accorde'),
  d(1, [JUM, 'Rencontre des familles à Herne', 'Allemagne', 'Herne'], [51, 24_650, 7_400], 'accorde'),
  d(8, [JUM, 'Charte de jumelage avec Iława', 'Pologne', 'Iława'], [18, 9_800, 2_900], 'accorde'),
  d(15, [MEI, 'Sur les pas des mineurs polonais', 'Pologne', 'Katowice'], [29, 16_240, 4_800], 'accorde'),
  d(2, [MEI, 'Chantier de jeunes à Cork', 'Irlande', 'Cork'], [16, 81_300, 24_400], 'accorde'),
  d(16, [MEI, 'Classe de découverte à Pérouse', 'Italie', 'Pérouse'], [27, 14_580, 4_300], 'accorde'),
  d(11, [JUM, 'Festival des arts à Brăila', 'Roumanie', 'Brăila'], [33, 21_700, 6_500], 'accorde'),
  d(5, [MEI, 'Volontariat citoyen à Chefchaouen', 'Maroc', 'Chefchaouen'], [12, 13_900, 5_500], 'partiel'),
  d(13, [JUM, 'Échange des pompiers avec Wadern', 'Allemagne', 'Wadern'], [24, 12_450, 4_900], 'partiel'),
  d(18, [MEI, 'Théâtre franco-allemand à Erfurt', 'Allemagne', 'Erfurt'], [31, 15_360, 6_100], 'partiel'),
  d(6, [JUM, 'Concert à Fröndenberg', 'Allemagne', 'Fröndenberg'], [58, 19_900, 9_900], 'refuse'),
  d(3, [MEI, 'Séjour à Lisbonne', 'Portugal', 'Lisbonne'], [20, 17_300, 8_600], 'refuse'),
  d(12, [JUM, 'Réception de la délégation de Rye', 'Royaume-Uni', 'Rye'], [15, 6_200, 3_100], 'refuse'),
  d(7, [MEI, 'Voile et environnement à Folkestone', 'Royaume-Uni', 'Folkestone'], [14, 8_750, 2_600], 'retire'),
  d(4, [MEI, 'Mémoire européenne à Ypres et Berlin', 'Allemagne', 'Berlin'], [36, 22_480, 6_700], 'instruction'),
  d(17, [MEI, 'Correspondants de Canterbury', 'Royaume-Uni', 'Canterbury'], [28, 12_960, 3_800], 'instruction'),
  d(9, [JUM, 'Marché de Noël à Hesdin et Rochester', 'Royaume-Uni', 'Rochester'], [22, 10_150, 3_000], 'instruction'),
  d(10, [JUM, 'Sauveteurs en mer avec Bad Honnef', 'Allemagne', 'Bad Honnef'], [19, 9_420, 2_800], 'instruction'),
  d(19, [MEI, 'Patrimoine et cuisine à Cáceres', 'Espagne', 'Cáceres'], [25, 14_100, 4_200], 'instruction'),
  d(14, [MEI, 'Jeunes ambassadeurs à Ziguinchor', 'Sénégal', 'Ziguinchor'], [10, 18_600, 5_500], 'complet'),
  d(1, [MEI, 'Football et citoyenneté à Dortmund', 'Allemagne', 'Dortmund'], [34, 13_750, 4_100], 'complet'),
  d(15, [MEI, 'Sciences à Trois-Rivières', 'Québec', 'Trois-Rivières'], [24, 31_200, 9_300], 'complet'),
  d(8, [JUM, 'Accueil des lycéens de Iława', 'Pologne', 'Iława'], [40, 11_880, 3_500], 'complet'),
  d(0, [JUM, 'Rencontre sportive à Detmold', 'Allemagne', 'Detmold'], [45, 16_020, 4_800], 'complet'),
  d(5, [MEI, 'Radio européenne à Turin', 'Italie', 'Turin'], [13, 9_640, 2_800], {
    scenario: 'deverrouille',
    budget: 'desequilibre',
  }),
  d(2, [MEI, 'Skate et cultures urbaines à Gand', 'Belgique', 'Gand'], [18, 6_900, 2_000], {
    scenario: 'incomplet',
    sans: ['RIB'],
  }),
  d(3, [MEI, 'Dialogue des mémoires à Iași', 'Roumanie', 'Iași'], [21, 15_750, 4_700], {
    scenario: 'incomplet',
    sans: ['LETTRE', 'STATUTS'],
  }),
  d(13, [JUM, 'Charte d’amitié avec Žilina', 'Slovaquie', 'Žilina'], [16, 8_300, 2_400], {
    scenario: 'incomplet',
    sans: ['DELIBERATION'],
  }),
  d(18, [MEI, 'Stage professionnel à Herne', 'Allemagne', 'Herne'], [15, 10_900, 3_200], {
    scenario: 'incomplet',
    sans: ['CER'],
    budget: 'autreMontant',
  }),
  d(12, [JUM, 'Course des plages avec Hythe', 'Royaume-Uni', 'Hythe'], [26, 7_450, 2_200], {
    scenario: 'incomplet',
    sans: ['RIB'],
  }),
  d(16, [MEI, 'Voyage de mémoire à Cracovie', 'Pologne', 'Cracovie'], [32, 19_800, 5_900], {
    scenario: 'incomplet',
    sans: ['ATTESTATION_HONNEUR'],
  }),
  d(4, [MEI, 'Parlement des jeunes à Strasbourg et Kehl', 'Allemagne', 'Kehl'], [44, 17_640, 5_200], 'nouveau'),
  d(7, [MEI, 'Pêcheurs d’hier et d’aujourd’hui à Ostende', 'Belgique', 'Ostende'], [17, 7_980, 2_300], {
    scenario: 'nouveau',
    budget: 'desequilibre',
  }),
  d(6, [JUM, 'Harmonies jumelées à Schweinfurt', 'Allemagne', 'Schweinfurt'], [55, 20_350, 6_100], 'nouveau'),
  d(9, [JUM, 'Jardins partagés avec Sudbury', 'Royaume-Uni', 'Sudbury'], [14, 5_600, 1_600], 'nouveau'),
  d(11, [JUM, 'Jeunes artistes à Duisbourg', 'Allemagne', 'Duisbourg'], [30, 14_920, 4_400], 'nouveau'),
  d(14, [MEI, 'Écoles d’ingénieurs et bassin minier à Gliwice', 'Pologne', 'Gliwice'], [20, 12_800, 3_800], {
    scenario: 'nouveau',
    sans: ['RIB', 'LETTRE'],
  }),
  d(17, [MEI, 'Orchestre au collège à Leyde', 'Pays-Bas', 'Leyde'], [38, 15_200, 4_500], 'nouveau'),
  d(19, [MEI, 'Semaine européenne à Dublin', 'Irlande', 'Dublin'], [23, 18_050, 5_400], {
    scenario: 'nouveau',
    sans: ['COMPTES_N1'],
  }),
  d(10, [JUM, 'Clubs d’aînés de Berck et Bad Honnef', 'Allemagne', 'Bad Honnef'], [35, 9_100, 2_700], 'nouveau'),
  d(2, [MEI, 'Danse contemporaine à Porto', 'Portugal', 'Porto'], [11, 8_200, 2_400], 'brouillon'),
  d(12, [JUM, 'Salon du livre jumelé', 'Royaume-Uni', 'Hythe'], [9, 4_100, 1_200], 'brouillon'),
  d(2, [MEI, 'Chantier de jeunes à Galway', 'Irlande', 'Galway'], [14, 10_450, 3_100], jadis('accorde')),
  d(15, [MEI, 'Mémoire des mines à Zabrze', 'Pologne', 'Zabrze'], [26, 15_120, 4_500], jadis('accorde')),
  d(16, [MEI, 'Classe de découverte à Sienne', 'Italie', 'Sienne'], [25, 13_900, 4_100], jadis('accorde')),
  d(18, [MEI, 'Théâtre franco-allemand à Iéna', 'Allemagne', 'Iéna'], [28, 14_200, 5_600], jadis('partiel')),
  d(3, [MEI, 'Séjour à Porto', 'Portugal', 'Porto'], [18, 15_900, 7_900], jadis('refuse')),
  d(4, [MEI, 'Mémoire européenne à Verdun et Trèves', 'Allemagne', 'Trèves'], [33, 17_800, 5_300], jadis('accorde')),
  d(7, [MEI, 'Voile à Douvres', 'Royaume-Uni', 'Douvres'], [12, 7_900, 2_300], jadis('classe')),
  d(5, [MEI, 'Radio européenne à Bologne', 'Italie', 'Bologne'], [11, 9_150, 2_700], jadis('silence')),
  d(19, [MEI, 'Patrimoine et cuisine à Séville', 'Espagne', 'Séville'], [24, 13_600, 4_000], jadis('ailleurs')),
  d(17, [MEI, 'Orchestre au collège à Delft', 'Pays-Bas', 'Delft'], [36, 14_700, 4_400], jadis('horsDelai')),
  d(14, [MEI, 'Écoles d’ingénieurs à Ostrava', 'Tchéquie', 'Ostrava'], [18, 11_900, 3_500], jadis('retire')),
  d(6, [MEI, 'Fanfares d’Europe à Colmar', 'France', 'Colmar'], [40, 12_300, 3_600], 'ineligible'),
  d(9, [JUM, 'Fête du jumelage à Arras', 'France', 'Arras'], [60, 8_900, 2_600], 'nouveau'),
  d(13, [JUM, 'Randonnée des deux vallées à Wadern', 'Allemagne', 'Wadern'], [22, 9_700, 2_900], 'modifie'),
  d(1, [JUM, 'Chorales des deux rives à Herne', 'Allemagne', 'Herne'], [38, 15_800, 4_700], 'vote'),
  d(16, [MEI, 'Atelier de sculpture à Carrare', 'Italie', 'Carrare'], [22, 13_400, 4_000], 'inscrit'),
]

/** Invented bodies and people; only the towns are real. Their SIRET have right keys and belong to nobody here. */
export type StructureDemo = {
  nom: string
  nature: string
  siret: string
  rna: string
  voie: string
  codePostal: string
  commune: string
  fonction: string
  representant: [prenom: string, nom: string]
  correspondant: [prenom: string, nom: string]
}

const luhn = (digits: string) => {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, i) => {
      const n = Number(digit) * (i % 2 === 1 ? 2 : 1)
      return total + (n > 9 ? n - 9 : n)
    }, 0)
  return sum % 10 === 0
}

const withKey = (start: string) =>
  Array.from('0123456789')
    .map((key) => start + key)
    .find(luhn) ?? start

/** The first establishment of the body whose SIREN begins so. */
const siretDe = (siren: string) => withKey(`${withKey(siren)}0001`)

type Ligne = [
  nom: string,
  nature: string,
  siren: string,
  lieu: [voie: string, codePostal: string, commune: string],
  representant: [prenom: string, nom: string, fonction: string],
  correspondant: [prenom: string, nom: string],
]

const ASSOCIATION = 'Association loi 1901'
const COLLEGE = 'Etablissement public local d’enseignement'

const LIGNES: Ligne[] = [
  [
    'COMITE DE JUMELAGE DE SAINT-OMER',
    ASSOCIATION,
    '81234501',
    ['12 PLACE DU MARECHAL FOCH', '62500', 'SAINT-OMER'],
    ['Odile', 'VANDAMME', 'Présidente'],
    ['Marc', 'LEFEVER'],
  ],
  [
    'COMITE DE JUMELAGE DE LENS',
    ASSOCIATION,
    '81234502',
    ['4 RUE DE LA PAIX', '62300', 'LENS'],
    ['Jean', 'KOWALSKI', 'Président'],
    ['Anne', 'PRUVOST'],
  ],
  [
    'MAISON DES JEUNES DE CARVIN',
    ASSOCIATION,
    '81234503',
    ['8 RUE JEAN MOULIN', '62220', 'CARVIN'],
    ['Farid', 'BENALI', 'Président'],
    ['Julie', 'CARPENTIER'],
  ],
  [
    'CLUB UNESCO DE BETHUNE',
    ASSOCIATION,
    '81234504',
    ['2 RUE DU BEFFROI', '62400', 'BETHUNE'],
    ['Sylvie', 'MAES', 'Présidente'],
    ['Hugo', 'MAES'],
  ],
  [
    'LES AMIS DE L’EUROPE D’ARRAS',
    ASSOCIATION,
    '81234505',
    ['31 GRANDE RUE', '62000', 'ARRAS'],
    ['Bernard', 'DELCROIX', 'Président'],
    ['Inès', 'DELCROIX'],
  ],
  [
    'CENTRE SOCIAL DE LIEVIN',
    ASSOCIATION,
    '81234506',
    ['5 RUE DES FLEURS', '62800', 'LIEVIN'],
    ['Nadia', 'HAMIDI', 'Présidente'],
    ['Thomas', 'BRUNEL'],
  ],
  [
    'HARMONIE MUNICIPALE DE BRUAY',
    ASSOCIATION,
    '81234507',
    ['1 RUE DU KIOSQUE', '62700', 'BRUAY-LA-BUISSIERE'],
    ['Luc', 'PETITPREZ', 'Président'],
    ['Emma', 'COQUELLE'],
  ],
  [
    'RENCONTRES DU BOULONNAIS',
    ASSOCIATION,
    '81234508',
    ['17 QUAI GAMBETTA', '62200', 'BOULOGNE-SUR-MER'],
    ['Chloé', 'DUTERTRE', 'Présidente'],
    ['Yann', 'LEBAS'],
  ],
  [
    'COMMUNE DE BAPAUME',
    'Commune',
    '21624001',
    ['PLACE FAIDHERBE', '62450', 'BAPAUME'],
    ['Michel', 'CAUDRON', 'Maire'],
    ['Sandrine', 'HUMEZ'],
  ],
  [
    'COMMUNE DE HESDIN-LA-FORET',
    'Commune',
    '21624002',
    ['PLACE D’ARMES', '62140', 'HESDIN-LA-FORET'],
    ['Claire', 'DUQUESNE', 'Maire'],
    ['Paul', 'DUQUESNE'],
  ],
  [
    'COMMUNE DE BERCK',
    'Commune',
    '21624003',
    ['PLACE CLAUDE WILQUIN', '62600', 'BERCK'],
    ['Aimé', 'ROUVILLAIN', 'Maire'],
    ['Karine', 'BOUTIN'],
  ],
  [
    'COMMUNE DE CALAIS',
    'Commune',
    '21624004',
    ['PLACE DU SOLDAT INCONNU', '62100', 'CALAIS'],
    ['Nathalie', 'VASSEUR', 'Maire'],
    ['Cédric', 'HENNEBELLE'],
  ],
  [
    'COMMUNE DE LE TOUQUET-PARIS-PLAGE',
    'Commune',
    '21624005',
    ['BOULEVARD DALOZ', '62520', 'LE TOUQUET-PARIS-PLAGE'],
    ['Léonie', 'CARLU', 'Maire'],
    ['Laure', 'MIONNET'],
  ],
  [
    'COMMUNAUTE DE COMMUNES DES SEPT VALLEES',
    'EPCI',
    '24624001',
    ['6 RUE DU GENERAL DAULLE', '62140', 'HESDIN-LA-FORET'],
    ['Ginette', 'LAMOURETTE', 'Présidente'],
    ['Aline', 'TRUPIN'],
  ],
  [
    'COMMUNAUTE D’AGGLOMERATION DE L’ARTOIS',
    'EPCI',
    '24624002',
    ['100 AVENUE DE LONDRES', '62400', 'BETHUNE'],
    ['Firmin', 'BOUQUILLON', 'Président'],
    ['Maud', 'SENECHAL'],
  ],
  [
    'COLLEGE JEAN VILAR',
    COLLEGE,
    '19624001',
    ['RUE DU STADE', '62300', 'LENS'],
    ['Isabelle', 'FONTAINE', 'Principale'],
    ['Rémi', 'DECOSTER'],
  ],
  [
    'COLLEGE LES MARCHES DE L’ARTOIS',
    COLLEGE,
    '19624002',
    ['RUE DES ECOLES', '62116', 'BUCQUOY'],
    ['Éric', 'LOBRY', 'Principal'],
    ['Camille', 'NOEL'],
  ],
  [
    'COLLEGE DE L’ESPLANADE',
    COLLEGE,
    '19624003',
    ['RUE DE L’ESPLANADE', '62500', 'SAINT-OMER'],
    ['Valérie', 'BAUDE', 'Principale'],
    ['Simon', 'WILS'],
  ],
  [
    'OGEC SAINT JOSEPH DE BRUAY',
    'Établissement privé sous contrat (OGEC)',
    '78624001',
    ['22 RUE DE LA REPUBLIQUE', '62700', 'BRUAY-LA-BUISSIERE'],
    ['Agnès', 'THERY', 'Présidente'],
    ['Louis', 'FLAMENT'],
  ],
  [
    'OGEC NOTRE-DAME DE MONTREUIL',
    'Établissement privé sous contrat (OGEC)',
    '78624002',
    ['14 RUE SAINT-FIRMIN', '62170', 'MONTREUIL-SUR-MER'],
    ['Hervé', 'LECLERCQ', 'Président'],
    ['Marion', 'POIX'],
  ],
]

export const STRUCTURES: StructureDemo[] = LIGNES.map(
  ([nom, nature, siren, [voie, codePostal, commune], [prenom, nomRepresentant, fonction], correspondant], i) => ({
    nom,
    nature,
    siret: siretDe(siren),
    rna: nature === ASSOCIATION ? `W6200${String(10_101 + i)}`.slice(0, 10) : '',
    voie,
    codePostal,
    commune,
    fonction,
    representant: [prenom, nomRepresentant],
    correspondant,
  }),
)

/** `anne.pruvost@exemple.test`. */
export const courrielDe = ([prenom, nom]: [string, string]) =>
  `${prenom}.${nom}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase() + '@exemple.test'

import { plier } from '#domain/texte'

/** The kinds of structure that the calls distinguish (docs/domaine.md § 3.1): each is asked for its own pièces. */
export const GENRES = [
  'association',
  'fondation',
  'commune',
  'epci_syndicat',
  'ccas_epl',
  'eple',
  'ecole_privee',
  'cooperative_scolaire',
  'autre_public',
  'entreprise',
  'particulier',
] as const
export type Genre = (typeof GENRES)[number]

export const estGenre = (texte: string): texte is Genre => (GENRES as readonly string[]).includes(texte)

/** The genre a row keeps; null for none, and for a word that is not of the list. */
export const lireGenre = (garde: string | null): Genre | null => (garde !== null && estGenre(garde) ? garde : null)

const PRIVES: readonly Genre[] = ['association', 'fondation', 'ecole_privee', 'cooperative_scolaire', 'entreprise']

/**
 * A body of private law: it signs the contrat d'engagement républicain, and a convention over the threshold (§ 7.6). Of a genre nobody
 * knows, neither this nor `estOrganismePublic` is said.
 */
export const estPrive = (genre: Genre | null): boolean => genre !== null && PRIVES.includes(genre)

/** A public body: it appeals through Télérecours (CJA R414-1), and its account is held by the Trésor. */
export const estOrganismePublic = (genre: Genre | null): boolean =>
  genre !== null && genre !== 'particulier' && !estPrive(genre)

const CATEGORIES: readonly (readonly [RegExp, Genre])[] = [
  [/^92/, 'association'],
  [/^9300$/, 'fondation'],
  [/^7210$/, 'commune'],
  [/^73(4[3-8]|5[3-7])$/, 'epci_syndicat'],
  [/^73(61|62|66|73|79)$/, 'ccas_epl'],
  [/^7331$/, 'eple'],
  [/^5/, 'entreprise'],
  [/^(4|71|72|73|74)/, 'autre_public'],
  [/^1/, 'particulier'],
]

/** Ordered: the first that matches wins, so a word that contains another's comes before it (« privé » before « collège »). */
const NATURES: readonly (readonly [RegExp, Genre])[] = [
  [/\bogec\b|\bprivee?s?\b|enseignement catholique|sous contrat/, 'ecole_privee'],
  [/cooperative scolaire|\bocce\b/, 'cooperative_scolaire'],
  [/\bfondation\b/, 'fondation'],
  [/\bccas\b|\bcias\b|action sociale|caisse des ecoles/, 'ccas_epl'],
  [
    /\bepci\b|intercommuna|communaute (de communes|d agglomeration|urbaine)|\bmetropole\b|\bsyndicat (mixte|d)|\bsivom\b|\bsivu\b|\bpetr\b/,
    'epci_syndicat',
  ],
  [/\beple\b|public local d ?enseignement|\bcollege\b|\blycee\b|\berea\b/, 'eple'],
  [/\bassociation\b|\basso\b|loi 1901|loi de 1901|\bassociatif\b/, 'association'],
  [/\bcommunes?\b|\bmairie\b|\bmunicipalite\b/, 'commune'],
  [/\bsarl\b|\bsasu?\b|\beurl\b|\bsa\b|\bsci\b|\bsociete\b|\bentreprise\b|\bauto ?entrepreneur\b/, 'entreprise'],
  [
    /\bgip\b|groupement d interet public|etablissement public|\buniversite\b|\bdepartement\b|\bregion\b|\bpublic\b/,
    'autre_public',
  ],
  [/\bparticulier\b|personne physique/, 'particulier'],
]

const NOMS: readonly (readonly [RegExp, Genre])[] = [
  [
    /^ogec\b|organisme de gestion de l enseignement catholique|\b(ecole|college|lycee|institution|ensemble scolaire) prive/,
    'ecole_privee',
  ],
  [/cooperative scolaire|\bocce\b/, 'cooperative_scolaire'],
  [/^fondation\b/, 'fondation'],
  [
    /\bcomite de jumelage\b|\bassociation\b|\bamicale\b|\bclub\b|\bfoyer\b|\bamis de\b|^maison des jeunes\b|\bmjc\b/,
    'association',
  ],
  [/^ccas\b|^cias\b|^centre (communal|intercommunal) d action sociale|^caisse des ecoles/, 'ccas_epl'],
  [
    /^communaute (de communes|d agglomeration|urbaine)|^syndicat (mixte|intercommunal)|^sivom\b|^sivu\b|^metropole\b/,
    'epci_syndicat',
  ],
  [/^college\b|^lycee\b|^erea\b/, 'eple'],
  [/^(la )?(commune|ville|mairie) d/, 'commune'],
]

const SIRENES: readonly (readonly [RegExp, Genre])[] = [
  [/^19/, 'eple'],
  [/^2[04]/, 'epci_syndicat'],
  [/^21/, 'commune'],
  [/^26/, 'ccas_epl'],
  [/^1/, 'autre_public'],
]

const premier = (regles: readonly (readonly [RegExp, Genre])[], texte: string) =>
  texte === '' ? undefined : regles.find(([motif]) => motif.test(texte))?.[1]

/**
 * The kind of a structure from what the portal says of it: the INSEE category when it is written, else the words of « Nature
 * juridique », else the beginning of the SIREN, else the name. A guess that an officer may change: the SIREN suggests and never
 * refuses (7 communes of the 62 break its pattern). Null when nothing tells.
 */
export function genreDe({
  natureJuridique = '',
  siren = '',
  nom = '',
}: Partial<Record<'natureJuridique' | 'siren' | 'nom', string>>) {
  const categorie = /(?<!\d)(\d{4})(?!\d)/.exec(natureJuridique.replace(/loi (de )?1901/i, ''))?.[1] ?? ''
  const parNom = premier(NOMS, plier(nom))
  const declare = premier(CATEGORIES, categorie) ?? premier(NATURES, plier(natureJuridique))
  if (declare === 'association' && (parNom === 'ecole_privee' || parNom === 'cooperative_scolaire')) return parNom
  return declare ?? premier(SIRENES, siren) ?? parNom ?? null
}

/** An association that was never declared has no legal personality and cannot be paid (category 9210, docs/domaine.md § 3.1). */
export const estNonDeclaree = (natureJuridique: string): boolean =>
  /(?<!\d)9210(?!\d)/.test(natureJuridique) || /\bnon declaree?\b/.test(plier(natureJuridique))

/** Whether a structure of this genre may ask; a règlement that names none says nothing. */
export const estAdmis = (genre: Genre, genresEligibles: readonly Genre[]): boolean =>
  genresEligibles.length === 0 || genresEligibles.includes(genre)

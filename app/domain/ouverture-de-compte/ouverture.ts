import { no, ok, type Result } from '#domain/result'
import { parseCodePostal, parseCourriel } from '#domain/structure/coordonnees'
import { type Genre, genreDe, GENRES } from '#domain/structure/genre'
import { type MotifIdentifiant, parseSiret, sirenDe } from '#domain/structure/identifiants'
import { type Jour, jourDeParis } from '#domain/temps/jour'
import { addJoursOuvres, type Fermetures } from '#domain/temps/jours-ouvres'
import { longueur, nettoyer } from '#domain/texte'
import { estRoleMembre, type RoleMembre } from '#domain/ouverture-de-compte/membre'

/** A_CONFIRMER: the link of the mail was not followed, and no officer sees it. REMPLACEE: the same person confirmed another one since. */
export type EtatOuverture = 'A_CONFIRMER' | 'A_TRAITER' | 'ACCEPTEE' | 'REFUSEE' | 'REMPLACEE'

/** Working days to answer a request to open an account: the 48 hours that the procedure promises (docs/domaine.md § 1.1, 3). */
const JOURS_OUVERTURE = 2

/** How long the link that confirms an address serves, in milliseconds: seven days. What was not confirmed by then is forgotten. */
export const DUREE_CONFIRMATION_MS = 7 * 24 * 60 * 60 * 1000

/** Last day to answer a request confirmed at this instant. */
export const ouvertureDueLe = (confirmeeLe: Date, fermetures: Fermetures): Jour =>
  addJoursOuvres(jourDeParis(confirmeeLe), JOURS_OUVERTURE, fermetures)

/** What is asked of who wants an account, in the order of the form. */
export const CHAMPS_OUVERTURE = [
  'prenom',
  'nom',
  'courriel',
  'fonction',
  'role',
  'siret',
  'genre',
  'raisonSociale',
  'adresse',
  'codePostal',
  'commune',
] as const
export type ChampOuverture = (typeof CHAMPS_OUVERTURE)[number]

/** The longest of these answers, in characters. */
export const LONGUEUR_MAX_OUVERTURE = 200

/** As it was typed; an empty answer is none. */
export type SaisieOuverture = Readonly<Record<ChampOuverture, string>>

/** The same once read: SIRET of 14 digits, address of mail in lower case. The four last are empty for a structure that is known. */
export type OuvertureLue = Omit<Record<ChampOuverture, string>, 'genre' | 'role'> & { genre: Genre; role: RoleMembre }

export type RefusOuverture =
  | 'SANS_REPONSE'
  | 'TROP_LONG'
  | 'COURRIEL_INVALIDE'
  | 'SIRET_MAL_FORME'
  | 'SIRET_CLE_FAUSSE'
  | 'GENRE_A_CHOISIR'
  | 'STRUCTURE_A_DIRE'
  | 'CODE_POSTAL_INVALIDE'

export type OuvertureRefusee = { champ: ChampOuverture; refus: RefusOuverture }

/** The genres for which an account may be asked: no person without a SIRET, and no company but where a campagne takes them. */
export const genresDOuverture = (eligibles: readonly Genre[]): Genre[] =>
  GENRES.filter((genre) => genre !== 'particulier' && (genre !== 'entreprise' || eligibles.includes('entreprise')))

/** A structure that is already there. */
type Connue = { genre: Genre | null }

type Contexte = {
  /** That of the same SIRET, else of the same SIREN; null when nobody knows it. */
  connue: Connue | null
  genres: readonly Genre[]
}

const SIRET_REFUSE: Record<MotifIdentifiant, RefusOuverture> = {
  ABSENT: 'SANS_REPONSE',
  MAL_FORME: 'SIRET_MAL_FORME',
  CLE_FAUSSE: 'SIRET_CLE_FAUSSE',
  CHIFFRES_PERDUS: 'SIRET_MAL_FORME',
}

/** The SIRET of a saisie, its key checked, or why not. */
export function siretDOuverture(saisi: string): Result<string, RefusOuverture> {
  const lu = parseSiret(saisi)
  return lu.ok ? lu : no(SIRET_REFUSE[lu.reason])
}

type Lecture = Result<string, RefusOuverture>

const exige = (texte: string, refus: RefusOuverture = 'SANS_REPONSE'): Lecture => (texte ? ok(texte) : no(refus))

function courrielLu(texte: string): Lecture {
  if (!texte) return no('SANS_REPONSE')
  const lu = parseCourriel(texte)
  return lu.ok ? ok(lu.value.toLowerCase()) : no('COURRIEL_INVALIDE')
}

function codePostalLu(texte: string): Lecture {
  if (!texte) return no('STRUCTURE_A_DIRE')
  const lu = parseCodePostal(texte)
  return lu.ok ? lu : no('CODE_POSTAL_INVALIDE')
}

/** The genre that was chosen, else that of the known structure, else what the SIREN and the name suggest: a guess that the person reads before it leaves. */
function genreLu(texte: Record<ChampOuverture, string>, { connue, genres }: Contexte): Lecture {
  const admis = (genre: Genre | null | undefined) => genres.find((un) => un === genre)
  const choisi = admis(genres.find((un) => un === texte.genre))
  const propose = genreDe({ siren: sirenDe(texte.siret), nom: texte.raisonSociale })
  const genre = choisi ?? admis(connue?.genre) ?? admis(propose)
  return genre ? ok(genre) : no('GENRE_A_CHOISIR')
}

/** Reads every answer and tells every wrong one at once. What a structure is called and where it is are asked of one that nobody knows. */
export function lireOuverture(
  saisie: SaisieOuverture,
  contexte: Contexte,
): { lue: OuvertureLue; refusees: readonly OuvertureRefusee[] } {
  const texte = Object.fromEntries(CHAMPS_OUVERTURE.map((champ) => [champ, nettoyer(saisie[champ])])) as Record<
    ChampOuverture,
    string
  >
  const siret = siretDOuverture(texte.siret)
  const deLaStructure = (lire: () => Lecture): Lecture => (contexte.connue ? ok('') : lire())
  const lectures: Record<ChampOuverture, Lecture> = {
    prenom: exige(texte.prenom),
    nom: exige(texte.nom),
    courriel: courrielLu(texte.courriel),
    fonction: exige(texte.fonction),
    role: estRoleMembre(texte.role) ? ok(texte.role) : no('SANS_REPONSE'),
    siret,
    genre: siret.ok ? genreLu({ ...texte, siret: siret.value }, contexte) : ok(texte.genre),
    raisonSociale: deLaStructure(() => exige(texte.raisonSociale, 'STRUCTURE_A_DIRE')),
    adresse: deLaStructure(() => exige(texte.adresse, 'STRUCTURE_A_DIRE')),
    codePostal: deLaStructure(() => codePostalLu(texte.codePostal)),
    commune: deLaStructure(() => exige(texte.commune, 'STRUCTURE_A_DIRE')),
  }
  const refusees = CHAMPS_OUVERTURE.flatMap((champ): OuvertureRefusee[] => {
    if (longueur(texte[champ]) > LONGUEUR_MAX_OUVERTURE) return [{ champ, refus: 'TROP_LONG' }]
    const lue = lectures[champ]
    return lue.ok ? [] : [{ champ, refus: lue.reason }]
  })
  const lue = Object.fromEntries(
    CHAMPS_OUVERTURE.map((champ) => {
      const une = lectures[champ]
      return [champ, une.ok ? une.value : '']
    }),
  ) as OuvertureLue
  return { lue, refusees }
}

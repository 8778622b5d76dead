import { parseMontant } from '#domain/budget/montant'
import {
  CHAMPS,
  CHAMPS_ESSENTIELS,
  type Champ,
  type ChampsLus,
  type Doute,
  type FicheLue,
  type RubriqueNonReconnue,
  type Source,
} from '#domain/pre-projet/fiche'
import { no, ok, type Result } from '#domain/result'
import { parseCourriel } from '#domain/structure/coordonnees'
import { estGenre, genreDe, type Genre } from '#domain/structure/genre'
import { parseSiret } from '#domain/structure/identifiants'
import { toDate, type Jour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { nettoyer, plier } from '#domain/texte'

/**
 * One field of a fiche as the database keeps it (`PreProjet.champs`). `valeur` is a text, whatever the field: an ISO day, an
 * amount in cents, a whole number in digits. Once an officer has looked at it, `confirme` says who and when, and `valeurLue` what
 * the machine had read if they changed it.
 */
export type ChampEnregistre = {
  valeur: string | null
  texteLu: string
  source: Source | null
  confiance: 'CERTAIN' | 'DOUTEUX'
  doute?: Doute
  confirme?: { par: string; le: string }
  valeurLue?: string | null
}

export type ChampsEnregistres = { [C in Champ]?: ChampEnregistre }

/** How a field is written and read back. */
export type Forme = 'TEXTE' | 'LONG' | 'JOUR' | 'MONTANT' | 'NOMBRE' | 'SIRET' | 'COURRIEL' | 'CODE_POSTAL'

const FORMES: { [C in Champ]?: Forme } = {
  siret: 'SIRET',
  codePostal: 'CODE_POSTAL',
  courriel: 'COURRIEL',
  dateDebut: 'JOUR',
  dateFin: 'JOUR',
  nbJeunes: 'NOMBRE',
  coutTotal: 'MONTANT',
  montantSouhaite: 'MONTANT',
  description: 'LONG',
  autresFinanceurs: 'LONG',
}

export const formeDe = (champ: Champ): Forme => FORMES[champ] ?? 'TEXTE'

/** Characters kept of one field: a fiche is a short sheet. */
export const LONGUEUR_MAX_CHAMP = 5_000

/** What a reading becomes in the database. */
export function enregistrer({ champs }: Pick<FicheLue, 'champs'>): ChampsEnregistres {
  const gardes: ChampsEnregistres = {}
  for (const champ of CHAMPS) {
    const lu: ChampsLus[Champ] = champs[champ]
    if (!lu) continue
    const { valeur, texteLu, source, confiance, doute } = lu
    const texte = valeur === null ? null : String(valeur)
    gardes[champ] = { valeur: texte, texteLu, source, confiance, ...(doute && { doute }) }
  }
  return gardes
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isChamp = (value: unknown): value is ChampEnregistre =>
  isObject(value) && (value['valeur'] === null || typeof value['valeur'] === 'string')

/** The fields of a row, from its JSON; what is not a field is left out. */
export function lireChamps(json: unknown): ChampsEnregistres {
  const source = isObject(json) ? json : {}
  const champs: ChampsEnregistres = {}
  for (const champ of CHAMPS) {
    const garde = source[champ]
    if (isChamp(garde)) champs[champ] = garde
  }
  return champs
}

/** What is said under labels for which there is no field, from the JSON of a row. */
export function lireNonReconnues(json: unknown): RubriqueNonReconnue[] {
  const liste: unknown[] = Array.isArray(json) ? json : []
  return liste.filter(
    (une): une is RubriqueNonReconnue =>
      isObject(une) &&
      typeof une['libelle'] === 'string' &&
      typeof une['texte'] === 'string' &&
      isObject(une['source']),
  )
}

export type RefusSaisie =
  | 'SIRET_INVALIDE'
  | 'JOUR_INVALIDE'
  | 'MONTANT_INVALIDE'
  | 'NOMBRE_INVALIDE'
  | 'COURRIEL_INVALIDE'
  | 'CODE_POSTAL_INVALIDE'
  | 'TEXTE_TROP_LONG'

type Saisie = Result<string | null, RefusSaisie>

const LECTEURS: Record<Forme, (texte: string) => Saisie> = {
  TEXTE: (texte) => ok(nettoyer(texte)),
  LONG: (texte) => ok(texte),
  SIRET: (texte) => {
    const siret = parseSiret(texte)
    return siret.ok ? siret : no('SIRET_INVALIDE')
  },
  JOUR: (texte) => {
    const jour = jourSaisi(texte)
    return jour.ok ? jour : no('JOUR_INVALIDE')
  },
  MONTANT: (texte) => {
    const montant = parseMontant(texte)
    return montant === null || montant < 0n ? no('MONTANT_INVALIDE') : ok(String(montant))
  },
  NOMBRE: (texte) => {
    const nu = texte.replace(/\s/gu, '')
    return /^\d{1,6}$/.test(nu) ? ok(String(Number(nu))) : no('NOMBRE_INVALIDE')
  },
  COURRIEL: (texte) => {
    const courriel = parseCourriel(texte)
    return courriel.ok ? courriel : no('COURRIEL_INVALIDE')
  },
  CODE_POSTAL: (texte) =>
    /^\d{5}$/.test(texte.replace(/\s/gu, '')) ? ok(texte.replace(/\s/gu, '')) : no('CODE_POSTAL_INVALIDE'),
}

/** What an officer typed in a field, as it is kept. An empty field is an answer: the fiche does not say it. */
export function lireSaisie(champ: Champ, texte: string): Saisie {
  const nu = texte.trim()
  if (nu === '') return ok(null)
  if (nu.length > LONGUEUR_MAX_CHAMP) return no('TEXTE_TROP_LONG')
  return LECTEURS[formeDe(champ)](nu)
}

export type Confirmation = { champ: Champ; valeur: string | null; par: string; le: Date }

/** The field once an officer has looked at it: what the machine had read is kept beside when they changed it. */
export function confirmer(champs: ChampsEnregistres, { champ, valeur, par, le }: Confirmation): ChampsEnregistres {
  const avant = champs[champ]
  const lue = avant?.valeurLue === undefined ? (avant?.valeur ?? null) : avant.valeurLue
  const garde: ChampEnregistre = {
    texteLu: avant?.texteLu ?? '',
    source: avant?.source ?? null,
    valeur,
    confiance: 'CERTAIN',
    confirme: { par, le: le.toISOString() },
    ...(lue !== valeur && { valeurLue: lue }),
  }
  return { ...champs, [champ]: garde }
}

/** The fields an officer still has to look at, in the order of the form: doubtful, or essential and absent, and not yet confirmed. */
export const champsARelire = (champs: ChampsEnregistres): Champ[] =>
  CHAMPS.filter((champ) => {
    const garde = champs[champ]
    if (garde?.confirme) return false
    return garde ? garde.confiance === 'DOUTEUX' : (CHAMPS_ESSENTIELS as readonly Champ[]).includes(champ)
  })

/** The fields read without doubt and not yet confirmed: one act confirms them all. */
export const champsSurs = (champs: ChampsEnregistres): Champ[] =>
  CHAMPS.filter((champ) => {
    const garde = champs[champ]
    return garde?.confiance === 'CERTAIN' && !garde.confirme
  })

const genreLu = (texte: string, siret: string, nom: string): Genre | null =>
  estGenre(texte) ? texte : genreDe({ natureJuridique: texte, siren: siret.slice(0, 9), nom })

const jourEnDate = (jour: Jour | null) => (jour ? toDate(jour) : null)

/** The columns of `PreProjet` that follow from its fields: a bannette sorts and searches them. */
export function colonnesDe(champs: ChampsEnregistres) {
  const texte = (champ: Champ) => champs[champ]?.valeur ?? ''
  const montant = (champ: Champ) => (champs[champ]?.valeur ? BigInt(champs[champ].valeur) : null)
  return {
    titre: texte('titre'),
    titrePlie: plier(texte('titre')),
    structureNom: texte('structure'),
    structureNomPlie: plier(texte('structure')),
    siret: texte('siret') || null,
    genre: genreLu(texte('genre'), texte('siret'), texte('structure')),
    commune: texte('commune'),
    pays: texte('pays'),
    ville: texte('ville'),
    contactNom: texte('contact'),
    contactCourriel: texte('courriel'),
    nbJeunes: champs.nbJeunes?.valeur ? Number(champs.nbJeunes.valeur) : null,
    coutTotalCents: montant('coutTotal'),
    montantSouhaiteCents: montant('montantSouhaite'),
    dateDebut: jourEnDate(champs.dateDebut?.valeur ?? null),
    dateFin: jourEnDate(champs.dateFin?.valeur ?? null),
    aRelire: champsARelire(champs),
  }
}

import type { Montant } from '#domain/budget/montant'
import type { Dispositif } from '#domain/dispositif'
import { type AdresseSure, lireAdresseSure, URL_E_PARTENAIRE } from '#domain/campagne/adresse-sure'
import { estGenre, type Genre, GENRES } from '#domain/structure/genre'
import { type Jour, parseJour } from '#domain/temps/jour'

/** Who signs and who answers: the words at the foot of every mail (CRPA L111-2, R112-11-1). */
export type Signataire = {
  prenom: string
  nom: string
  qualite: string
  service: string
  adresse: string
  telephone: string
  courriel: string
}

/** Who signs the letters of decision by hand (CRPA L212-1); all empty, whom the mails name. */
export type SignataireDesLettres = Pick<Signataire, 'prenom' | 'nom' | 'qualite'>

/** How long a reopening may last, in days after today (docs/domaine.md § 8.2). */
export type DureesDeverrouillage = { joursMin: number; joursDefaut: number; joursMax: number }

/**
 * What the règlement of a campagne says (docs/domaine.md § 2.4), beyond its dates of opening and its enveloppe. Everything here is a
 * setting: null and an empty list mean that the règlement says nothing.
 */
export type Reglages = {
  commissionLe: Jour | null
  seancesCp: Jour[]
  projetDu: Jour | null
  projetAu: Jour | null
  genresEligibles: Genre[]
  ageMin: number | null
  ageMax: number | null
  minParticipants: number | null
  pays: string[]
  /** Asked amount ÷ total cost, without the contributions in nature. */
  tauxMax: number | null
  tauxMaxBloquant: boolean
  montantMinCents: Montant | null
  montantMaxCents: Montant | null
  /** Public money ÷ total cost; only ever a warning. */
  partPubliqueMax: number | null
  /** True when somebody else than the Département must pay something. */
  cofinancementExige: boolean
  maxParStructure: number | null
  /** True when who instructs may pass over a bloquant, and not a RESPONSABLE only (docs/domaine.md § 8.4). */
  instructeurPasseOutre: boolean
  tauxAcompte: number
  bilanDuJours: number
  seuilConventionCents: Montant
  /** Days given to send what is missing (CRPA L114-5). */
  complementJours: number
  /** Days before a séance at which its list closes, so that its reports are printed and sent to those who vote (docs/domaine.md § 8.1). */
  clotureSeanceJours: number
  deverrouillage: DureesDeverrouillage
  /** The règlement as it was voted, word for word, read by who asks (#domain/campagne/texte-de-reglement); `''` where it is not given. */
  texteReglement: string
  /** True when the MCEI sends the accusé de réception of a dossier; false, as at first, where the portal's own is the one (docs/domaine.md § 7.2). */
  accuseReception: boolean
  /** Minutes that the mail of a decision waits, and during which it can be taken back; 0: it leaves at once. */
  attenteDecisionMinutes: number
  /** True when the MCEI answers each fiche by itself to say that it arrived (M01). */
  accuseFiche: boolean
  /** True when its demandes may be begun on the extranet; false, on the portal only. */
  demandesEnLigne: boolean
  /** The portal that its mails lead to, and its page where it takes no demande on line. */
  adressePortail: AdresseSure
  /** The name that its mails leave under, and where their answers go beside our own box (#domain/courriel/expediteur); empty: the installation's. */
  expediteurNom: string
  reponseA: string
  signataire: Signataire
  signataireLettres: SignataireDesLettres
  /** Paragraphs of its own, in its letters of grant and of refusal, between the decision and what the law has said there; `''` where it adds none. */
  lettreAccord: string
  lettreRefus: string
}

/** Where the Département is. */
export const ADRESSE_DU_DEPARTEMENT = 'Hôtel du Département, rue Ferdinand Buisson, 62018 Arras Cedex 9'

const SIGNATAIRE: Signataire = {
  prenom: '',
  nom: '',
  qualite: 'instruction des demandes',
  service: 'Mission coopération européenne et internationale',
  adresse: ADRESSE_DU_DEPARTEMENT,
  telephone: '03 21 21 62 16',
  courriel: 'mcei@exemple.test',
}

const COMMUNS: Omit<Reglages, 'genresEligibles' | 'ageMin' | 'ageMax'> = {
  commissionLe: null,
  seancesCp: [],
  projetDu: null,
  projetAu: null,
  minParticipants: null,
  pays: [],
  tauxMax: null,
  tauxMaxBloquant: false,
  montantMinCents: null,
  montantMaxCents: null,
  partPubliqueMax: 0.8,
  cofinancementExige: false,
  maxParStructure: null,
  instructeurPasseOutre: false,
  tauxAcompte: 0.7,
  bilanDuJours: 180,
  seuilConventionCents: 2_300_000n,
  complementJours: 21,
  clotureSeanceJours: 21,
  deverrouillage: { joursMin: 2, joursDefaut: 5, joursMax: 15 },
  texteReglement: '',
  accuseReception: false,
  attenteDecisionMinutes: 30,
  accuseFiche: true,
  demandesEnLigne: true,
  adressePortail: URL_E_PARTENAIRE,
  expediteurNom: '',
  reponseA: '',
  signataire: SIGNATAIRE,
  signataireLettres: { prenom: '', nom: '', qualite: '' },
  lettreAccord: '',
  lettreRefus: '',
}

/** A company and a person alone are not named among those who may ask (docs/domaine.md § 1.2). */
const ELIGIBLES: Genre[] = GENRES.filter((genre) => genre !== 'entreprise' && genre !== 'particulier')

/** What a new campagne starts from; young people are 12 to 25 years old in the Département's own policy (docs/domaine.md § 2.1). */
export const REGLAGES_PAR_DEFAUT: Record<Dispositif, Reglages> = {
  MEI: { ...COMMUNS, genresEligibles: ELIGIBLES, ageMin: 12, ageMax: 25 },
  JUMELAGES: { ...COMMUNS, genresEligibles: ELIGIBLES, ageMin: null, ageMax: null },
}

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Réglages as a JSON column holds them: cents as whole numbers. */
export function reglagesEnJson({ montantMinCents, montantMaxCents, seuilConventionCents, ...reste }: Reglages) {
  const entier = (cents: Montant | null) => (cents === null ? null : Number(cents))
  return {
    ...reste,
    montantMinCents: entier(montantMinCents),
    montantMaxCents: entier(montantMaxCents),
    seuilConventionCents: Number(seuilConventionCents),
  }
}

/** Reads a JSON column; a réglage that is absent or of the wrong kind takes the value a new campagne starts from. */
export function lireReglages(json: unknown, dispositif: Dispositif): Reglages {
  const lu = isJson(json) ? json : {}
  const defaut = REGLAGES_PAR_DEFAUT[dispositif]
  const signataire = isJson(lu.signataire) ? lu.signataire : {}
  const signataireLettres = isJson(lu.signataireLettres) ? lu.signataireLettres : {}
  return {
    commissionLe: jour(lu, 'commissionLe', defaut.commissionLe),
    seancesCp: textes(lu.seancesCp).filter((texte) => parseJour(texte) === texte),
    projetDu: jour(lu, 'projetDu', defaut.projetDu),
    projetAu: jour(lu, 'projetAu', defaut.projetAu),
    genresEligibles: Array.isArray(lu.genresEligibles)
      ? textes(lu.genresEligibles).filter(estGenre)
      : defaut.genresEligibles,
    ageMin: nombre(lu, 'ageMin', defaut.ageMin),
    ageMax: nombre(lu, 'ageMax', defaut.ageMax),
    minParticipants: nombre(lu, 'minParticipants', defaut.minParticipants),
    pays: textes(lu.pays),
    tauxMax: nombre(lu, 'tauxMax', defaut.tauxMax),
    tauxMaxBloquant: typeof lu.tauxMaxBloquant === 'boolean' ? lu.tauxMaxBloquant : defaut.tauxMaxBloquant,
    montantMinCents: cents(lu, 'montantMinCents', defaut.montantMinCents),
    montantMaxCents: cents(lu, 'montantMaxCents', defaut.montantMaxCents),
    partPubliqueMax: nombre(lu, 'partPubliqueMax', defaut.partPubliqueMax),
    cofinancementExige: typeof lu.cofinancementExige === 'boolean' ? lu.cofinancementExige : defaut.cofinancementExige,
    maxParStructure: nombre(lu, 'maxParStructure', defaut.maxParStructure),
    instructeurPasseOutre:
      typeof lu.instructeurPasseOutre === 'boolean' ? lu.instructeurPasseOutre : defaut.instructeurPasseOutre,
    tauxAcompte: nombre(lu, 'tauxAcompte', defaut.tauxAcompte) ?? defaut.tauxAcompte,
    bilanDuJours: nombre(lu, 'bilanDuJours', defaut.bilanDuJours) ?? defaut.bilanDuJours,
    seuilConventionCents: cents(lu, 'seuilConventionCents', defaut.seuilConventionCents) ?? defaut.seuilConventionCents,
    complementJours: nombre(lu, 'complementJours', defaut.complementJours) ?? defaut.complementJours,
    clotureSeanceJours: nombre(lu, 'clotureSeanceJours', defaut.clotureSeanceJours) ?? defaut.clotureSeanceJours,
    deverrouillage: durees(lu.deverrouillage, defaut.deverrouillage),
    texteReglement: texte(lu, 'texteReglement', ''),
    accuseReception: typeof lu.accuseReception === 'boolean' ? lu.accuseReception : defaut.accuseReception,
    attenteDecisionMinutes:
      nombre(lu, 'attenteDecisionMinutes', defaut.attenteDecisionMinutes) ?? defaut.attenteDecisionMinutes,
    accuseFiche: typeof lu.accuseFiche === 'boolean' ? lu.accuseFiche : defaut.accuseFiche,
    demandesEnLigne: typeof lu.demandesEnLigne === 'boolean' ? lu.demandesEnLigne : defaut.demandesEnLigne,
    adressePortail: lireAdresseSure(texte(lu, 'adressePortail', '')) ?? defaut.adressePortail,
    expediteurNom: texte(lu, 'expediteurNom', ''),
    reponseA: texte(lu, 'reponseA', ''),
    signataire: {
      prenom: texte(signataire, 'prenom', defaut.signataire.prenom),
      nom: texte(signataire, 'nom', defaut.signataire.nom),
      qualite: texte(signataire, 'qualite', defaut.signataire.qualite),
      service: texte(signataire, 'service', defaut.signataire.service),
      adresse: texte(signataire, 'adresse', defaut.signataire.adresse),
      telephone: texte(signataire, 'telephone', defaut.signataire.telephone),
      courriel: texte(signataire, 'courriel', defaut.signataire.courriel),
    },
    signataireLettres: {
      prenom: texte(signataireLettres, 'prenom', ''),
      nom: texte(signataireLettres, 'nom', ''),
      qualite: texte(signataireLettres, 'qualite', ''),
    },
    lettreAccord: texte(lu, 'lettreAccord', ''),
    lettreRefus: texte(lu, 'lettreRefus', ''),
  }
}

const isNombre = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

/** Null is an answer ("the règlement says nothing"); anything else that is not a number is not. */
const nombre = (json: Json, cle: string, defaut: number | null): number | null => {
  const value = json[cle]
  return isNombre(value) || value === null ? value : defaut
}

const cents = (json: Json, cle: string, defaut: Montant | null): Montant | null => {
  const value = json[cle]
  if (value === null) return null
  return isNombre(value) && Number.isSafeInteger(value) ? BigInt(value) : defaut
}

const jour = (json: Json, cle: string, defaut: Jour | null): Jour | null => {
  const value = json[cle]
  if (value === null) return null
  return typeof value === 'string' && parseJour(value) === value ? value : defaut
}

const texte = (json: Json, cle: string, defaut: string): string => {
  const value = json[cle]
  return typeof value === 'string' && value.trim() ? value : defaut
}

const textes = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []

/** Bounds that contradict each other would lock every officer out. */
function durees(value: unknown, defaut: DureesDeverrouillage): DureesDeverrouillage {
  if (!isJson(value)) return defaut
  const joursMin = nombre(value, 'joursMin', null) ?? defaut.joursMin
  const joursMax = nombre(value, 'joursMax', null) ?? defaut.joursMax
  const joursDefaut = nombre(value, 'joursDefaut', null) ?? defaut.joursDefaut
  return joursMin <= joursDefaut && joursDefaut <= joursMax ? { joursMin, joursDefaut, joursMax } : defaut
}

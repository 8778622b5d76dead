import { type Montant, parseMontant } from '#domain/budget/montant'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { Analyse } from '#domain/piece/antivirus'
import { no, ok, type Result } from '#domain/result'
import type { Accord } from '#domain/suite-accord/accord'
import { type Bilan, recevoirBilan } from '#domain/suite-accord/bilan-de-projet'
import { compareJours, type Jour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { longueur } from '#domain/texte'

/** What a structure answers of what was done with a grant, in reading order (loi 2000-321 art. 10; docs/domaine.md § 7.6). */
export const CHAMPS_BILAN = ['debut', 'fin', 'participants', 'compteRendu', 'depense', 'subvention', 'ecarts'] as const
export type ChampBilan = (typeof CHAMPS_BILAN)[number]

/** Is this the name of one of them? */
export const estChampBilan = (nom: string): nom is ChampBilan => CHAMPS_BILAN.some((un) => un === nom)

/** Those that are written on several lines, and kept as they were typed. */
export const TEXTES_BILAN: readonly ChampBilan[] = ['compteRendu', 'ecarts']

/** What was answered, by field; what is absent was not. */
export type ReponsesBilan = Readonly<{ [C in ChampBilan]?: string }>

/** Reads the answers of a row (a JSON column) or of a form; what is no text of a field is left out. */
export function lireReponsesBilan(json: unknown): ReponsesBilan {
  const lu = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  return Object.fromEntries(
    CHAMPS_BILAN.flatMap((champ) => (typeof lu[champ] === 'string' ? [[champ, lu[champ]]] : [])),
  )
}

/** Characters of a line, and of what is told on several: fewer of the second say nothing. */
export const LONGUEUR_LIGNE_BILAN = 255
export const TEXTE_BILAN_MIN = 20
export const TEXTE_BILAN_MAX = 10_000

/** What the grant was given for: what differs from it is explained. Days are null where the demande did not say them. */
export type Prevu = { montantCents: Montant; debut: Jour | null; fin: Jour | null }

/** A bilan that will do. Amounts in cents. */
export type BilanDonne = {
  debut: Jour
  fin: Jour
  participants: number
  depenseCents: Montant
  /** Of the grant, what was really used. */
  subventionCents: Montant
}

export type RefusReponseBilan =
  | 'SANS_REPONSE'
  | 'TROP_COURT'
  | 'TROP_LONG'
  | 'JOUR'
  | 'NOMBRE'
  | 'MONTANT'
  | 'NEGATIF'
  | 'FIN_AVANT_DEBUT'
  | 'FIN_A_VENIR'
  | 'PLUS_QU_ACCORDE'
  | 'PLUS_QUE_DEPENSE'
  | 'ECARTS_A_DIRE'

export type ReponseBilanRefusee = { champ: ChampBilan; refus: RefusReponseBilan }

type Lu<T> = T | RefusReponseBilan

const estRefus = <T>(lu: Lu<T>): lu is RefusReponseBilan => typeof lu === 'string' && /^[A-Z_]+$/.test(lu)

function lireJour(texte: string): Lu<Jour> {
  const lu = jourSaisi(texte)
  return lu.ok ? lu.value : 'JOUR'
}

const lireNombre = (texte: string): Lu<number> => {
  const serre = texte.replace(/[\s\u202f]/gu, '')
  return /^\d{1,5}$/.test(serre) ? Number(serre) : 'NOMBRE'
}

/** Euros as people write them: `10 000`, `10000€`, `10 000,00`. What can be read two ways is refused. */
function lireMontant(texte: string): Lu<Montant> {
  const lu = parseMontant(texte)
  if (lu === null) return 'MONTANT'
  return lu < 0n ? 'NEGATIF' : lu
}

function lireTexte(texte: string): Lu<{ texte: string }> {
  const mots = longueur(texte.trim())
  if (mots < TEXTE_BILAN_MIN) return 'TROP_COURT'
  return mots > TEXTE_BILAN_MAX ? 'TROP_LONG' : { texte }
}

const LECTURES = {
  debut: lireJour,
  fin: lireJour,
  participants: lireNombre,
  compteRendu: lireTexte,
  depense: lireMontant,
  subvention: lireMontant,
  ecarts: lireTexte,
} as const satisfies Record<ChampBilan, (texte: string) => unknown>

type Lus = { [C in ChampBilan]?: ReturnType<(typeof LECTURES)[C]> }

const lire = (reponses: ReponsesBilan): Lus =>
  Object.fromEntries(
    CHAMPS_BILAN.flatMap((champ): [ChampBilan, unknown][] => {
      const texte = reponses[champ] ?? ''
      if (texte.trim() === '') return []
      if (!TEXTES_BILAN.includes(champ) && longueur(texte) > LONGUEUR_LIGNE_BILAN) return [[champ, 'TROP_LONG']]
      return [[champ, LECTURES[champ](texte)]]
    }),
  )

const juste = <T>(lu: Lu<T> | undefined): T | null => (lu === undefined || estRefus(lu) ? null : lu)

/** Whether what was done is another thing than what was granted, so that it is to be explained. */
function differe({ debut, fin, depense, subvention }: Lus, prevu: Prevu): boolean {
  const autreJour = (lu: Jour | null, voulu: Jour | null) => lu !== null && voulu !== null && lu !== voulu
  const moindre = (lu: Montant | null) => lu !== null && lu < prevu.montantCents
  return (
    moindre(juste(depense)) ||
    moindre(juste(subvention)) ||
    autreJour(juste(debut), prevu.debut) ||
    autreJour(juste(fin), prevu.fin)
  )
}

/** What two answers cannot both be, or what an answer cannot be beside the grant. */
function desaccord(champ: ChampBilan, lus: Lus, { prevu, today }: Contexte): RefusReponseBilan | null {
  const [debut, fin] = [juste(lus.debut), juste(lus.fin)]
  const [depense, subvention] = [juste(lus.depense), juste(lus.subvention)]
  if (champ === 'fin' && fin !== null) {
    if (debut !== null && compareJours(fin, debut) < 0) return 'FIN_AVANT_DEBUT'
    return compareJours(fin, today) > 0 ? 'FIN_A_VENIR' : null
  }
  if (champ !== 'subvention' || subvention === null) return null
  if (subvention > prevu.montantCents) return 'PLUS_QU_ACCORDE'
  return depense !== null && subvention > depense ? 'PLUS_QUE_DEPENSE' : null
}

type Contexte = { prevu: Prevu; today: Jour }

/** The answers that will not do, in reading order. An unanswered question is none of them: a bilan is filled in as it comes. */
export function refuseesDuBilan(reponses: ReponsesBilan, contexte: Contexte): ReponseBilanRefusee[] {
  const lus = lire(reponses)
  return CHAMPS_BILAN.flatMap((champ) => {
    const lu: unknown = lus[champ]
    const refus = estRefus(lu) ? lu : desaccord(champ, lus, contexte)
    return refus ? [{ champ, refus }] : []
  })
}

/** What keeps a bilan from being given: answered with what will not do, or unanswered; what differs from the grant is to be explained. */
export function aReprendreDuBilan(reponses: ReponsesBilan, contexte: Contexte): ReponseBilanRefusee[] {
  const refusees = refuseesDuBilan(reponses, contexte)
  const lus = lire(reponses)
  return CHAMPS_BILAN.flatMap((champ): ReponseBilanRefusee[] => {
    const refusee = refusees.find((une) => une.champ === champ)
    if (refusee) return [refusee]
    if (lus[champ] !== undefined) return []
    if (champ === 'ecarts') return differe(lus, contexte.prevu) ? [{ champ, refus: 'ECARTS_A_DIRE' }] : []
    return [{ champ, refus: 'SANS_REPONSE' }]
  })
}

/** What the answers say, where nothing keeps the bilan from being given; null otherwise. */
export function lireBilan(reponses: ReponsesBilan, contexte: Contexte): BilanDonne | null {
  if (aReprendreDuBilan(reponses, contexte).length > 0) return null
  const lus = lire(reponses)
  const [debut, fin, participants] = [juste(lus.debut), juste(lus.fin), juste(lus.participants)]
  const [depenseCents, subventionCents] = [juste(lus.depense), juste(lus.subvention)]
  if (debut === null || fin === null || participants === null) return null
  return depenseCents === null || subventionCents === null
    ? null
    : { debut, fin, participants, depenseCents, subventionCents }
}

export type RefusDeRendre = 'LECTEUR_SEUL' | 'SUR_LE_PORTAIL' | 'RIEN_A_RENDRE' | 'DEJA_RENDU'

type ARendre = {
  role: RoleMembre
  origine: OrigineDossier
  /** Its structure was told that it is granted. */
  dite: boolean
  accord: Accord | null
  bilan: Bilan | null
}

/**
 * May the bilan be written, and given, on the extranet today? By who does more than read, for what was deposited there, from the day on which it may be said
 * to have come; again once it was found to be completed, or its reception was taken back (#domain/suite-accord/bilan-de-projet).
 */
export function peutRendre({ role, origine, dite, accord, bilan }: ARendre, today: Jour): Result<Jour, RefusDeRendre> {
  if (!dite || !accord || !bilan) return no('RIEN_A_RENDRE')
  if (origine === 'PORTAIL') return no('SUR_LE_PORTAIL')
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  const recu = recevoirBilan({ accord, bilan }, today, today)
  if (recu.ok) return ok(recu.value)
  return no(recu.reason === 'DEJA_RECU' ? 'DEJA_RENDU' : 'RIEN_A_RENDRE')
}

export type RefusDeRendreBilan =
  RefusDeRendre | 'CHANGE' | 'INCHANGE' | 'A_REPRENDRE' | 'SANS_COMPTE_RENDU' | 'FICHIER_INFECTE' | 'FICHIER_EN_VOL'

type Fichier = { code: string; nomFichier: string; analyse: Analyse }

/** May a bilan be given with these files? The compte rendu financier is among them, and none is locked: `detail` names the one that is. */
export function verifierFichiersDuBilan(
  fichiers: readonly Fichier[],
): Result<undefined, 'SANS_COMPTE_RENDU' | 'FICHIER_INFECTE'> {
  const infecte = fichiers.find(({ analyse }) => analyse === 'INFECTE')
  if (infecte) return no('FICHIER_INFECTE', infecte.nomFichier)
  return fichiers.some(({ code }) => code === 'COMPTE_RENDU_FINANCIER') ? ok() : no('SANS_COMPTE_RENDU')
}

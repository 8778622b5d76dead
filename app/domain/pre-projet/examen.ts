import { AVIS, type Avis } from '#domain/pre-projet/avis'
import { type EtatPreProjet, ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import { type Critere, type Grille, REPONSES, type Reponse } from '#domain/pre-projet/grille'
import { remplacer, type Valeurs } from '#domain/pre-projet/variables'
import { parseJour } from '#domain/temps/jour'

/** One answer, with the question as it was asked: a grid that changes later does not change what was answered. `le` is an ISO instant. */
export type ReponseDonnee = {
  reponse: Reponse
  precision: string
  question: string
  par: string
  parId: string
  le: string
}

/**
 * The reply being written: `corps` is what the officer has, `propose` the words that the answers gave when they last agreed to them. As
 * long as both are the same, nobody has touched it.
 */
export type Redaction = { avis: Avis; corps: string; propose: string; par: string; parId: string; le: string }

/** What was true of the fiche before an avis whose mail (`cle`) has not left: taken back, it is true again. */
export type AvisPrecedent = {
  cle: string
  etat: EtatPreProjet
  avis: Avis | null
  avisTexte: string
  avisLe: string | null
  redaction: Redaction | null
}

/** The examen of one fiche, as its JSON column holds it. */
export type Examen = {
  reponses: Record<string, ReponseDonnee>
  redaction: Redaction | null
  precedent: AvisPrecedent | null
}

/** Why an answer or a draft is not kept. */
export type RefusReponse =
  | 'FICHE_CLOSE'
  | 'CRITERE_INCONNU'
  | 'PRECISION_TROP_LONGUE'
  | 'TEXTE_TROP_LONG'
  | 'REPONSE_CHANGEE'
  | 'REDACTION_CHANGEE'

/** Characters of a reply. */
export const LONGUEUR_MAX_REPONSE = 10_000

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const texte = (json: Json, cle: string) => (typeof json[cle] === 'string' ? json[cle] : '')

const avisDe = (value: unknown): Avis | null => AVIS.find((avis) => avis === value) ?? null

function lireReponse(value: unknown): ReponseDonnee | null {
  if (!isJson(value)) return null
  const reponse = REPONSES.find((une) => une === value['reponse'])
  const le = texte(value, 'le')
  if (!reponse || !parseJour(le)) return null
  return {
    reponse,
    precision: texte(value, 'precision'),
    question: texte(value, 'question'),
    par: texte(value, 'par'),
    parId: texte(value, 'parId'),
    le,
  }
}

function lireRedaction(value: unknown): Redaction | null {
  const avis = isJson(value) ? avisDe(value['avis']) : null
  if (!isJson(value) || !avis) return null
  return {
    avis,
    corps: texte(value, 'corps'),
    propose: texte(value, 'propose'),
    par: texte(value, 'par'),
    parId: texte(value, 'parId'),
    le: texte(value, 'le'),
  }
}

function lirePrecedent(value: unknown): AvisPrecedent | null {
  const etat = isJson(value) ? ETATS_PRE_PROJET.find((un) => un === value['etat']) : undefined
  if (!isJson(value) || !etat) return null
  return {
    cle: texte(value, 'cle'),
    etat,
    avis: avisDe(value['avis']),
    avisTexte: texte(value, 'avisTexte'),
    avisLe: texte(value, 'avisLe') || null,
    redaction: lireRedaction(value['redaction']),
  }
}

/** The examen of a row; what cannot be read is as if it had not been answered. */
export function lireExamen(json: unknown): Examen {
  const source = isJson(json) ? json : {}
  const reponses: Record<string, ReponseDonnee> = {}
  for (const [code, value] of Object.entries(isJson(source['reponses']) ? source['reponses'] : {})) {
    const lue = lireReponse(value)
    if (lue) reponses[code] = lue
  }
  return { reponses, redaction: lireRedaction(source['redaction']), precedent: lirePrecedent(source['precedent']) }
}

const reponseA = ({ reponses }: Pick<Examen, 'reponses'>, code: string): ReponseDonnee | undefined =>
  Object.hasOwn(reponses, code) ? reponses[code] : undefined

/** The questions that wait for an answer. */
export const sansReponse = (criteres: Grille, examen: Pick<Examen, 'reponses'>): Critere[] =>
  criteres.filter(({ code }) => !reponseA(examen, code))

const GRAVITE: readonly Avis[] = ['HORS_CHAMP', 'DEFAVORABLE', 'A_RETRAVAILLER']

/**
 * What the answers lead to: the gravest consequence of a « non », else more work where something is to be precised, else favourable once
 * everything is answered. Null while nothing can be said. The officer chooses: this only suggests.
 */
export function issueSuggeree(criteres: Grille, examen: Pick<Examen, 'reponses'>): Avis | null {
  const issues = criteres.flatMap(({ code, consequence }): Avis[] => {
    const reponse = reponseA(examen, code)?.reponse
    if (reponse === 'NON') return [consequence]
    return reponse === 'A_PRECISER' ? ['A_RETRAVAILLER'] : []
  })
  const grave = GRAVITE.find((avis) => issues.includes(avis))
  if (grave) return grave
  return criteres.length > 0 && sansReponse(criteres, examen).length === 0 ? 'FAVORABLE' : null
}

/**
 * The paragraphs that the answers add to the reply, in the order of the grid: each « non » and each « à préciser » says its own, with
 * the officer's precision after it. Out of the field of the calls, only what puts it there is said: the rest would be work for nothing.
 */
export function paragraphes(
  criteres: Grille,
  examen: Pick<Examen, 'reponses'>,
  avis: Avis,
  valeurs: Valeurs,
): string[] {
  return criteres.flatMap(({ code, siNon, siAPreciser, consequence }) => {
    const donnee = reponseA(examen, code)
    if (!donnee) return []
    if (avis === 'HORS_CHAMP' && !(donnee.reponse === 'NON' && consequence === 'HORS_CHAMP')) return []
    if (donnee.reponse === 'OUI') return [donnee.precision.trim()].filter(Boolean)
    const modele = donnee.reponse === 'NON' ? siNon : siAPreciser
    return [[remplacer(modele, valeurs).trim(), donnee.precision.trim()].filter(Boolean).join(' ')]
  })
}

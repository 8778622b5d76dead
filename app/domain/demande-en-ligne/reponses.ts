import { type Montant, parseMontant } from '#domain/budget/montant'
import {
  type ChampEnLigne,
  champsDEtape,
  type ChampFixe,
  COCHES,
  type EtapeEcrite,
  OBLIGATOIRES,
  type ReponsesEnLigne,
} from '#domain/demande-en-ligne/etapes'
import { no, ok, type Result } from '#domain/result'
import { lireSaisie, type RefusValeur } from '#domain/champ-du-service/valeur'
import { estQuestionPosee, type QuestionDeCampagne } from '#domain/demande-en-ligne/questions-de-campagne'
import { parseCodePostal, parseCourriel, parseTelephone } from '#domain/structure/coordonnees'
import { parseSiret } from '#domain/structure/identifiants'
import { compareJours } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { longueur } from '#domain/texte'

/** The longest answer, in characters; the portal's objet is one line. */
export const LONGUEUR_MAX_REPONSE = 255

export type RefusReponseEnLigne =
  | 'SANS_REPONSE'
  | 'TROP_LONG'
  | 'COURRIEL'
  | 'TELEPHONE'
  | 'SIRET'
  | 'CODE_POSTAL'
  | 'MONTANT'
  | 'JOUR'
  | 'NOMBRE'
  | 'FIN_AVANT_DEBUT'
  | 'PLUS_QUE_LE_COUT'
  | RefusValeur

/** Why an answer will not do; `detail` of MONTANT is the same amount in digits alone, where it is one. */
export type ReponseRefusee = { champ: ChampEnLigne; refus: RefusReponseEnLigne; detail?: string }

type Lecture = Result<undefined, RefusReponseEnLigne>

const si = (juste: boolean, refus: RefusReponseEnLigne): Lecture => (juste ? ok() : no(refus))

/** Euros in digits alone, as the portal takes them (docs/domaine.md § 1.4). */
const EN_CHIFFRES = /^[1-9]\d{0,8}$/

/** An amount that is not in digits alone is refused, and offered as it will be taken: cents have no place in it. */
function lireMontant(texte: string): Lecture {
  if (EN_CHIFFRES.test(texte)) return ok()
  const lu = parseMontant(texte)
  const offert = lu !== null && lu > 0n && lu % 100n === 0n ? String(lu / 100n) : ''
  return EN_CHIFFRES.test(offert) ? no('MONTANT', offert) : no('MONTANT')
}

const centsDe = (texte = ''): Montant | null => (EN_CHIFFRES.test(texte) ? BigInt(texte) * 100n : null)

/** What is asked, in cents, where it is written as it will be taken; null otherwise. */
export const montantDemandeDit = ({ montantDemande }: ReponsesEnLigne): Montant | null => centsDe(montantDemande)

/** Whom to ask about it, as far as it is written: its correspondant, or who represents the structure; empty where neither is. */
export const correspondantDe = (reponses: ReponsesEnLigne): string => {
  const { correspondantPrenom, correspondantNom, representantPrenom, representantNom } = reponses
  const dits = [
    [correspondantPrenom, correspondantNom],
    [representantPrenom, representantNom],
  ].map((noms) => noms.filter(Boolean).join(' '))
  return dits.find((un) => un !== '') ?? ''
}

/** What the project costs, in cents, read the same way. */
export const coutTotalDit = ({ coutTotal }: ReponsesEnLigne): Montant | null => centsDe(coutTotal)

const lireCodePostal = (texte: string) => si(parseCodePostal(texte).ok, 'CODE_POSTAL')
const lireCourriel = (texte: string) => si(parseCourriel(texte).ok, 'COURRIEL')
const lireTelephone = (texte: string) => si(parseTelephone(texte).ok, 'TELEPHONE')
const lireJour = (texte: string) => si(jourSaisi(texte).ok, 'JOUR')

/** How a field that is more than words is read. */
const LECTURES: { [C in ChampFixe]?: (texte: string) => Lecture } = {
  codePostal: lireCodePostal,
  nouveauCodePostal: lireCodePostal,
  nouveauSiret: (texte) => si(parseSiret(texte).ok, 'SIRET'),
  courriel: lireCourriel,
  correspondantCourriel: lireCourriel,
  telephone: lireTelephone,
  correspondantTelephone: lireTelephone,
  montantDemande: lireMontant,
  coutTotal: lireMontant,
  dateDebut: lireJour,
  dateFin: lireJour,
  nbParticipants: (texte) => si(/^[1-9]\d{0,4}$/.test(texte), 'NOMBRE'),
}

/** An answer to a question of the campagne's own, read as its field keeps it. */
function refusPosee(champ: ChampEnLigne, texte: string, posees: readonly QuestionDeCampagne[]): ReponseRefusee | null {
  const question = posees.find((une) => une.champ === champ)
  const lue = question && lireSaisie(question, texte)
  return !lue || lue.ok ? null : { champ, refus: lue.reason }
}

/** An answer by itself: an empty one is no answer, and no fault. */
function refusDe(champ: ChampEnLigne, texte: string, posees: readonly QuestionDeCampagne[]): ReponseRefusee | null {
  if (texte === '' || COCHES.includes(champ)) return null
  if (estQuestionPosee(champ)) return refusPosee(champ, texte, posees)
  if (longueur(texte) > LONGUEUR_MAX_REPONSE) return { champ, refus: 'TROP_LONG' }
  const lu = LECTURES[champ]?.(texte) ?? ok()
  return lu.ok ? null : { champ, refus: lu.reason, ...(lu.detail !== undefined && { detail: lu.detail }) }
}

/** Two answers that cannot both be right. */
function desaccord(champ: ChampEnLigne, reponses: ReponsesEnLigne): RefusReponseEnLigne | null {
  const { dateDebut = '', dateFin = '', montantDemande = '', coutTotal = '' } = reponses
  if (champ === 'dateFin') {
    const [debut, fin] = [jourSaisi(dateDebut), jourSaisi(dateFin)]
    return debut.ok && fin.ok && compareJours(fin.value, debut.value) < 0 ? 'FIN_AVANT_DEBUT' : null
  }
  if (champ !== 'montantDemande' || !EN_CHIFFRES.test(montantDemande) || !EN_CHIFFRES.test(coutTotal)) return null
  return BigInt(montantDemande) > BigInt(coutTotal) ? 'PLUS_QUE_LE_COUT' : null
}

/** What was answered, and the questions that the campagne asks of its own. */
export type Repondues = { reponses: ReponsesEnLigne; posees: readonly QuestionDeCampagne[] }

/** Is it deposited only with an answer to this? */
export const estObligatoire = (champ: ChampEnLigne, posees: readonly QuestionDeCampagne[]): boolean =>
  OBLIGATOIRES.includes(champ) || posees.some((une) => une.champ === champ && une.obligatoire)

/** The answers of a step that will not do, in reading order. An unanswered question is none of them: a demande is filled in as it comes. */
export const refuseesDe = (etape: EtapeEcrite, { reponses, posees }: Repondues): ReponseRefusee[] =>
  champsDEtape(etape, posees).flatMap((champ) => {
    const refusee = refusDe(champ, reponses[champ] ?? '', posees)
    if (refusee) return [refusee]
    const refus = desaccord(champ, reponses)
    return refus ? [{ champ, refus }] : []
  })

/** What keeps a step from being complete: unanswered where an answer is needed, or answered with what will not do. */
export function aReprendre(etape: EtapeEcrite, repondues: Repondues): ReponseRefusee[] {
  const { reponses, posees } = repondues
  const refusees = refuseesDe(etape, repondues)
  return champsDEtape(etape, posees).flatMap((champ): ReponseRefusee[] => {
    const refusee = refusees.find((une) => une.champ === champ)
    if (refusee) return [refusee]
    return estObligatoire(champ, posees) && (reponses[champ] ?? '') === '' ? [{ champ, refus: 'SANS_REPONSE' }] : []
  })
}

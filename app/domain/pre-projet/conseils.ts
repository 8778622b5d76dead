import type { Ecart, SujetEcart } from '#domain/pre-projet/ecarts'
import { lireExamen } from '#domain/pre-projet/examen'

/** One question of the première instruction that was answered « non » or « à préciser »: what the structure was asked to work on. */
export type Conseil = { code: string; question: string; reponse: 'NON' | 'A_PRECISER'; precision: string }

/**
 * What the deposit says of a conseil: NON_SUIVI when nothing moved on its subject, CHANGE when something did, A_VERIFIER when the form does not
 * speak of it.
 */
export type Suivi = 'NON_SUIVI' | 'CHANGE' | 'A_VERIFIER'

/** The subjects of the form that each question of the grid is about; a question a campagne made for itself is left to the officer. */
const SUJETS: Record<string, readonly SujetEcart[]> = {
  PAYS_ELIGIBLE: ['PAYS', 'VILLE'],
  DATES_CAMPAGNE: ['DEBUT', 'FIN'],
  PAS_COMMENCE: ['DEBUT'],
  PARTENAIRE: ['PARTENAIRE', 'VILLE'],
  PUBLIC_VISE: ['PARTICIPANTS'],
  BUDGET_REALISTE: ['MONTANT', 'COUT'],
  STRUCTURE_ELIGIBLE: ['STRUCTURE'],
}

/** The conseils of a fiche, from the answers to its grid as its row keeps them. */
export const lireConseils = (examen: unknown): Conseil[] =>
  Object.entries(lireExamen(examen).reponses).flatMap(([code, { reponse, question, precision }]): Conseil[] =>
    reponse === 'OUI' ? [] : [{ code, reponse, question: question || code, precision }],
  )

/** Whether a conseil was followed, as far as the form can tell. */
export function suiviDe({ code }: Pick<Conseil, 'code'>, ecarts: readonly Ecart[]): Suivi {
  const sujets = Object.hasOwn(SUJETS, code) ? (SUJETS[code] ?? []) : []
  const niveaux = ecarts.filter(({ sujet }) => sujets.includes(sujet)).map(({ niveau }) => niveau)
  if (niveaux.some((niveau) => niveau === 'LEGER' || niveau === 'FORT')) return 'CHANGE'
  return niveaux.includes('NUL') ? 'NON_SUIVI' : 'A_VERIFIER'
}

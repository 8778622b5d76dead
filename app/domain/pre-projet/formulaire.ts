import { type RefusSaisie, formeDe, lireSaisie } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ } from '#domain/pre-projet/fiche'
import { parseTelephone } from '#domain/structure/coordonnees'
import { estAdmis, estGenre, type Genre } from '#domain/structure/genre'
import { compareJours } from '#domain/temps/jour'

/** One question of the form: the field it fills, and whether the form goes without an answer. */
export type Question = { champ: Champ; obligatoire: boolean }

/** The shapes in which the form is given to be filled. */
export const FORMATS_DE_FICHE = ['docx', 'pdf'] as const
export type FormatDeFiche = (typeof FORMATS_DE_FICHE)[number]

export const PARTIES = ['STRUCTURE', 'CONTACT', 'PROJET', 'BUDGET'] as const
export type Partie = (typeof PARTIES)[number]

const question = (champ: Champ): Question => ({ champ, obligatoire: true })
const siConnu = (champ: Champ): Question => ({ champ, obligatoire: false })

/**
 * The fiche pré-projet as it is asked for (docs/domaine.md § 2.2): the same questions on paper, in a file and on line, in the order in which
 * the reader meets them. What an avis cannot do without must be answered; a SIRET may not exist yet, a partner not be found yet.
 */
export const FORMULAIRE: Record<Partie, readonly Question[]> = {
  STRUCTURE: [question('structure'), question('genre'), siConnu('siret'), question('codePostal'), question('commune')],
  CONTACT: [question('contact'), question('courriel'), siConnu('telephone')],
  PROJET: [
    question('titre'),
    siConnu('theme'),
    question('pays'),
    question('ville'),
    siConnu('partenaire'),
    question('dateDebut'),
    question('dateFin'),
    question('description'),
    siConnu('age'),
    question('nbJeunes'),
  ],
  BUDGET: [question('coutTotal'), question('montantSouhaite'), siConnu('autresFinanceurs')],
}

export const QUESTIONS: readonly Question[] = PARTIES.flatMap((partie) => FORMULAIRE[partie])

export type Reponses = Record<Champ, string>

/** Every question without an answer. */
export const sansReponse = (): Reponses => Object.fromEntries(CHAMPS.map((champ) => [champ, ''])) as Reponses

export type RefusReponse =
  RefusSaisie | 'SANS_REPONSE' | 'FIN_AVANT_DEBUT' | 'PLUS_QUE_LE_COUT' | 'GENRE_NON_ADMIS' | 'UNE_LIGNE'

export type Refusee = { champ: Champ; refus: RefusReponse }

/** Why a fiche filled on line is not taken. */
export type RefusFicheEnvoyee = 'CAMPAGNE_CLOSE' | 'REPONSES' | 'TROP_D_ESSAIS' | 'OCCUPE' | 'SANS_PLACE'

/** The same, and where: `refusees` of REPONSES; `detail` of TROP_D_ESSAIS is the seconds to wait. */
export type FicheRefusee = { ok: false; reason: RefusFicheEnvoyee; detail?: string; refusees: readonly Refusee[] }

/** What was answered, as it is kept (see `ChampEnregistre.valeur`); null where nothing was. */
export type ReponsesLues = Record<Champ, string | null>

/** More than one line of it would be read as several answers. */
const DEUX_LIGNES = /[\r\n]/

/** A telephone as it is dialled, where one is read. */
const telephone = (texte: string): string => {
  const lu = parseTelephone(texte)
  return lu.ok ? lu.value : texte
}

/** One line of words: what is typed in a box of one line holds no other. */
function lireReponse({ champ, obligatoire }: Question, texte: string): RefusReponse | { valeur: string | null } {
  if (formeDe(champ) !== 'LONG' && DEUX_LIGNES.test(texte.trim())) return 'UNE_LIGNE'
  const lue = lireSaisie(champ, champ === 'telephone' ? telephone(texte) : texte)
  if (!lue.ok) return lue.reason
  return obligatoire && (lue.value === null || lue.value === '') ? 'SANS_REPONSE' : { valeur: lue.value }
}

/**
 * Reads a form filled on line for a campagne open to these genres (an empty list: to all). Every answer that cannot be taken is told at once, in the order of the questions; `lues` is whole only where
 * none is.
 */
export function lireReponses(
  textes: Reponses,
  eligibles: readonly Genre[],
): { lues: ReponsesLues; refusees: Refusee[] } {
  const lues = Object.fromEntries(CHAMPS.map((champ) => [champ, null])) as ReponsesLues
  const refus = new Map<Champ, RefusReponse>()
  for (const une of QUESTIONS) {
    const lue = lireReponse(une, textes[une.champ])
    if (typeof lue === 'string') refus.set(une.champ, lue)
    else lues[une.champ] = lue.valeur
  }
  const { genre, dateDebut, dateFin, coutTotal, montantSouhaite } = lues
  if (genre && !(estGenre(genre) && estAdmis(genre, eligibles))) refus.set('genre', 'GENRE_NON_ADMIS')
  if (dateDebut && dateFin && compareJours(dateFin, dateDebut) < 0) refus.set('dateFin', 'FIN_AVANT_DEBUT')
  if (coutTotal && montantSouhaite && BigInt(montantSouhaite) > BigInt(coutTotal))
    refus.set('montantSouhaite', 'PLUS_QUE_LE_COUT')
  return {
    lues,
    refusees: QUESTIONS.flatMap(({ champ }) => {
      const un = refus.get(champ)
      return un ? [{ champ, refus: un }] : []
    }),
  }
}

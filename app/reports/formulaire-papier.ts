import { formeDe } from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import { FORMULAIRE, PARTIES, type ReponsesLues } from '#domain/pre-projet/formulaire'
import type { Genre } from '#domain/structure/genre'
import { AIDE_QUESTION, LIBELLE_QUESTION, reponseEnMots, TITRE_PARTIE } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'

/** One question of a form on paper: what is asked, how to answer, the answer already given (empty: to be filled), and what may be chosen. */
export type QuestionDePapier = {
  nom: string
  aide: string
  obligatoire: boolean
  valeur: string
  long: boolean
  choix: readonly string[]
}

/** A question as it stands on paper: a star where an answer is needed. */
export const nomSurPapier = ({ nom, obligatoire }: QuestionDePapier): string => (obligatoire ? `${nom} *` : nom)

/** A form as data: it knows nothing of the file it is written to. */
export type FormulaireDePapier = {
  titre: string
  sousTitre: string
  consignes: readonly string[]
  parties: readonly { titre: string; questions: readonly QuestionDePapier[] }[]
}

type Fiche = {
  /** The name of the campagne it is for. */
  campagne: string
  /** What to do with it. */
  consignes: readonly string[]
  /** The genres that may ask. */
  genres: readonly Genre[]
  /** What was answered; null for a form to be filled. */
  reponses: ReponsesLues | null
}

/** The fiche pré-projet of a campagne, to be filled or as it was on line. */
export function ficheSurPapier({ campagne, consignes, genres, reponses }: Fiche): FormulaireDePapier {
  const question = (champ: Champ, obligatoire: boolean): QuestionDePapier => ({
    nom: LIBELLE_QUESTION[champ],
    aide: AIDE_QUESTION[champ] ?? '',
    obligatoire,
    valeur: reponseEnMots(champ, reponses?.[champ] ?? null),
    long: formeDe(champ) === 'LONG',
    choix: champ === 'genre' ? genres.map((genre) => LIBELLE_GENRE[genre]) : [],
  })
  return {
    titre: 'Fiche pré-projet',
    sousTitre: campagne,
    consignes: [...consignes, 'Une étoile (*) marque les questions auxquelles il faut répondre.'],
    parties: PARTIES.map((partie) => ({
      titre: TITRE_PARTIE[partie],
      questions: FORMULAIRE[partie].map(({ champ, obligatoire }) => question(champ, obligatoire)),
    })),
  }
}

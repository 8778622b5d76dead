import { Link } from '@remix-run/react'
import { type Moment, prendDesFiches } from '#domain/campagne/annonce'
import { formeDe, LONGUEUR_MAX_CHAMP } from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import { FORMULAIRE, PARTIES, type Question, QUESTIONS } from '#domain/pre-projet/formulaire'
import type { Genre } from '#domain/structure/genre'
import { AIDE_QUESTION, LIBELLE_QUESTION, TITRE_PARTIE } from '#libelles/pre-projet/formulaire'
import css from '#ui/extranet/extranet.module.css'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { OptionsDeGenre } from '#ui/kit/options-de-genre'

type Campagne = { code: string; libelle: string; moment: Moment; phrase: string; genres: readonly Genre[] }

/** The fiche pré-projet filled on line; it goes without a script, and what is refused is all told at once. */
export function FicheEnLigne({ campagne, refusee }: { campagne: Campagne; refusee: Reponse | undefined }) {
  const { code, libelle, moment, phrase, genres } = campagne
  const envoi = useEnvoi<Reponse>({ nom: 'ficheEnLigne', objet: code })
  const reponse = envoi.data ?? refusee
  return (
    <>
      <p>
        <Link to={`/extranet/campagnes/${code}`}>{libelle}</Link>
      </p>
      <h1>Fiche pré-projet</h1>
      <p>{phrase}</p>
      {prendDesFiches(moment) ? (
        <>
          <p>Une étoile (*) marque les questions auxquelles il faut répondre.</p>
          <RefusResume reponse={reponse} questions={NOMS} />
          <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Fiche pré-projet">
            {PARTIES.map((partie) => (
              <fieldset key={partie}>
                <legend>{TITRE_PARTIE[partie]}</legend>
                {FORMULAIRE[partie].map((une) => (
                  <Reponses key={une.champ} question={une} reponse={reponse} genres={genres} />
                ))}
              </fieldset>
            ))}
            <p>
              Vos réponses sont envoyées à la mission Europe et international, qui les lit pour vous répondre. Cette
              fiche ne vaut pas demande de subvention.
            </p>
            <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
              Envoyer la fiche
            </button>
          </Formulaire>
        </>
      ) : (
        <p>
          <Link to="/extranet">Voir les campagnes ouvertes</Link>
        </p>
      )}
    </>
  )
}

const NOMS = QUESTIONS.map(({ champ }) => [champ, LIBELLE_QUESTION[champ]] as const)

const COMPLETIONS: { [C in Champ]?: string } = {
  structure: 'organization',
  codePostal: 'postal-code',
  commune: 'address-level2',
  contact: 'name',
  courriel: 'email',
  telephone: 'tel',
}

type Ligne = { question: Question; reponse: Reponse | undefined; genres: readonly Genre[] }

function Reponses({ question: { champ, obligatoire }, reponse, genres }: Ligne) {
  const refus = erreurDe(reponse, champ)
  const commun = {
    id: champ,
    name: champ,
    label: LIBELLE_QUESTION[champ],
    defaultValue: avantDe(reponse, champ),
    error: refus !== undefined,
    helperText: refus ?? AIDE_QUESTION[champ],
    required: obligatoire,
  }
  return (
    <div className={css.question}>
      {champ === 'genre' ? (
        <ChampChoix {...commun}>
          <option value="">Choisissez</option>
          <OptionsDeGenre genres={genres} />
        </ChampChoix>
      ) : (
        <ChampTexte
          {...commun}
          {...(COMPLETIONS[champ] && { autoComplete: COMPLETIONS[champ] })}
          {...(champ === 'courriel' && { type: 'email' })}
          {...(formeDe(champ) === 'LONG' && { multiline: true, minRows: 4, maxRows: 16 })}
          html={{
            maxLength: LONGUEUR_MAX_CHAMP,
            ...((formeDe(champ) === 'NOMBRE' || formeDe(champ) === 'SIRET') && { inputMode: 'numeric' as const }),
            ...(formeDe(champ) === 'MONTANT' && { inputMode: 'decimal' as const }),
          }}
        />
      )}
    </div>
  )
}

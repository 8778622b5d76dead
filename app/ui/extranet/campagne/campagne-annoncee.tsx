import { Link } from '@remix-run/react'
import { type Moment, prendDesFiches } from '#domain/campagne/annonce'
import { FORMATS_DE_FICHE } from '#domain/pre-projet/formulaire'
import type { Bloc } from '#domain/campagne/texte-de-reglement'
import type { Genre } from '#domain/structure/genre'
import { formatJourLong, type Jour } from '#domain/temps/jour'
import { fichierDeLaFiche } from '#libelles/pre-projet/formulaire'
import { AU_GENRE } from '#libelles/structure'
import ailleurs from '#ui/extranet/demande-en-ligne/ailleurs.module.css'
import css from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import { TexteDeReglement } from '#ui/extranet/campagne/texte-de-reglement'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'
import { OptionsDeGenre } from '#ui/kit/options-de-genre'

type Piece = { code: string; nom: string; mention: string | null }

type Props = {
  campagne: {
    code: string
    libelle: string
    objet: string
    moment: Moment
    phrase: string
    echeanceDepot: Jour
    portail: string | null
    dates: readonly (readonly [nom: string, valeur: string])[]
    faits: readonly (readonly [nom: string, valeur: string])[]
    texte: readonly Bloc[]
    joindre: { service: string; telephone: string; courriel: string } | null
    genres: readonly Genre[]
    genre: Genre | null
    pieces: readonly Piece[] | null
    epargnees: readonly string[]
  }
}

/** What a campagne is, whom it helps, until when, and how to begin. */
export function CampagneAnnoncee({ campagne }: Props) {
  const { code, libelle, objet, moment, phrase, portail, dates, faits } = campagne
  return (
    <>
      <h1>{libelle}</h1>
      <p>{objet}</p>
      <p>{phrase}</p>
      {portail && (
        <p className={ailleurs.ailleurs}>
          Les demandes de subvention de cette campagne se font sur e-partenaire, et non ici{'\u00a0'}:{' '}
          <a href={portail}>{portail}</a>
        </p>
      )}
      {prendDesFiches(moment) && (
        <div className={css.actes}>
          <Link to={`/extranet/campagnes/${code}/fiche`} className={css.bouton}>
            Remplir la fiche en ligne
          </Link>
          {FORMATS_DE_FICHE.map((format) => (
            <a
              key={format}
              href={`/extranet/campagnes/${code}/modele/${format}`}
              className={`${css.bouton} ${css.second}`}
            >
              Télécharger la fiche, {fichierDeLaFiche(code, format).sorte}
            </a>
          ))}
        </div>
      )}
      <h2>Dates</h2>
      <Faits faits={dates} />
      <h2 id="reglement">Règlement</h2>
      <Faits faits={faits} />
      <TexteDeReglement blocs={campagne.texte} />
      <Pieces {...campagne} />
      <Suite {...campagne} />
      <Joindre joindre={campagne.joindre} />
    </>
  )
}

/** What happens next, each time with where it is done. */
const Suite = ({ code, moment, portail, echeanceDepot }: Props['campagne']) => (
  <>
    <h2>La suite</h2>
    <ol aria-label="La suite">
      <li>
        Vous envoyez la fiche pré-projet
        {prendDesFiches(moment) && (
          <>
            , par courriel ou <Link to={`/extranet/campagnes/${code}/fiche`}>en ligne</Link>
          </>
        )}
        . Elle ne vaut pas demande de subvention.
      </li>
      <li>La mission l’examine et vous répond à l’adresse que vous donnez.</li>
      {!portail && (
        <li>
          Pendant ce temps, <Link to="/extranet/compte">demandez une ouverture de compte</Link>
          {'\u00a0'}: la réponse vient sous 48{'\u00a0'}heures ouvrées. Si vous en avez déjà un,{' '}
          <Link to="/extranet/connexion">connectez-vous</Link>.
        </li>
      )}
      <li>
        Si la réponse est favorable, vous remplissez la demande et joignez ses pièces
        {portail && (
          <>
            {' '}
            sur <a href={portail}>e-partenaire</a>
          </>
        )}
        , et la déposez au plus tard le {formatJourLong(echeanceDepot)}.
      </li>
      <li>La mission l’instruit. Si une pièce manque, elle vous l’écrit.</li>
      <li>La Commission permanente vote, et vous recevez la décision par courriel.</li>
    </ol>
    <p>
      Le <Link to="/extranet/guide">guide de la demande</Link> montre ces étapes une à une.
    </p>
  </>
)

/** Which pièces the demande will ask, by kind of structure: nobody prepares what is not asked of them. */
function Pieces({ genres, genre, pieces, epargnees }: Props['campagne']) {
  return (
    <>
      <h2 id="pieces">Pièces à préparer</h2>
      <FormulaireAdresse aria-label="Pièces à préparer" className={css.choix} action="#pieces">
        <ChampChoix name="genre" label="Votre structure" defaultValue={genre ?? ''}>
          <option value="">Choisissez</option>
          <OptionsDeGenre genres={genres} />
        </ChampChoix>
        <button type="submit" className={css.bouton}>
          Voir les pièces
        </button>
      </FormulaireAdresse>
      {pieces && (
        <ul aria-label="Pièces demandées">
          {pieces.map(({ code, nom, mention }) => (
            <li key={code}>
              {nom}
              {mention && ` – ${mention}`}
            </li>
          ))}
        </ul>
      )}
      {genre && epargnees.length > 0 && (
        <>
          <p>
            Ces pièces ne sont pas demandées {AU_GENRE[genre]}
            {'\u00a0'}:
          </p>
          <ul aria-label="Pièces non demandées">
            {epargnees.map((nom) => (
              <li key={nom}>{nom}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Joindre = ({ joindre }: Pick<Props['campagne'], 'joindre'>) => (
  <>
    <h2>Une question{'\u00a0'}?</h2>
    {joindre ? (
      <p>
        {joindre.service}
        {'\u00a0'}: {joindre.telephone}, <a href={`mailto:${joindre.courriel}`}>{joindre.courriel}</a>
      </p>
    ) : (
      <p>
        <Link to="/extranet/contact">Écrivez à la mission ou appelez-la</Link>.
      </p>
    )}
  </>
)

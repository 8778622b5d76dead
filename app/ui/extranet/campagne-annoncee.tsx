import { Link } from '@remix-run/react'
import { type Moment, prendDesFiches } from '#domain/campagne/annonce'
import { FORMATS_DE_FICHE } from '#domain/pre-projet/formulaire'
import type { Genre } from '#domain/structure/genre'
import { formatJourLong, type Jour } from '#domain/temps/jour'
import { fichierDeLaFiche } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import ailleurs from '#ui/extranet/demande-en-ligne/ailleurs.module.css'
import css from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { FormulaireAdresse } from '#ui/kit/formulaire/formulaire-adresse'

type Piece = { code: string; nom: string; mention: string | null }

type Props = {
  campagne: {
    code: string
    libelle: string
    objet: string
    moment: Moment
    phrase: string
    ouverteLe: Jour
    echeanceFiche: Jour
    echeanceDepot: Jour
    portail: string | null
    faits: readonly (readonly [nom: string, valeur: string])[]
    joindre: { service: string; telephone: string; courriel: string } | null
    genres: readonly Genre[]
    genre: Genre | null
    pieces: readonly Piece[] | null
  }
}

/** What a campagne is, whom it helps, until when, and how to begin. */
export function CampagneAnnoncee({ campagne }: Props) {
  const { code, libelle, objet, moment, phrase, portail, faits } = campagne
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
      <Faits
        faits={[
          ['Ouverture', formatJourLong(campagne.ouverteLe)],
          ['Fiche pré-projet, pour être aidé', `jusqu’au ${formatJourLong(campagne.echeanceFiche)}`],
          ['Dépôt de la demande', `jusqu’au ${formatJourLong(campagne.echeanceDepot)}`],
        ]}
      />
      <h2>Règlement</h2>
      <Faits faits={faits} />
      <Pieces {...campagne} />
      <h2>La suite</h2>
      <ol>
        <li>Vous envoyez la fiche pré-projet. Elle ne vaut pas demande de subvention.</li>
        <li>La mission l’examine et vous répond à l’adresse que vous donnez.</li>
        <li>Si la réponse est favorable, vous déposez la demande et ses pièces{portail && ' sur e-partenaire'}.</li>
        <li>La demande est instruite, puis la Commission permanente décide.</li>
      </ol>
      <Joindre joindre={campagne.joindre} />
    </>
  )
}

/** Which pièces the demande will ask, by kind of structure: nobody prepares what is not asked of them. */
function Pieces({ genres, genre, pieces }: Pick<Props['campagne'], 'genres' | 'genre' | 'pieces'>) {
  return (
    <>
      <h2 id="pieces">Pièces à préparer</h2>
      <FormulaireAdresse aria-label="Pièces à préparer" className={css.choix} action="#pieces">
        <ChampChoix name="genre" label="Votre structure" defaultValue={genre ?? ''}>
          <option value="">Choisissez</option>
          {genres.map((un) => (
            <option key={un} value={un}>
              {LIBELLE_GENRE[un]}
            </option>
          ))}
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
    </>
  )
}

const Joindre = ({ joindre }: Pick<Props['campagne'], 'joindre'>) =>
  joindre && (
    <>
      <h2>Une question{'\u00a0'}?</h2>
      <p>
        {joindre.service}
        {'\u00a0'}: {joindre.telephone}, <a href={`mailto:${joindre.courriel}`}>{joindre.courriel}</a>
      </p>
    </>
  )

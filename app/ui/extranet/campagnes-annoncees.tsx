import { Link } from '@remix-run/react'
import css from '#ui/extranet/extranet.module.css'

type Props = { campagnes: readonly { code: string; libelle: string; objet: string; phrase: string }[] }

/** The campagnes that may be asked something. */
export function CampagnesAnnoncees({ campagnes }: Props) {
  return (
    <>
      <h1>Demander une subvention</h1>
      <p>
        Le Département du Pas-de-Calais aide les projets de mobilité européenne et internationale et les jumelages. Tout
        commence par une fiche pré-projet, en quelques lignes.
      </p>
      <p>
        Pour déposer une demande, il faut un compte. <Link to="/extranet/compte">Demandez une ouverture de compte</Link>
        {'\u00a0'}: la réponse vient sous 48{'\u00a0'}heures ouvrées.
      </p>
      {campagnes.length === 0 ? (
        <p>Aucune campagne n’est ouverte en ce moment. Revenez à l’ouverture de la prochaine.</p>
      ) : (
        <ul className={css.campagnes} aria-label="Campagnes">
          {campagnes.map(({ code, libelle, objet, phrase }) => (
            <li key={code}>
              <h2>
                <Link to={`/extranet/campagnes/${code}`}>{libelle}</Link>
              </h2>
              <p>{objet}</p>
              <p>{phrase}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

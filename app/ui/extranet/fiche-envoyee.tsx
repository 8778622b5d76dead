import { Link } from '@remix-run/react'
import css from '#ui/extranet/extranet.module.css'

type Props = {
  campagne: { code: string; libelle: string; joindre: { service: string; telephone: string; courriel: string } | null }
}

/** The fiche has left: what comes next. Nothing of it stands on this page, which anybody may open. */
export const FicheEnvoyee = ({ campagne: { code, libelle, joindre } }: Props) => (
  <>
    <h1>Votre fiche est envoyée</h1>
    <p>
      La mission la lit et vous répond à l’adresse électronique que vous avez donnée, pour «{'\u00a0'}
      {libelle}
      {'\u00a0'}».
    </p>
    <p>
      Pour la corriger, envoyez-la de nouveau avec le même intitulé{'\u00a0'}: la nouvelle version remplace l’ancienne.
    </p>
    {joindre && (
      <p>
        Sans nouvelle de notre part, appelez le {joindre.telephone} ou écrivez à{' '}
        <a href={`mailto:${joindre.courriel}`}>{joindre.courriel}</a>.
      </p>
    )}
    <div className={css.actes}>
      <Link to={`/extranet/campagnes/${code}`} className={`${css.bouton} ${css.second}`}>
        Revenir à la campagne
      </Link>
    </div>
  </>
)

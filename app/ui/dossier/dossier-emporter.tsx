import { Link } from '@remix-run/react'
import css from '#ui/dossier/dossier-voisins.module.css'
import { Icone } from '#ui/kit/icone/icone'

type Props = {
  adresse: string
  lettre: boolean
  /** Its structure follows it on the extranet. */
  suiviEnLigne: boolean
}

/** The dossier on paper and as files, to take to a meeting, to send or to keep: the letter of its decision, its résumé, everything that is kept of it; and what its structure sees. */
export const DossierEmporter = ({ adresse, lettre, suiviEnLigne }: Props) => (
  <div className={css.emporter}>
    {lettre && (
      <a href={`${adresse}/lettre`} target="_blank" rel="noreferrer">
        <Icone nom="mail" />
        Lettre de décision (PDF)
      </a>
    )}
    <a href={`${adresse}/resume`} target="_blank" rel="noreferrer">
      <Icone nom="assessment" />
      Résumé (PDF)
    </a>
    <a href={`${adresse}/archive`} download>
      <Icone nom="download" />
      Tout télécharger
    </a>
    {suiviEnLigne && (
      <Link to={`${adresse}/comme-le-demandeur`}>
        <Icone nom="account" />
        Voir comme le demandeur
      </Link>
    )}
  </div>
)

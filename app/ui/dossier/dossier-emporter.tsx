import css from '#ui/dossier/dossier-voisins.module.css'
import { Icone } from '#ui/kit/icone/icone'

/** The dossier on paper and as files, to take to a meeting or to keep: its résumé, and everything that is kept of it. */
export const DossierEmporter = ({ adresse }: { adresse: string }) => (
  <div className={css.emporter}>
    <a href={`${adresse}/resume`} target="_blank" rel="noreferrer">
      <Icone nom="assessment" />
      Résumé (PDF)
    </a>
    <a href={`${adresse}/archive`} download>
      <Icone nom="download" />
      Tout télécharger
    </a>
  </div>
)

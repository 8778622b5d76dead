import type { Etat } from '#domain/dossier/etat'
import { aUneLettre } from '#domain/dossier/lettre'
import css from '#ui/dossier/dossier-voisins.module.css'
import { Icone } from '#ui/kit/icone/icone'

/** The dossier on paper and as files, to take to a meeting, to send or to keep: the letter of its decision, its résumé, everything that is kept of it. */
export const DossierEmporter = ({ adresse, etat }: { adresse: string; etat: Etat }) => (
  <div className={css.emporter}>
    {aUneLettre(etat) && (
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
  </div>
)

import type { CouleurEtiquette } from '#domain/etiquette/etiquette'
import css from '#ui/etiquette/chip-etiquette.module.css'

type Montree = { nom: string; couleur: CouleurEtiquette }

/** An étiquette: its name, on the ground of its colour, the same on a light page and on a dark one. */
export const ChipEtiquette = ({ nom, couleur }: Montree) => (
  <span className={`${css.chip} ${css[couleur]}`} title={nom}>
    {nom}
  </span>
)

/** Those of one dossier, side by side; nothing where it has none. */
export const ChipsEtiquettes = ({ etiquettes }: { etiquettes: readonly Montree[] }) =>
  etiquettes.length > 0 && (
    <span className={css.chips}>
      {etiquettes.map((une) => (
        <ChipEtiquette key={une.nom} nom={une.nom} couleur={une.couleur} />
      ))}
    </span>
  )

import { useId } from 'react'
import { texteDe, type Valeurs } from '#ui/bannette/filtre/filtres-bannette'
import { PanneauFiltre } from '#ui/bannette/filtre/panneau-filtre'

/** Filters that are typed, side by side in one panel. */
export type GroupeDeChamps = {
  libelle: string
  champs: readonly { nom: string; libelle: string; chiffres?: true }[]
}

/** « Pays : Allemagne, Commune : Lens »: what is set of a group; null when nothing is. */
export function motsDuGroupe({ champs }: GroupeDeChamps, valeurs: Valeurs): string | null {
  const poses = champs.flatMap(({ nom, libelle }) => {
    const valeur = texteDe(valeurs, nom)
    return valeur ? [`${libelle}\u00a0: ${valeur}`] : []
  })
  return poses.length > 0 ? poses.join(', ') : null
}

/** The panel of a group; `sans` is the address without any of them. */
export const FiltreChamps = (props: { groupe: GroupeDeChamps; valeurs: Valeurs; sans: string }) => (
  <PanneauFiltre libelle={props.groupe.libelle} mots={motsDuGroupe(props.groupe, props.valeurs)} sans={props.sans}>
    {props.groupe.champs.map((champ) => (
      <Champ key={champ.nom} {...champ} valeur={texteDe(props.valeurs, champ.nom) ?? ''} />
    ))}
  </PanneauFiltre>
)

function Champ(props: { nom: string; libelle: string; chiffres?: true; valeur: string }) {
  const { nom, libelle, chiffres, valeur } = props
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{libelle}</label>
      <input
        id={id}
        key={valeur}
        name={nom}
        defaultValue={valeur}
        maxLength={80}
        autoComplete="off"
        {...(chiffres && { inputMode: 'numeric' as const })}
      />
    </>
  )
}

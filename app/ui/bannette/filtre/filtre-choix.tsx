import { Link } from '@remix-run/react'
import type { KeyboardEvent, ReactNode } from 'react'
import css from '#ui/bannette/filtre/filtre-choix.module.css'
import { Icone } from '#ui/kit/icone/icone'

/** The frame of a filter: what sets it, and, once it is set, a cross that takes it away (`sans`, the address without it). */
export function PuceFiltre(props: { mots: string; estPose: boolean; sans: string; children: ReactNode }) {
  const { mots, estPose, sans, children } = props
  return (
    <span className={estPose ? `${css.puce} ${css.posee}` : css.puce}>
      {children}
      {estPose && (
        <Link to={sans} preventScrollReset className={css.croix} aria-label={`Retirer le filtre ${mots}`}>
          <Icone nom="close" />
        </Link>
      )}
    </span>
  )
}

export type MenuFiltre<N extends string = string> = {
  nom: N
  libelle: string
  options: readonly { valeur: string; texte: string }[]
}

type Props = {
  choix: MenuFiltre
  valeur: string | undefined
  sans: string
  onChange: (valeur: string | null) => void
}

/** An arrow on a closed list opens it: it must not choose, and search, at each step on the way. */
function ouvrirAuxFleches(event: KeyboardEvent<HTMLSelectElement>) {
  if (event.altKey || !['ArrowDown', 'ArrowUp'].includes(event.key)) return
  event.preventDefault()
  event.currentTarget.showPicker()
}

/** A filter among a list of values, which says itself in words once it is set: « État : Incomplet ». */
export function FiltreChoix({ choix: { nom, libelle, options }, valeur, sans, onChange }: Props) {
  const choisie = options.find((option) => option.valeur === valeur)
  const mots = valeur === undefined ? libelle : `${libelle}\u00a0: ${choisie?.texte ?? valeur}`
  return (
    <PuceFiltre mots={mots} estPose={valeur !== undefined} sans={sans}>
      <select
        name={nom}
        aria-label={libelle}
        className={css.choix}
        value={valeur ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
        onKeyDown={ouvrirAuxFleches}
      >
        <option value="">{libelle}</option>
        {valeur !== undefined && !choisie && <option value={valeur}>{mots}</option>}
        {options.map((option) => (
          <option key={option.valeur} value={option.valeur}>
            {option.valeur === valeur ? mots : option.texte}
          </option>
        ))}
      </select>
      <Icone nom="arrow-drop-down" className={css.fleche} />
    </PuceFiltre>
  )
}

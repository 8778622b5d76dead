import type { SxProps, Theme } from '@mui/material/styles'
import { type AriaAttributes, type ReactNode, type RefObject, useContext, useId } from 'react'
import { Boite } from '#ui/kit/habillage/boite'
import css from '#ui/kit/formulaire/champ.module.css'

export type Commun = {
  id?: string | undefined
  name?: string
  value?: string | undefined
  defaultValue?: string | number | undefined
  inputRef?: RefObject<HTMLElement>
  label: string
  /** Under the field, and read with it: how to fill it, or why it was refused. */
  helperText?: ReactNode
  error?: boolean
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  sx?: SxProps<Theme>
}

/** The parts of a field that a form speaks to. `marque`: whether a field that must be filled says so by a star. */
export type Parts = { marque?: boolean; aideId?: string | undefined }

type Lien = AriaAttributes & { id: string; className: string; required?: boolean; disabled?: boolean }

type Props = Pick<Commun, 'id' | 'label' | 'helperText' | 'error' | 'required' | 'disabled' | 'sx'> & {
  parts: Parts
  apres?: ReactNode
  children: (lien: Lien) => ReactNode
}

/** The frame of a field, its label in the border, and the words under it. */
export function Autour({ id, label, helperText, error, required, disabled, sx, parts, apres, children }: Props) {
  const tire = useId()
  const AvecSx = useContext(Boite)
  const champ = id ?? tire
  const aide = parts.aideId ?? `${champ}-aide`
  const marque = required && parts.marque !== false
  const mots = (
    <>
      {label}
      {marque && <span aria-hidden="true">{'\u00a0'}*</span>}
    </>
  )
  const contenu = (
    <>
      <div className={[css.cadre, error && css.refuse, disabled && css.ferme].filter(Boolean).join(' ')}>
        <label htmlFor={champ} className={css.label}>
          {mots}
        </label>
        {children({
          id: champ,
          className: css.saisie ?? '',
          'aria-invalid': error ? true : undefined,
          ...(helperText && { 'aria-describedby': aide }),
          ...(required && { required }),
          ...(disabled && { disabled }),
        })}
        {apres}
        <fieldset aria-hidden="true" className={css.bord}>
          <legend>{mots}</legend>
        </fieldset>
      </div>
      {helperText && (
        <p id={aide} className={css.aide}>
          {helperText}
        </p>
      )}
    </>
  )
  if (!AvecSx || !sx) return <div className={css.champ}>{contenu}</div>
  return (
    <AvecSx className={css.champ} sx={sx}>
      {contenu}
    </AvecSx>
  )
}

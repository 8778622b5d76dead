import { useId, useState } from 'react'
import type { Jour } from '#domain/temps/jour'
import { phraseJours } from '#libelles/jours'
import type { BornesPosees } from '#ui/bannette/filtre/filtres-bannette'
import css from '#ui/bannette/filtre/filtre-jours.module.css'
import { PanneauFiltre } from '#ui/bannette/filtre/panneau-filtre'
import { montrer, SaisieDate } from '#ui/kit/date/saisie-date'

type Props = BornesPosees & { libelle: string; noms?: readonly [du: string, au: string] }

/** A filter between two days, either of which may be left open. */
export function FiltreJours({ libelle, depuis, jusqua, sans, noms: [du, au] = ['depuis', 'jusqua'] }: Props) {
  const phrase = phraseJours({ depuis, jusqua })
  return (
    <PanneauFiltre libelle={libelle} mots={phrase && `${libelle} ${phrase}`} sans={sans}>
      <Borne nom={du} libelle="Du" jour={depuis} />
      <Borne nom={au} libelle="Au" jour={jusqua} />
    </PanneauFiltre>
  )
}

/** One of the two days; what the address says takes the place of what was typed and never asked for. */
function Borne({ nom, libelle, jour }: { nom: string; libelle: string; jour: Jour | undefined }) {
  const id = useId()
  const [phrase, setPhrase] = useState<string | null>(null)
  return (
    <>
      <label htmlFor={id}>{libelle}</label>
      <span className={css.borne}>
        <SaisieDate
          id={id}
          key={jour ?? ''}
          name={nom}
          libelle={libelle}
          defaultValue={montrer(jour ?? '')}
          onPhrase={setPhrase}
          aria-invalid={phrase !== null}
          aria-describedby={phrase === null ? undefined : `${id}-refus`}
        />
      </span>
      {phrase !== null && (
        <span id={`${id}-refus`} className={css.refus}>
          {phrase}
        </span>
      )}
    </>
  )
}

import { useEffect, useId, useRef, useState } from 'react'
import type { Jour } from '#domain/temps/jour'
import { phraseJours } from '#libelles/jours'
import puce from '#ui/bannette/filtre/filtre-choix.module.css'
import { PuceFiltre } from '#ui/bannette/filtre/filtre-choix'
import type { BornesPosees } from '#ui/bannette/filtre/filtres-bannette'
import css from '#ui/bannette/filtre/filtre-jours.module.css'
import { montrer, SaisieDate } from '#ui/kit/date/saisie-date'
import { Icone } from '#ui/kit/icone/icone'

/** A filter between two days, either of which may be left open; its panel is a part of the form it stands in. */
export function FiltreJours({ libelle, depuis, jusqua, sans }: BornesPosees & { libelle: string }) {
  const panneau = useRef<HTMLDetailsElement>(null)
  const phrase = phraseJours({ depuis, jusqua })
  const mots = phrase === null ? libelle : `${libelle} ${phrase}`
  useEffect(() => {
    const details = panneau.current
    const fermer = (event: Event) => {
      if (!details?.open || (event instanceof KeyboardEvent && event.key !== 'Escape')) return
      // The calendar of a day stands over the page, out of the panel.
      if (event.target instanceof Element && event.target.closest('dialog')) return
      if (event.type === 'pointerdown' && event.target instanceof Node && details.contains(event.target)) return
      details.open = false
      if (event instanceof KeyboardEvent) details.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', fermer)
    document.addEventListener('keydown', fermer)
    return () => {
      document.removeEventListener('pointerdown', fermer)
      document.removeEventListener('keydown', fermer)
    }
  }, [])
  return (
    <PuceFiltre mots={mots} estPose={phrase !== null} sans={sans}>
      <details ref={panneau} className={css.jours}>
        <summary className={puce.bouton}>{mots}</summary>
        <div className={css.panneau}>
          <Borne nom="depuis" libelle="Du" jour={depuis} />
          <Borne nom="jusqua" libelle="Au" jour={jusqua} />
          <button
            type="submit"
            onClick={() => {
              if (panneau.current) panneau.current.open = false
            }}
          >
            Filtrer
          </button>
        </div>
      </details>
      <Icone nom="arrow-drop-down" className={puce.fleche} />
    </PuceFiltre>
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

import { useEffect, useId, useRef } from 'react'
import { formatJour, type Jour } from '#domain/temps/jour'
import puce from '#ui/bannette/filtre/filtre-choix.module.css'
import { PuceFiltre } from '#ui/bannette/filtre/filtre-choix'
import css from '#ui/bannette/filtre/filtre-jours.module.css'
import { Icone } from '#ui/kit/icone/icone'

type Bornes = { depuis: Jour | undefined; jusqua: Jour | undefined }

/** « du 01/06/2025 au 13/06/2025 », « depuis le … », « jusqu’au … ». */
export function phraseJours({ depuis, jusqua }: Bornes): string | null {
  if (depuis && jusqua)
    return depuis === jusqua ? `le ${formatJour(depuis)}` : `du ${formatJour(depuis)} au ${formatJour(jusqua)}`
  if (depuis) return `depuis le ${formatJour(depuis)}`
  return jusqua ? `jusqu’au ${formatJour(jusqua)}` : null
}

/** A filter between two days, either of which may be left open; its panel is a part of the form it stands in. */
export function FiltreJours({ libelle, depuis, jusqua, sans }: Bornes & { libelle: string; sans: string }) {
  const panneau = useRef<HTMLDetailsElement>(null)
  const phrase = phraseJours({ depuis, jusqua })
  const mots = phrase === null ? libelle : `${libelle} ${phrase}`
  useEffect(() => {
    const details = panneau.current
    const fermer = (event: Event) => {
      if (!details?.open || (event instanceof KeyboardEvent && event.key !== 'Escape')) return
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
  return (
    <>
      <label htmlFor={id}>{libelle}</label>
      <input id={id} key={jour ?? ''} type="date" name={nom} defaultValue={jour ?? ''} />
    </>
  )
}

import { type RefObject, useEffect } from 'react'
import type { UsageTexte } from '#domain/texte-type/texte-type'
import { useLecture } from '#ui/kit/formulaire/envoi'
import { useSeFerme } from '#ui/kit/menu/se-ferme'
import css from '#ui/texte-type/texte-choix.module.css'

export type PropsOfferts = {
  usage: UsageTexte
  /** What is written about, as the address of the list says it: `numero`, `dossierId`, `preProjetId`, `courrielRecuId` or `lotId`. */
  sur: Readonly<Record<string, string>>
  /** The field of the same form that the words go to, by its name; or what becomes of them. */
  vers: string | ((mots: string) => void)
  panneau: RefObject<HTMLDetailsElement>
}

/** Puts words after what is written, as if they were typed: nothing that stood there goes. */
function ajouter(champ: HTMLTextAreaElement | HTMLInputElement, mots: string) {
  const surPlusieursLignes = champ instanceof HTMLTextAreaElement
  const ajoutes = surPlusieursLignes ? mots : mots.split(/\n+/).join(' ')
  const avant = champ.value.trimEnd()
  const dit = avant === '' ? ajoutes : `${avant}${surPlusieursLignes ? '\n\n' : ' '}${ajoutes}`
  const genre = surPlusieursLignes ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(genre.prototype, 'value')?.set?.call(champ, dit)
  champ.dispatchEvent(new Event('input', { bubbles: true }))
  champ.focus()
}

/** The list of the words that are ready: one that is chosen goes after what is written, and the list closes. */
export function TextesOfferts({ usage, sur, vers, panneau }: PropsOfferts) {
  const { data, load } = useLecture<{ textes: { id: string; nom: string; corps: string }[] }>()
  const adresse = `/textes-types?${new URLSearchParams({ usage, ...sur }).toString()}`
  useSeFerme(panneau)
  useEffect(() => load(adresse), [load, adresse])
  const choisir = (mots: string) => {
    const details = panneau.current
    if (details) details.open = false
    if (typeof vers !== 'string') {
      vers(mots)
      return
    }
    const champ = details?.closest('form')?.elements.namedItem(vers)
    if (champ instanceof HTMLTextAreaElement || champ instanceof HTMLInputElement) ajouter(champ, mots)
  }
  const textes = data?.textes
  return (
    <div className={css.liste} role="group" aria-label="Textes tout prêts">
      {!textes && <p role="status">Lecture…</p>}
      {textes?.length === 0 && <p>Aucun texte ici. Un responsable en ajoute dans Campagnes, Textes tout prêts.</p>}
      {textes?.map(({ id, nom, corps }) => (
        <button key={id} type="button" onClick={() => choisir(corps)}>
          {nom}
          <span>{corps}</span>
        </button>
      ))}
    </div>
  )
}

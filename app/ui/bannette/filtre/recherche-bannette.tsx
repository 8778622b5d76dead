import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import css from '#ui/bannette/filtre/recherche-bannette.module.css'
import { Icone } from '#ui/kit/icone/icone'

/** A pause in typing that says the word is finished. */
const PAUSE_MS = 400

const LONGUEUR_MAX = 200

const normaliser = (mots: string) => mots.replace(/\s+/gu, ' ').trim()

/**
 * Searches while one types; the first letters leave a step to come back to, the next ones correct it. The box says what the address
 * searches, wherever one comes to it from; only letters not asked for yet stay, whatever comes meanwhile.
 */
export function RechercheBannette({ q, libelle }: { q: string; libelle: string }) {
  const { aller } = useAdresseBannette()
  const { key } = useLocation()
  const champ = useRef<HTMLInputElement>(null)
  const minuteur = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** The last words this box asked for, or that the address came with. */
  const demandes = useRef(q)
  const chercher = () => {
    clearTimeout(minuteur.current)
    const voulus = normaliser(champ.current?.value ?? '')
    if (voulus === demandes.current) return
    demandes.current = voulus
    aller({ q: voulus }, { replace: q !== '' && voulus !== '' })
  }
  // What a pause starts is the search as the page then stands, not as it stood when the letter was typed.
  const chercherIci = useRef(chercher)
  useEffect(() => {
    chercherIci.current = chercher
  })
  const attendre = () => {
    clearTimeout(minuteur.current)
    minuteur.current = setTimeout(() => chercherIci.current(), PAUSE_MS)
  }
  useEffect(() => {
    if (q === demandes.current) return
    clearTimeout(minuteur.current)
    demandes.current = q
    if (champ.current) champ.current.value = q
  }, [q, key])
  useEffect(() => {
    // Letters typed before the page listened are a search too.
    if (normaliser(champ.current?.value ?? '') !== demandes.current) attendre()
    return () => clearTimeout(minuteur.current)
  }, [])
  const effacer = () => {
    if (!champ.current) return
    champ.current.value = ''
    champ.current.focus()
    chercher()
  }
  return (
    <span className={css.recherche}>
      <Icone nom="search" />
      <input
        ref={champ}
        type="search"
        name="q"
        defaultValue={q}
        placeholder={libelle}
        aria-label={libelle}
        maxLength={LONGUEUR_MAX}
        enterKeyHint="search"
        autoComplete="off"
        onChange={attendre}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            chercher()
          }
          if (event.key === 'Escape' && champ.current?.value) {
            event.preventDefault()
            effacer()
          }
        }}
      />
      <button type="button" aria-label="Effacer la recherche" onClick={effacer}>
        <Icone nom="close" />
      </button>
    </span>
  )
}

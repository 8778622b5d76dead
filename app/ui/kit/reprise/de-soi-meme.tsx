import { useEffect, useRef, useState } from 'react'
import { DE_SOI_MEME, type Manque } from '#ui/kit/reprise/reprise'

/** Sends a form that nobody asked to send: what it fails on is said beside it, and never asked over the page. */
export function envoyerDeSoiMeme(form: HTMLFormElement) {
  const marquer = ({ formData }: FormDataEvent) => formData.set(DE_SOI_MEME, 'oui')
  form.addEventListener('formdata', marquer)
  form.requestSubmit()
  form.removeEventListener('formdata', marquer)
}

const MANQUES: readonly unknown[] = ['SESSION', 'RESEAU', 'SERVEUR'] satisfies Manque[]
const estManque = (lu: unknown): lu is Manque => MANQUES.includes(lu)

/** What a sending that did not go lacked; null for one that was answered. */
export const manqueDe = (reponse: unknown): Manque | null =>
  typeof reponse === 'object' && reponse !== null && 'renonce' in reponse && estManque(reponse.renonce)
    ? reponse.renonce
    : null

/** How long what failed rests before it is tried again, in seconds: once, twice… then always the last one. */
const PAUSES = [5, 10, 20, 40, 60]
const pauseDe = (rang: number): number => PAUSES[Math.min(rang, PAUSES.length - 1)] ?? 60

/**
 * Tries again by itself a sending that did not go, each time after a longer rest, and as soon as the network is back. Gives how long the rest is, in
 * seconds; null where nothing failed.
 */
export function useNouvelEssai(reponse: unknown, essayer: () => void): number | null {
  const rang = useRef(0)
  const [pause, dire] = useState<number | null>(null)
  useEffect(() => {
    if (manqueDe(reponse) === null) {
      if (reponse === undefined) return
      rang.current = 0
      dire(null)
      return
    }
    const attente = pauseDe(rang.current)
    rang.current += 1
    dire(attente)
    const minuterie = setTimeout(essayer, attente * 1000)
    window.addEventListener('online', essayer)
    return () => {
      clearTimeout(minuterie)
      window.removeEventListener('online', essayer)
    }
  }, [reponse, essayer])
  return pause
}

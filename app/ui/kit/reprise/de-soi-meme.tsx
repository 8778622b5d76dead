import { useEffect, useRef, useState } from 'react'
import { DE_SOI_MEME, type Echec, type Manque, secours } from '#ui/kit/reprise/reprise'

/** Sends a form that nobody asked to send: what it fails on is said beside it, and never asked over the page. */
export function envoyerDeSoiMeme(form: HTMLFormElement) {
  const marquer = ({ formData }: FormDataEvent) => formData.set(DE_SOI_MEME, 'oui')
  form.addEventListener('formdata', marquer)
  form.requestSubmit()
  form.removeEventListener('formdata', marquer)
}

/** Tries again by itself a sending that did not go, each time after a longer rest. Gives what is told of it; null where nothing failed. */
export function useNouvelEssai(reponse: object | undefined, essayer: () => void): Echec | null {
  const fois = useRef(0)
  const [echec, dire] = useState<Echec | null>(null)
  useEffect(() => {
    if (!reponse) return
    if ('renonce' in reponse)
      return secours.plusTard?.({ manque: reponse.renonce as Manque, fois: fois.current++ }, essayer, dire)
    fois.current = 0
    dire(null)
  }, [reponse, essayer])
  return echec
}

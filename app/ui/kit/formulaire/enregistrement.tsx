import { useLocation } from '@remix-run/react'
import { useContext, useEffect, useRef, useState } from 'react'
import { sortDe, useEnvoi } from '#ui/kit/formulaire/envoi'
import { Poste } from '#ui/kit/formulaire/poste'
import { effacer, garder, type Identite, lire, monter } from '#ui/kit/formulaire/saisies'

type Valeur = Record<string, string>

type Options = {
  identite: Identite
  valeur: Valeur | null
  garde: Valeur | null
  delai: number
  /** What was typed and not yet kept by the server; null where nothing was. */
  saisie: Valeur | null
  /** The state of the page that it answers to: found again on another, it is shown and not sent. */
  vu: string
  /** Takes back what the device kept. */
  retrouver: (saisie: Valeur) => void
}

const estValeur = (lu: unknown): lu is Valeur =>
  typeof lu === 'object' && lu !== null && Object.values(lu).every((une) => typeof une === 'string')

/**
 * Keeps what is being written: sends it once the hand rests, one request at a time and always the last words, so that none overtakes
 * another. `attend` is true until the server has answered to what is on the screen. Until then the device keeps it.
 */
export function useEnregistrement<R>(action: string, options: Options) {
  const { valeur, garde, delai, saisie, vu, retrouver } = options
  const { nom, objet } = options.identite
  const agent = useContext(Poste)?.id
  const { pathname, search } = useLocation()
  const { data, state, submit, cleSaisie } = useEnvoi<R>({ nom, objet })
  const cle = JSON.stringify(valeur)
  const [envoye, setEnvoye] = useState(JSON.stringify(garde))
  useEffect(() => {
    if (state !== 'idle' || cle === envoye) return
    const minuterie = setTimeout(() => {
      setEnvoye(cle)
      const champs = JSON.parse(cle) as Valeur | null
      if (champs) submit(champs, { action })
    }, delai)
    return () => clearTimeout(minuterie)
  }, [cle, envoye, state, delai, action, submit])
  const attend = state !== 'idle' || cle !== envoye
  const tenu =
    saisie && (attend || sortDe(data) === 'REFUSE' || sortDe(data) === 'RESTE') ? JSON.stringify(saisie) : null

  const premiere = useRef(true)
  useEffect(() => {
    if (!cleSaisie || !premiere.current) return
    premiere.current = false
    const gardee = lire(cleSaisie)
    if (gardee?.champs.vu === vu && estValeur(gardee.reste)) retrouver(gardee.reste)
  })
  useEffect(() => {
    if (!cleSaisie || !agent || tenu === null) return
    const lue = JSON.parse(tenu) as Valeur
    garder(cleSaisie, { nom, objet, agent, le: Date.now(), page: pathname + search, champs: { vu }, reste: lue })
    return monter(cleSaisie)
  }, [cleSaisie, agent, tenu, nom, objet, pathname, search, vu])
  useEffect(() => {
    if (cleSaisie && saisie && tenu === null) effacer(cleSaisie)
  }, [cleSaisie, saisie, tenu])
  return { data, attend }
}

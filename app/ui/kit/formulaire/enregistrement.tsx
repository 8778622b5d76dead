import { useLocation } from '@remix-run/react'
import { useContext, useEffect, useRef, useState } from 'react'
import { useALaReponse } from '#ui/kit/acte/a-la-reponse'
import { acteEnVoie } from '#ui/kit/acte/a-son-tour'
import { sortDe, useEnvoi } from '#ui/kit/formulaire/envoi'
import { Poste } from '#ui/kit/formulaire/poste'
import { effacer, garder, type Identite, lire, monter } from '#ui/kit/formulaire/saisies'

type Valeur = Record<string, string>

/** How often an act that waits for its own turn is looked at, in ms. */
const ENCORE = 100

type Options = {
  identite: Identite
  /** What is to be kept; null while there is nothing. */
  valeur: Valeur | null
  /** How long the hand rests, in ms. */
  delai: number
  /** What was typed and not yet kept by the server; null where nothing was. */
  saisie: Valeur | null
  /**
   * The state of the page that it answers to, posted with it: found again on another, it is shown and not sent. What is kept moves it on. It
   * is no part of what is kept: moved alone, it sends nothing.
   */
  vu: string
  /** Takes back what the device kept. */
  retrouver: (saisie: Valeur) => void
}

const estValeur = (lu: unknown): lu is Valeur =>
  typeof lu === 'object' && lu !== null && Object.values(lu).every((une) => typeof une === 'string')

/**
 * Keeps what is being written: sends it once the hand rests or goes elsewhere, one request at a time and always the last words, so that none
 * overtakes another, and none is sent twice. The acts of a page share its version: one that is on its way, or waits for its turn, goes first.
 * `attend` is true until the server has answered to what is on the screen. Until then the device keeps it.
 */
export function useEnregistrement<R extends object>(action: string, options: Options) {
  const { valeur, delai, saisie, vu, retrouver } = options
  const { nom, objet } = options.identite
  const agent = useContext(Poste)?.id
  const { pathname, search } = useLocation()
  const { data, state, submit, cleSaisie } = useEnvoi<R>({ nom, objet })
  const cle = valeur && JSON.stringify(valeur)
  const [envoye, setEnvoye] = useState<string | null>(null)
  const connu = useRef(vu)
  useEffect(() => {
    connu.current = vu
  }, [vu])
  useALaReponse<object>(data ?? undefined, (reponse) => {
    if ('vu' in reponse && typeof reponse.vu === 'string') connu.current = reponse.vu
  })
  useEffect(() => {
    if (state !== 'idle' || cle === envoye) return
    const envoyer = () => {
      oublier()
      if (acteEnVoie()) {
        minuterie = setTimeout(envoyer, ENCORE)
        return
      }
      setEnvoye(cle)
      if (cle !== null) submit({ ...(JSON.parse(cle) as Valeur), vu: connu.current }, { action })
    }
    const oublier = () => {
      clearTimeout(minuterie)
      document.removeEventListener('focusout', envoyer)
    }
    let minuterie = setTimeout(envoyer, delai)
    document.addEventListener('focusout', envoyer)
    return oublier
  }, [cle, envoye, state, delai, action, submit])
  const attend = state !== 'idle' || (cle !== null && cle !== envoye)
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
    // Under the state that the last answer left, even when the page that would say it could not be read again.
    const champs = { vu: connu.current }
    garder(cleSaisie, { nom, objet, agent, le: Date.now(), page: pathname + search, champs, reste: lue })
    return monter(cleSaisie)
  }, [cleSaisie, agent, tenu, nom, objet, pathname, search, vu, data])
  useEffect(() => {
    if (cleSaisie && saisie && tenu === null) effacer(cleSaisie)
  }, [cleSaisie, saisie, tenu])
  return { data, attend }
}

import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { readMemoire } from '#ui/bannette/bannette-memoire'
import css from '#ui/dossier/dossier-voisins.module.css'
import { useTouches } from '#ui/kit/acte/touches'
import { useLecture } from '#ui/kit/formulaire/envoi'
import { Icone, type NomIcone } from '#ui/kit/icone/icone'
import { LienPressenti } from '#ui/kit/reprise/lien-pressenti'

type Voisins = {
  id: string
  precedent: string | null
  suivant: string | null
  aTraiter: string | null
  place: readonly string[]
}

const BANNETTE = '/dossiers'

/** The list of who came by a link. */
const SANS_LISTE = '?vue=a-faire'

/** `pliee`: everything stands on one line. */
type Props = { adresse: string; id: string; version: number; pliee?: boolean; children: ReactNode }

/**
 * The way back to the list (`children`), and the dossiers before and after this one in it, by link or with Maj and an arrow; Maj and ↓ leads
 * to the next one that is to do. The part of the dossier that is looked at stays the same from one to the other.
 */
export function DossierVoisins({ adresse, id, version, pliee = false, children }: Props) {
  const { load, data } = useLecture<Voisins>()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const arrivee = useRef<{ id: string; place: string } | null>(null)
  const lus = data?.id === id ? data : undefined
  useEffect(() => {
    const filtres = readMemoire(BANNETTE)?.adresse.slice(BANNETTE.length)
    const liste = new URLSearchParams(filtres ? filtres : SANS_LISTE)
    if (arrivee.current?.id === id) liste.set('place', arrivee.current.place)
    load(`${adresse}/voisins?${liste.toString()}`)
  }, [load, adresse, id, version])
  useEffect(() => {
    if (lus && arrivee.current?.id !== lus.id) arrivee.current = { id: lus.id, place: JSON.stringify(lus.place) }
  }, [lus])
  const partie = pathname.startsWith(`${adresse}/`) ? pathname.slice(adresse.length) : ''
  const vers = (numero: string | null | undefined) => numero && `${BANNETTE}/${numero}${partie}`
  const aller = (numero: string | null | undefined) => () => {
    const page = vers(numero)
    if (page) navigate(page)
    return Boolean(page)
  }
  useTouches(true, {
    'Maj+ArrowLeft': aller(lus?.precedent),
    'Maj+ArrowRight': aller(lus?.suivant),
    'Maj+ArrowDown': aller(lus?.aTraiter),
  })
  return (
    <div className={pliee ? `${css.ligne} ${css.pliee}` : css.ligne}>
      {children}
      <nav aria-label="Autres dossiers de la liste" className={css.voisins}>
        <Voisin vers={vers(lus?.precedent)} texte="Précédent" touche="←" avant="navigate-before" />
        <Voisin vers={vers(lus?.suivant)} texte="Suivant" touche="→" apres="navigate-next" />
        <Voisin vers={vers(lus?.aTraiter)} texte="Suivant à traiter" touche="↓" apres="playlist-add-check" />
      </nav>
    </div>
  )
}

type VoisinProps = {
  vers: string | null | undefined
  texte: string
  touche: string
  avant?: NomIcone
  apres?: NomIcone
}

/** A link, or its words alone where there is nobody to go to. */
function Voisin({ vers, texte, touche, avant, apres }: VoisinProps) {
  const dit = (
    <>
      {avant && <Icone nom={avant} />}
      <span>{texte}</span>
      {apres && <Icone nom={apres} />}
    </>
  )
  if (!vers) return <span className={css.absent}>{dit}</span>
  return (
    <LienPressenti to={vers} title={`${texte} (Maj\u00a0+\u00a0${touche})`}>
      {dit}
    </LienPressenti>
  )
}

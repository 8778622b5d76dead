import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Cadre, MotPlace } from '#domain/mots-places'
import css from '#ui/kit/visionneuse/visionneuse.module.css'
import { tailleMontree, type Zoom } from '#ui/kit/visionneuse/zoom'

type Props = {
  src: string
  nom: string
  page: number
  /** The page that follows, which is fetched meanwhile. */
  suite: number | null
  zoom: Zoom
  quarts: number
  cadre: RefObject<HTMLDivElement>
  mots: readonly MotPlace[]
  trouves: readonly Cadre[]
  courant: readonly Cadre[]
  /** What is pointed at, brought into sight when nothing is searched. */
  marques: readonly Cadre[]
  perdue: string
}

/** Height for a width of 1, before the picture says its own: a sheet of A4. */
const A4 = 1.414
/** Widths asked for, in steps, so that few pictures of one page are drawn and kept. */
const PAS = 400
const LARGEUR_MAX = 2_000

const demandee = (pixels: number): number =>
  Math.min(LARGEUR_MAX, Math.max(PAS, Math.ceil((pixels * (globalThis.devicePixelRatio || 1)) / PAS) * PAS))

/** The size of the frame, followed as it changes. */
function useTaille(cadre: RefObject<HTMLDivElement>) {
  const [taille, setTaille] = useState({ largeur: 0, hauteur: 0 })
  useEffect(() => {
    const ici = cadre.current
    if (!ici) return
    const mesurer = () => setTaille({ largeur: ici.clientWidth, hauteur: ici.clientHeight })
    mesurer()
    const suivi = new ResizeObserver(mesurer)
    suivi.observe(ici)
    return () => suivi.disconnect()
  }, [cadre])
  return taille
}

/** Brings a place into sight inside its frame alone: what stands around stays where it was left. */
function amener(place: Element | null, cadre: HTMLElement | null) {
  if (!place || !cadre) return
  const [ici, autour] = [place.getBoundingClientRect(), cadre.getBoundingClientRect()]
  if (ici.top < autour.top || ici.bottom > autour.bottom)
    cadre.scrollTop += ici.top - autour.top - (autour.height - ici.height) / 2
  if (ici.left < autour.left || ici.right > autour.right) cadre.scrollLeft += ici.left - autour.left - 16
}

/** One page as a picture, turned, with its words over it: to be selected, read aloud, and marked. */
export function PageMontree(props: Props) {
  const { src, nom, page, suite, zoom, quarts, cadre, mots, trouves, courant, marques, perdue } = props
  const taille = useTaille(cadre)
  const [forme, setForme] = useState(A4)
  const [absente, setAbsente] = useState(0)
  const premiere = useRef<SVGRectElement>(null)
  const couchee = quarts % 2 === 1
  const montree = tailleMontree(zoom, taille, couchee ? 1 / forme : forme)
  const [largeur, hauteur] = couchee ? [montree.hauteur, montree.largeur] : [montree.largeur, montree.hauteur]
  const pixels = demandee(largeur)
  const adresse = (numero: number) => `${src}/${numero}?largeur=${pixels}`
  useEffect(() => {
    if (suite !== null && taille.largeur > 0) new Image().src = `${src}/${suite}?largeur=${pixels}`
  }, [src, suite, pixels, taille.largeur])
  const peints = [
    ...marques.map((un) => [un, css.marque] as const),
    ...trouves.map((un) => [un, css.trouve] as const),
    ...courant.map((un) => [un, css.courant] as const),
  ]
  const [vise] = courant.length > 0 ? courant : marques
  const cle = vise ? `${vise.x} ${vise.y}` : ''
  useEffect(() => {
    if (cle) amener(premiere.current, cadre.current)
  }, [cle, page, largeur, cadre])
  if (absente === page) return <p className={css.perdue}>{perdue}</p>
  if (taille.largeur === 0) return null
  const base = 1_000
  return (
    <div className={css.feuille} style={{ width: montree.largeur, height: montree.hauteur }}>
      <div
        className={css.tournee}
        style={{ width: largeur, height: hauteur, transform: `translate(-50%, -50%) rotate(${quarts * 90}deg)` }}
      >
        <img
          src={adresse(page)}
          alt={nom}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            naturalWidth > 0 && setForme(naturalHeight / naturalWidth)
          }
          onError={() => setAbsente(page)}
        />
        <svg role="presentation" viewBox={`0 0 ${base} ${base * forme}`} preserveAspectRatio="none">
          {peints.map(([place, classe], i) => (
            <rect
              key={i}
              ref={place === vise ? premiere : undefined}
              className={classe}
              x={place.x * base}
              y={place.y * base * forme}
              width={place.largeur * base}
              height={place.hauteur * base * forme}
            />
          ))}
          {mots.map(({ texte, x, y, largeur: l, hauteur: h }, i) => (
            <text
              key={i}
              x={x * base}
              y={(y + h * 0.8) * base * forme}
              fontSize={Math.max(1, h * base * forme)}
              textLength={Math.max(1, l * base)}
              lengthAdjust="spacingAndGlyphs"
            >
              {texte}
            </text>
          ))}
        </svg>
      </div>
    </div>
  )
}

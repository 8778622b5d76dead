import FitScreenOutlined from '@mui/icons-material/FitScreenOutlined'
import NavigateBeforeOutlined from '@mui/icons-material/NavigateBeforeOutlined'
import NavigateNextOutlined from '@mui/icons-material/NavigateNextOutlined'
import RotateRightOutlined from '@mui/icons-material/RotateRightOutlined'
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined'
import ViewSidebarOutlined from '@mui/icons-material/ViewSidebarOutlined'
import ZoomInOutlined from '@mui/icons-material/ZoomInOutlined'
import ZoomOutOutlined from '@mui/icons-material/ZoomOutOutlined'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Dit } from '#ui/kit/dit'
import { OutilImage } from '#ui/kit/visionneuse/outil-image'
import css from '#ui/kit/visionneuse/visionneuse.module.css'
import { plusGrand, plusPetit, type Zoom } from '#ui/kit/visionneuse/zoom'

type Recherche = {
  trouves: number
  /** Which of them is shown, from 1. */
  rang: number
  chercher: (texte: string) => void
  trouver: (pas: number) => void
}

type Props = {
  /** Of the document: two may stand side by side. */
  nom: string
  page: number
  pages: number
  zoom: Zoom
  cherche: string
  vignettes: boolean
  onPage: (page: number) => void
  onZoom: (zoom: Zoom) => void
  onTourner: () => void
  onVignettes: () => void
  /** Null where the document has no words. */
  recherche: Recherche | null
}

/** The bar above a document: its pages, how it is fitted, and a search in its words. */
export function Outils(props: Props) {
  const { nom, page, pages, zoom, onPage, onZoom, recherche } = props
  return (
    <div role="toolbar" aria-label={`Outils de ${nom}`} className={css.outils}>
      {pages > 1 && (
        <>
          <OutilImage titre="Vignettes" enfonce={props.vignettes} onClick={props.onVignettes}>
            <ViewSidebarOutlined />
          </OutilImage>
          <OutilImage titre="Page précédente" onClick={() => onPage(page - 1)} inactif={page === 1}>
            <NavigateBeforeOutlined />
          </OutilImage>
          <Numero {...{ page, pages, onPage }} />
          <OutilImage titre="Page suivante" onClick={() => onPage(page + 1)} inactif={page === pages}>
            <NavigateNextOutlined />
          </OutilImage>
        </>
      )}
      <OutilImage titre="Réduire" onClick={() => onZoom(plusPetit(zoom))} inactif={plusPetit(zoom) === zoom}>
        <ZoomOutOutlined />
      </OutilImage>
      <OutilImage titre="Agrandir" onClick={() => onZoom(plusGrand(zoom))} inactif={plusGrand(zoom) === zoom}>
        <ZoomInOutlined />
      </OutilImage>
      <OutilImage titre="Toute la largeur" enfonce={zoom === 'largeur'} onClick={() => onZoom('largeur')}>
        <SwapHorizOutlined />
      </OutilImage>
      <OutilImage titre="Page entière" enfonce={zoom === 'page'} onClick={() => onZoom('page')}>
        <FitScreenOutlined />
      </OutilImage>
      <OutilImage titre="Tourner d’un quart" onClick={props.onTourner}>
        <RotateRightOutlined />
      </OutilImage>
      {recherche && <Chercher cherche={props.cherche} {...recherche} />}
    </div>
  )
}

/** The number of the page, which can be typed. */
function Numero({ page, pages, onPage }: Pick<Props, 'page' | 'pages' | 'onPage'>) {
  const [ecrit, setEcrit] = useState(String(page))
  useEffect(() => setEcrit(String(page)), [page])
  const valider = () => {
    const voulue = Number(ecrit)
    if (Number.isInteger(voulue) && voulue >= 1 && voulue <= pages) onPage(voulue)
    else setEcrit(String(page))
  }
  return (
    <label className={css.numero}>
      <span>Page</span>
      <input
        type="text"
        inputMode="numeric"
        value={ecrit}
        size={String(pages).length}
        onChange={({ target }) => setEcrit(target.value)}
        onBlur={valider}
        onKeyDown={({ key }) => key === 'Enter' && valider()}
      />
      <span role="status">
        <Dit>Page {page} </Dit>
        sur {pages}
      </span>
    </label>
  )
}

function Chercher({ cherche, trouves, rang, chercher, trouver }: Recherche & { cherche: string }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') trouver(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') chercher('')
    else return
    event.preventDefault()
  }
  return (
    <div className={css.chercher}>
      <input
        type="search"
        aria-label="Chercher dans le document"
        placeholder="Chercher"
        value={cherche}
        onChange={({ target }) => chercher(target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status">
        {cherche.trim().length < 2 ? '' : trouves === 0 ? 'introuvable' : `${rang} sur ${trouves}`}
      </span>
    </div>
  )
}

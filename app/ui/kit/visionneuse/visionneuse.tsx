import { Box } from '@mui/material'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type Marque, type MotPlace, trouverMots } from '#domain/mots-places'
import { useTouches } from '#ui/kit/acte/touches'
import { PageMontree } from '#ui/kit/visionneuse/page-montree'
import { Outils } from '#ui/kit/visionneuse/outils'
import { Vignettes } from '#ui/kit/visionneuse/vignettes'
import css from '#ui/kit/visionneuse/visionneuse.module.css'
import { plusGrand, plusPetit, type Zoom } from '#ui/kit/visionneuse/zoom'

type Props = {
  /** The address of the pictures of the pages: `/<page>?largeur=` follows. */
  src: string
  nom: string
  pages: number
  /** The words of each page; none for a picture or a scan, and while they are not read. */
  mots: readonly (readonly MotPlace[])[]
  /** The page to show, each time it or what is marked changes. */
  page: number
  /** What is pointed at in it. */
  marques?: readonly Marque[]
  /** The keys of pages and zoom act from anywhere on the page, not only from the document. */
  touches: boolean
  /** The picture cannot be drawn: what is said instead. */
  perdue: string
}

/** What a step down of the page key leaves of what was read. */
const RESTE = 0.9
const AUCUNE: readonly Marque[] = []

/**
 * The pages of a document, one at a time: enlarged, fitted, turned, searched, found by their thumbnails; their words can be selected. Page keys scroll
 * the page first, then turn it.
 */
export function Visionneuse({ src, nom, pages, mots, page: voulue, marques = AUCUNE, touches, perdue }: Props) {
  const [page, setPage] = useState(voulue)
  const [zoom, setZoom] = useState<Zoom>('largeur')
  const [quarts, setQuarts] = useState(0)
  const [vignettes, setVignettes] = useState(false)
  const [cherche, setCherche] = useState('')
  const [rang, setRang] = useState(0)
  const cadre = useRef<HTMLDivElement>(null)
  const aller = (vers: number, enBas = false) => {
    const ici = Math.min(pages, Math.max(1, vers))
    setPage(ici)
    if (ici !== page) cadre.current?.scrollTo({ top: enBas ? cadre.current.scrollHeight : 0 })
  }
  useEffect(() => setPage(Math.min(pages, Math.max(1, voulue))), [voulue, pages, marques])
  const trouves = useMemo(
    () => mots.flatMap((une, i) => trouverMots(une, cherche).map((places) => ({ page: i + 1, places }))),
    [mots, cherche],
  )
  const trouver = (pas: number) => {
    const suivant = (rang + pas + trouves.length) % Math.max(1, trouves.length)
    setRang(suivant)
    const la = trouves[suivant]
    if (la) setPage(la.page)
  }
  const chercher = (texte: string) => {
    setCherche(texte)
    setRang(0)
    const premier = mots.findIndex((une) => trouverMots(une, texte).length > 0)
    if (premier >= 0) setPage(premier + 1)
  }
  const defiler = (sens: 1 | -1) => {
    const c = cadre.current
    if (!c) return
    const auBout = sens > 0 ? c.scrollTop + c.clientHeight >= c.scrollHeight - 2 : c.scrollTop <= 1
    if (auBout) aller(page + sens, sens < 0)
    else c.scrollBy({ top: sens * c.clientHeight * RESTE })
  }
  const actes: Record<string, () => void> = {
    PageDown: () => defiler(1),
    PageUp: () => defiler(-1),
    '+': () => setZoom(plusGrand),
    '-': () => setZoom(plusPetit),
    r: () => setQuarts((q) => (q + 1) % 4),
  }
  const desBouts: Record<string, () => void> = { Home: () => aller(1), End: () => aller(pages) }
  useTouches(touches, actes)
  const onKeyDown = (event: KeyboardEvent) => {
    const acte = event.ctrlKey || event.metaKey || event.altKey ? undefined : { ...actes, ...desBouts }[event.key]
    if (!acte) return
    event.preventDefault()
    acte()
  }
  const courant = trouves[rang]
  return (
    <div className={css.visionneuse}>
      <Outils
        {...{ nom, page, pages, zoom, cherche, vignettes }}
        onPage={aller}
        onZoom={setZoom}
        onTourner={() => setQuarts((quarts + 1) % 4)}
        onVignettes={() => setVignettes(!vignettes)}
        recherche={
          mots.some((une) => une.length > 0)
            ? { trouves: trouves.length, rang: trouves.length > 0 ? rang + 1 : 0, chercher, trouver }
            : null
        }
      />
      <div className={css.corps}>
        {vignettes && pages > 1 && <Vignettes {...{ nom, src, pages, page }} onPage={aller} />}
        <Box
          ref={cadre}
          role="region"
          aria-label={`Pages de ${nom}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          className={css.cadre}
          data-cadre
        >
          <PageMontree
            key={src}
            src={src}
            nom={pages > 1 ? `${nom}, page ${page}` : nom}
            suite={page < pages ? page + 1 : null}
            mots={mots[page - 1] ?? []}
            trouves={trouves.filter((un) => un.page === page).flatMap(({ places }) => places)}
            courant={courant?.page === page ? courant.places : []}
            marques={marques.filter((un) => un.page === page).flatMap(({ places }) => places)}
            {...{ page, zoom, quarts, cadre, perdue }}
          />
        </Box>
      </div>
    </div>
  )
}

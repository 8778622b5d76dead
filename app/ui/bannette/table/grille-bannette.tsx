import { LinearProgress } from '@mui/material'
import {
  DataGrid,
  GridOverlay,
  useGridApiRef,
  type GridCellParams,
  type GridColDef,
  type GridRowId,
} from '@mui/x-data-grid'
import { frFR } from '@mui/x-data-grid/locales'
import { useLocation } from '@remix-run/react'
import { useEffect, useLayoutEffect, useMemo, useRef, type MutableRefObject } from 'react'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import type { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import type { Colonne, Sens, Tri } from '#ui/bannette/table/colonne'
import { type ColonnesChoisies, HAUTEUR_LIGNE } from '#ui/bannette/table/colonnes-choisies'
import type { Selection } from '#ui/bannette/selection'
import { CHAMP_CASE, type Position } from '#ui/bannette/table/table-bannette'

type Props<Ligne> = {
  titre: string
  rows: readonly Ligne[]
  tri: Tri
  choisies: ColonnesChoisies<Ligne>
  ouvrir: (ligne: Ligne) => void
  memoire: ReturnType<typeof useMemoireBannette>
  selection?: Selection | undefined
  isLoading: boolean
  /** Told once the rows are drawn; `isPrete` then says that the grid has taken its place, and `position` where the officer was. */
  onPrete: () => void
  isPrete: boolean
  position: MutableRefObject<Position | null>
}

/** The grid writes one style sheet of its own: the policy lets it by the nonce of the page it stands in. */
const nonceOfPage = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** The first column of the grid's own, in its words. */
const CASE_DE_GRILLE = '__check__'

/** Every row the address asked for is there: the grid is given one page, and can neither turn it nor ask for another. */
const UNE_PAGE = { page: 0, pageSize: 100 }

const AUTRE: Record<Sens, Sens> = { asc: 'desc', desc: 'asc' }

const colonneDeGrille = <Ligne extends { id: string }>(colonne: Colonne<Ligne>): GridColDef<Ligne> => {
  const { champ, entete, largeur, souple, aDroite, tri, toujours, cellule } = colonne
  return {
    field: champ,
    headerName: entete,
    ...(souple ? { flex: 1, minWidth: largeur } : { width: largeur }),
    ...(aDroite && { align: 'right', headerAlign: 'right' }),
    sortable: tri !== undefined,
    ...(tri && { sortingOrder: [tri, AUTRE[tri]] }),
    hideable: !toujours,
    renderCell: ({ row, tabIndex }) => cellule(row, tabIndex),
  }
}

/** A bannette as a spreadsheet, for a wide screen: columns to hide and widen, arrows from cell to cell. The address alone says what it shows. */
export function GrilleBannette<Ligne extends { id: string }>(props: Props<Ligne>) {
  const { titre, rows, tri, choisies, ouvrir, memoire, selection, isLoading, onPrete, isPrete, position } = props
  const { aller } = useAdresseBannette()
  const { search } = useLocation()
  const apiRef = useGridApiRef()
  const racine = useRef<HTMLDivElement>(null)
  const ordre = useMemo(() => [{ field: tri.sort, sort: tri.dir }], [tri.sort, tri.dir])
  const choix = useMemo(() => ({ type: 'include' as const, ids: new Set<GridRowId>(selection?.ids) }), [selection?.ids])
  const colonnes = useMemo(() => choisies.colonnes.map(colonneDeGrille), [choisies.colonnes])
  const { place, noter } = memoire

  useEffect(() => {
    if (isPrete) return
    let attente = requestAnimationFrame(function voir() {
      if (racine.current?.querySelector('.MuiDataGrid-row')) onPrete()
      else attente = requestAnimationFrame(voir)
    })
    return () => cancelAnimationFrame(attente)
  }, [isPrete, onPrete])

  useLayoutEffect(() => {
    const { haut, gauche, foyer } = position.current ?? {}
    if (!isPrete || haut === undefined || gauche === undefined) return
    position.current = null
    apiRef.current?.scroll({ top: haut, left: gauche })
    if (!foyer) return
    const champ = foyer.champ === CHAMP_CASE ? CASE_DE_GRILLE : foyer.champ
    if (foyer.ligne === null) apiRef.current?.setColumnHeaderFocus(champ)
    else apiRef.current?.setCellFocus(foyer.ligne, champ)
  }, [apiRef, isPrete, position])

  const laissee = place && place.adresse.endsWith(search) ? place.haut : 0
  const vue = useRef({ search, laissee })
  useEffect(() => {
    if (vue.current.search === search && vue.current.laissee === laissee) return
    vue.current = { search, laissee }
    apiRef.current?.scroll({ top: laissee })
  }, [apiRef, search, laissee])

  return (
    <div ref={racine} style={{ display: 'contents' }}>
      <DataGrid
        apiRef={apiRef}
        nonce={nonceOfPage()}
        aria-label={titre}
        localeText={frFR.components.MuiDataGrid.defaultProps.localeText}
        rows={rows}
        columns={colonnes}
        rowCount={rows.length}
        loading={isLoading}
        paginationMode="server"
        paginationModel={UNE_PAGE}
        hideFooter
        sortingMode="server"
        filterMode="server"
        sortModel={ordre}
        onSortModelChange={([un]) => un && aller({ sort: un.field, dir: un.sort ?? 'asc' })}
        columnVisibilityModel={choisies.visibles}
        onColumnVisibilityModelChange={choisies.montrer}
        onColumnWidthChange={({ colDef, width }) => choisies.elargir(colDef.field, width)}
        onCellKeyDown={({ row }: GridCellParams<Ligne>, event) => {
          if (event.key === 'Enter' && !(event.target instanceof Element && event.target.closest('a, button, input')))
            ouvrir(row)
        }}
        getRowClassName={({ id }) => (id === place?.ouvert ? 'derniere-ouverte' : '')}
        rowHeight={HAUTEUR_LIGNE[choisies.densite]}
        columnHeaderHeight={30}
        disableColumnFilter
        disableRowSelectionOnClick
        disableRowSelectionExcludeModel
        keepNonExistentRowsSelected
        checkboxSelection={Boolean(selection)}
        rowSelectionModel={choix}
        onRowSelectionModelChange={({ ids }) => selection?.choisir([...ids].map(String))}
        disableVirtualization
        slots={SLOTS}
        sx={SX}
      />
      <SuivreDefilement apiRef={apiRef} noter={noter} />
    </div>
  )
}

/** Keeps where the list is scrolled to, a little after it stops moving. */
function SuivreDefilement({
  apiRef,
  noter,
}: {
  apiRef: ReturnType<typeof useGridApiRef>
  noter: (ce: { haut: number }) => void
}) {
  useEffect(() => {
    let minuteur: ReturnType<typeof setTimeout> | undefined
    const cesser = apiRef.current?.subscribeEvent('scrollPositionChange', ({ top }) => {
      clearTimeout(minuteur)
      minuteur = setTimeout(() => noter({ haut: Math.round(top) }), 150)
    })
    return () => {
      clearTimeout(minuteur)
      cesser?.()
    }
  })
  return null
}

/**
 * Seen above the rows while the list is read again, and told by the `aria-busy` of what holds the grid: the grid's own is a progressbar without a name,
 * among what may be rows alone.
 */
const EnLecture = () => (
  <GridOverlay style={{ display: 'block' }}>
    <LinearProgress aria-hidden />
  </GridOverlay>
)

const SLOTS = { loadingOverlay: EnLecture }

const SX = {
  border: 0,
  borderRadius: 0,
  bgcolor: 'background.paper',
  fontSize: '0.875rem',
  '--DataGrid-rowBorderColor': 'var(--mui-palette-divider)',
  '& .MuiDataGrid-row': { cursor: 'pointer' },
  '& .MuiDataGrid-cell': { display: 'flex', alignItems: 'center', lineHeight: 1.2 },
  '& .MuiDataGrid-cell--textRight': { justifyContent: 'flex-end' },
  '& .MuiDataGrid-cell:focus-within, & .MuiDataGrid-cell:focus': { outlineWidth: 3, outlineOffset: '-3px' },
  '& .derniere-ouverte': { boxShadow: 'inset 4px 0 0 var(--mui-palette-primary-main)', bgcolor: 'action.hover' },
} as const

import { Box } from '@mui/material'
import {
  DataGrid,
  useGridApiRef,
  type GridCellParams,
  type GridColDef,
  type GridRowId,
  type GridRowParams,
  type GridValidRowModel,
} from '@mui/x-data-grid'
import { useNavigate, useNavigation } from '@remix-run/react'
import { useEffect, useMemo } from 'react'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import type { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import { useColonnesChoisies } from '#ui/bannette/colonnes-choisies'
import type { Selection } from '#ui/bannette/selection'
import { PagesBannette, TAILLES } from '#ui/bannette/pages-bannette'
import { useNonce } from '#ui/kit/nonce'

export type Tri = { sort: string; dir: 'asc' | 'desc' }

type Props<Ligne extends GridValidRowModel> = {
  /** What the grid is, for who does not see it. */
  titre: string
  /** Where this officer's columns are kept in the browser. */
  cle: string
  rows: readonly Ligne[]
  colonnes: GridColDef<Ligne>[]
  total: number
  page: number
  size: number
  tri: Tri
  adresseDe: (ligne: Ligne) => string
  memoire: ReturnType<typeof useMemoireBannette>
  /** Absent where nothing can be done on several rows at once. */
  selection?: Selection | undefined
}

/** The grid writes one style sheet of its own: the policy lets it by the nonce of the page it stands in. */
const nonceOfPage = () =>
  typeof document === 'undefined'
    ? ''
    : (document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '')

/** A bannette as a spreadsheet: the server filters, sorts and cuts; the address says how. A row opens with a click or Enter. */
export function GrilleBannette<Ligne extends GridValidRowModel & { id: string }>(props: Props<Ligne>) {
  const { titre, cle, rows, colonnes, total, page, size, tri, adresseDe, memoire, selection } = props
  const { aller } = useAdresseBannette()
  const navigate = useNavigate()
  const isLoading = useNavigation().state === 'loading'
  const apiRef = useGridApiRef()
  const nonce = useNonce() || nonceOfPage()
  // The grid goes back to its first page at each new order: what it asks by itself is not listened to, only its foot is.
  const pagination = useMemo(() => ({ page, pageSize: size }), [page, size])
  const ordre = useMemo(() => [{ field: tri.sort, sort: tri.dir }], [tri.sort, tri.dir])
  const choix = useMemo(() => ({ type: 'include' as const, ids: new Set<GridRowId>(selection?.ids) }), [selection?.ids])
  const choisies = useColonnesChoisies(cle, colonnes)
  const { place, noter } = memoire
  useEffect(() => {
    if (place && place.haut > 0) apiRef.current?.scroll({ top: place.haut })
  }, [apiRef, place])
  const ouvrir = (ligne: Ligne) => {
    noter({ ouvert: ligne.id })
    navigate(adresseDe(ligne))
  }
  return (
    <Box
      sx={{
        display: { xs: 'none', md: 'flex' },
        flexDirection: 'column',
        height: 'calc(100dvh - 232px)',
        minHeight: 420,
      }}
    >
      <DataGrid
        apiRef={apiRef}
        nonce={nonce}
        aria-label={titre}
        rows={rows}
        columns={choisies.colonnes}
        rowCount={total}
        loading={isLoading}
        paginationMode="server"
        sortingMode="server"
        filterMode="server"
        sortingOrder={['asc', 'desc']}
        paginationModel={pagination}
        slots={SLOTS}
        pageSizeOptions={TAILLES}
        sortModel={ordre}
        onSortModelChange={([un]) => un && aller({ sort: un.field, dir: un.sort ?? 'asc' })}
        columnVisibilityModel={choisies.visibles}
        onColumnVisibilityModelChange={choisies.montrer}
        onColumnWidthChange={({ colDef, width }) => choisies.elargir(colDef.field, width)}
        onRowClick={({ row }: GridRowParams<Ligne>, event) => {
          const cible = event.target instanceof Element ? event.target.closest('a, button, input') : null
          if (cible?.matches('input')) return
          if (cible) noter({ ouvert: row.id })
          else if (!event.ctrlKey && !event.metaKey) ouvrir(row)
        }}
        onCellKeyDown={({ row }: GridCellParams<Ligne>, event) => {
          if (event.key === 'Enter' && !(event.target instanceof Element && event.target.closest('a, button, input')))
            ouvrir(row)
        }}
        getRowClassName={({ id }) => (id === place?.ouvert ? 'derniere-ouverte' : '')}
        rowHeight={50}
        columnHeaderHeight={38}
        disableColumnFilter
        disableRowSelectionOnClick
        disableRowSelectionExcludeModel
        keepNonExistentRowsSelected
        checkboxSelection={Boolean(selection)}
        rowSelectionModel={choix}
        onRowSelectionModelChange={({ ids }) => selection?.choisir([...ids].map(String))}
        disableVirtualization
        slotProps={{
          loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'linear-progress' },
        }}
        sx={SX}
      />
      <SuivreDefilement apiRef={apiRef} noter={noter} />
    </Box>
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

const SLOTS = { pagination: PagesBannette }

const SX = {
  border: 0,
  borderTop: 1,
  borderColor: 'divider',
  borderRadius: 0,
  bgcolor: 'background.paper',
  fontSize: '0.875rem',
  '--DataGrid-rowBorderColor': 'var(--mui-palette-divider)',
  '& .MuiDataGrid-row': { cursor: 'pointer' },
  '& .MuiDataGrid-cell': { display: 'flex', alignItems: 'center', lineHeight: 1.35 },
  '& .MuiDataGrid-cell--textRight': { justifyContent: 'flex-end' },
  '& .MuiDataGrid-cell:focus-within, & .MuiDataGrid-cell:focus': { outlineWidth: 3, outlineOffset: '-3px' },
  '& .derniere-ouverte': { boxShadow: 'inset 4px 0 0 var(--mui-palette-primary-main)', bgcolor: 'action.hover' },
} as const

import { TablePagination } from '@mui/material'
import {
  gridPaginationModelSelector,
  gridPaginationRowCountSelector,
  useGridApiContext,
  useGridSelector,
} from '@mui/x-data-grid'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'

/** How many rows a page may have. */
export const TAILLES = [25, 50, 100]

/** The foot of the grid: which rows of how many, the pages before and after, how many rows a page has. */
export function PagesBannette() {
  const apiRef = useGridApiContext()
  const { page, pageSize: size } = useGridSelector(apiRef, gridPaginationModelSelector)
  const total = useGridSelector(apiRef, gridPaginationRowCountSelector)
  const { aller } = useAdresseBannette()
  return (
    <TablePagination
      component="div"
      count={total}
      page={page}
      rowsPerPage={size}
      rowsPerPageOptions={TAILLES}
      onPageChange={(_, vers) => aller({ page: vers > 0 ? String(vers) : null })}
      onRowsPerPageChange={({ target: { value } }) => aller({ size: value })}
    />
  )
}

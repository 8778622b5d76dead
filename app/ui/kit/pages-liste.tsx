import { Pagination, PaginationItem } from '@mui/material'
import { Link } from '@remix-run/react'

/** The pages of a list as links, nothing where one page holds it all; `page` counts from 0, as in the address. */
export function PagesListe(props: { page: number; pages: number; adresse: (page: number) => string }) {
  const { page, pages, adresse } = props
  if (pages <= 1) return null
  return (
    <Pagination
      count={pages}
      page={page + 1}
      sx={{ mt: 2 }}
      renderItem={(item) => (
        <PaginationItem component={Link} to={adresse(Math.max(0, (item.page ?? 1) - 1))} {...item} />
      )}
    />
  )
}

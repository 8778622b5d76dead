import { Outlet } from '@remix-run/react'
import { CadreExtranet } from '#ui/extranet/cadre-extranet'
import { PageError } from '#ui/kit/page-error'

export default function Cadre() {
  return (
    <CadreExtranet>
      <Outlet />
    </CadreExtranet>
  )
}

/** What no page caught is said inside the frame all the same. */
export function ErrorBoundary() {
  return (
    <CadreExtranet>
      <PageError />
    </CadreExtranet>
  )
}

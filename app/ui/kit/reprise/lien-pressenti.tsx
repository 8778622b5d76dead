import { matchRoutes, NavLink, type NavLinkProps, PrefetchPageLinks, useHref } from '@remix-run/react'
import { forwardRef, useEffect, useRef, useState } from 'react'

/** How long a hand stays on a link that it means to follow, in ms. */
const INTENTION = 100

/** Whether the code of this page came: every module of its routes that are known. */
async function codeVenu(page: string): Promise<boolean> {
  const modules = (matchRoutes([...window.__remixRouter.routes], page) ?? []).flatMap(
    ({ route: { id } }) => window.__remixManifest.routes[id]?.module ?? [],
  )
  const venus = await Promise.allSettled(modules.map((module) => import(/* @vite-ignore */ module) as Promise<unknown>))
  return venus.every(({ status }) => status === 'fulfilled')
}

/**
 * A link whose page begins to come once a hand rests on it. Remix's own `prefetch` reloads the page that is shown when the code of the other does not
 * come, be it only pointed at: here the code comes first, and without a network nothing happens.
 */
export const LienPressenti = forwardRef<HTMLAnchorElement, Omit<NavLinkProps, 'prefetch'>>(
  function LienPressenti(props, ref) {
    const page = useHref(props.to)
    const [venu, dire] = useState(false)
    const attente = useRef<ReturnType<typeof setTimeout>>()
    const viser = () => {
      clearTimeout(attente.current)
      attente.current = setTimeout(() => void codeVenu(page).then(dire), INTENTION)
    }
    const quitter = () => {
      clearTimeout(attente.current)
      dire(false)
    }
    useEffect(() => () => clearTimeout(attente.current), [])
    return (
      <>
        <NavLink
          {...props}
          ref={ref}
          onPointerEnter={viser}
          onPointerLeave={quitter}
          onFocusCapture={viser}
          onBlurCapture={quitter}
        />
        {venu && <PrefetchPageLinks page={page} />}
      </>
    )
  },
)

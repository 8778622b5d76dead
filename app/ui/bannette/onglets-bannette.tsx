import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { formatEntier } from '#domain/nombre'
import { type MotsDeVue } from '#libelles/bannette'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import css from '#ui/bannette/onglets-bannette.module.css'

type Onglet = MotsDeVue & { vue: string; total: number }

/** `parametre` is the one of the address that a tab sets; `nue` is the tab of an address without it, or null where it must always be said. */
type Props = { onglets: Onglet[]; courante: string; parametre?: string; nue?: string | null }

/** The tabs of a bannette: saved filters, each with how much it holds now. They are links: each can be opened aside. */
export function OngletsBannette({ onglets, courante, parametre = 'vue', nue = 'tous' }: Props) {
  const { vers } = useAdresseBannette()
  const nav = useRef<HTMLElement>(null)
  // On a narrow screen the tabs are one line that scrolls.
  useEffect(() => {
    const courant = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (courant && nav.current) nav.current.scrollLeft = courant.offsetLeft - 24
  }, [courante])
  return (
    <nav ref={nav} aria-label="Vues de la bannette" className={css.onglets}>
      <ul>
        {onglets.map(({ vue, nom, contient, total }) => (
          <li key={vue}>
            <Link
              to={vers({ [parametre]: vue === nue ? null : vue, sort: null, dir: null })}
              preventScrollReset
              title={contient}
              aria-current={vue === courante ? 'page' : undefined}
            >
              {nom} <span>{formatEntier(total)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { formatEntier } from '#domain/nombre'
import { type MotsDeVue } from '#libelles/bannette'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import css from '#ui/bannette/onglets-bannette.module.css'

type Onglet = MotsDeVue & { vue: string; total: number }

/** `parametre` is the one of the address that a tab sets; `tous` takes it away. */
type Props = { onglets: Onglet[]; courante: string; parametre?: string }

/** The tabs of a bannette: saved filters, each with how much it holds now. They are links: each can be opened aside. */
export function OngletsBannette({ onglets, courante, parametre = 'vue' }: Props) {
  const { vers } = useAdresseBannette()
  const nav = useRef<HTMLElement>(null)
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
              to={vers({ [parametre]: vue === 'tous' ? null : vue, sort: null, dir: null })}
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

import { useColorScheme } from '@mui/material/styles'
import { Form, Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { hasDroit, type Agent } from '#domain/acces/droits'
import { LIBELLE_ROLE } from '#libelles/acces'
import { Icone } from '#ui/kit/icone/icone'
import css from '#ui/kit/menu.module.css'

/** Who is signed in, and what is theirs to change: the theme, and leaving. It opens and leaves without a script too. */
export function Menu({ agent }: { agent: Agent }) {
  const { mode, systemMode, setMode } = useColorScheme()
  const isDark = (mode === 'system' ? systemMode : mode) === 'dark'
  const menu = useRef<HTMLDetailsElement>(null)
  const fermer = () => {
    if (menu.current) menu.current.open = false
  }
  useEffect(() => {
    const details = menu.current
    const ailleurs = (event: PointerEvent) => {
      if (event.target instanceof Node && !details?.contains(event.target)) fermer()
    }
    const echap = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details?.open) return
      fermer()
      details.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', ailleurs)
    document.addEventListener('keydown', echap)
    return () => {
      document.removeEventListener('pointerdown', ailleurs)
      document.removeEventListener('keydown', echap)
    }
  }, [])
  return (
    <details ref={menu} className={css.menu}>
      <summary>
        <Icone nom="account" />
        {agent.prenom} {agent.nom}
      </summary>
      <div className={css.panneau}>
        <p>
          {LIBELLE_ROLE[agent.role]} · {agent.courriel}
        </p>
        {hasDroit(agent, 'import.faire') && (
          <Link to="/importer" onClick={fermer} className={css.etroit}>
            <Icone nom="upload-file" />
            Importer
          </Link>
        )}
        <button
          type="button"
          className={css.script}
          onClick={() => {
            setMode(isDark ? 'light' : 'dark')
            fermer()
          }}
        >
          <Icone nom={isDark ? 'light-mode' : 'dark-mode'} />
          {isDark ? 'Passer au thème clair' : 'Passer au thème sombre'}
        </button>
        <Form method="post" action="/deconnexion">
          <button type="submit">
            <Icone nom="logout" />
            Se déconnecter
          </button>
        </Form>
      </div>
    </details>
  )
}

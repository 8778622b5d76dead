import { useColorScheme } from '@mui/material/styles'
import { Link } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { hasDroit, type Agent } from '#domain/acces/droits'
import { LIBELLE_ROLE } from '#libelles/acces'
import { poser } from '#ui/kit/direct/etat'
import { aDesMots, effacerDe } from '#ui/kit/formulaire/saisies'
import { Icone } from '#ui/kit/icone/icone'
import css from '#ui/kit/menu/menu.module.css'
import { useSeFerme } from '#ui/kit/menu/se-ferme'
import { lecturesFinies } from '#ui/kit/menu/lectures-finies'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Who is signed in, and what is theirs to change: the theme, and leaving. It opens and leaves without a script too. */
export function Menu({ agent }: { agent: Agent }) {
  const { mode, systemMode, setMode } = useColorScheme()
  const isDark = (mode === 'system' ? systemMode : mode) === 'dark'
  const menu = useRef<HTMLDetailsElement>(null)
  const [averti, setAverti] = useState(false)
  const attendu = useRef(false)
  const envoi = useEnvoi({ nom: 'deconnexion', objet: agent.id })
  /** Leaving the post erases what was written on it and not sent: it is said first, once. */
  const quitter = (event: FormEvent<HTMLFormElement>) => {
    if (attendu.current) {
      // What was typed while it waited is not left on the device either.
      effacerDe(agent.id)
      return
    }
    if (!averti && aDesMots(agent.id)) {
      event.preventDefault()
      setAverti(true)
      return
    }
    poser({ partance: true })
    effacerDe(agent.id)
    const finies = lecturesFinies()
    if (!finies) return
    // What is being read would be refused under a session that ends, and the way in asked over the page that is left.
    event.preventDefault()
    const form = event.currentTarget
    void finies.then(() => {
      attendu.current = true
      form.requestSubmit()
      attendu.current = false
    })
  }
  /** Gone, or kept here by a refusal or a missing network: what happens is told again. */
  useEffect(() => {
    if (envoi.state === 'idle') poser({ partance: false })
  }, [envoi.state])
  const fermer = () => {
    if (menu.current) menu.current.open = false
  }
  useSeFerme(menu)
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
        <Link to="/decouvrir" onClick={fermer}>
          Découvrir
        </Link>
        <Link to="/compte" onClick={fermer}>
          Mon compte
        </Link>
        {hasDroit(agent, 'agents.gerer') && (
          <Link to="/administration/comptes" onClick={fermer}>
            <Icone nom="account" />
            Comptes
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
        <Formulaire envoi={envoi} action="/deconnexion" onSubmit={quitter}>
          {averti && (
            <p role="alert" className={css.averti}>
              Des textes ne sont pas envoyés{'\u00a0'}: ils seront effacés de cet appareil.
            </p>
          )}
          <button type="submit">
            <Icone nom="logout" />
            {averti ? 'Se déconnecter et les effacer' : 'Se déconnecter'}
          </button>
        </Formulaire>
      </div>
    </details>
  )
}

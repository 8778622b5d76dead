import { Link, useLocation } from '@remix-run/react'
import { hasDroit, type Agent } from '#domain/acces/droits'
import { formatEntier } from '#domain/nombre'
import css from '#ui/cadre/navigation-rail.module.css'
import { Icone, type NomIcone } from '#ui/kit/icone/icone'

export type Compteurs = {
  preProjets: number
  dossiers: number
  courrielsAVoir: number
  rapportsEnCours: number
  comptesAOuvrir: number
  aides: number
  nouvelles: number
}

type Place = {
  vers: string
  /** What the figure counts, in the address of the list that shows it. */
  attendent?: string
  nom: string
  court: string
  icone: NomIcone
  compte?: (c: Compteurs) => number
  alerte?: boolean
}

const PLACES: Place[] = [
  { vers: '/', nom: 'Accueil', court: 'Accueil', icone: 'home' },
  {
    vers: '/pre-projets',
    nom: 'Pré-projets',
    court: 'Pré-projets',
    icone: 'mailbox',
    attendent: '?vue=a-traiter',
    compte: (c) => c.preProjets,
  },
  { vers: '/dossiers', nom: 'Dossiers', court: 'Dossiers', icone: 'folder', compte: (c) => c.dossiers },
  {
    vers: '/courriels',
    nom: 'Courriels',
    court: 'Courriels',
    icone: 'mail',
    attendent: '?suite=a-voir',
    compte: (c) => c.courrielsAVoir,
    alerte: true,
  },
  {
    vers: '/rapports',
    nom: 'Rapports',
    court: 'Rapports',
    icone: 'assessment',
    compte: (c) => c.rapportsEnCours,
  },
]

const SEANCES: Place = { vers: '/commissions', nom: 'Séances', court: 'Séances', icone: 'event' }

const COMPTES: Place = {
  vers: '/comptes-a-ouvrir',
  nom: 'Comptes à ouvrir',
  court: 'Comptes',
  icone: 'account',
  compte: (c) => c.comptesAOuvrir,
}

const AIDES: Place = {
  vers: '/aides',
  nom: 'Aides',
  court: 'Aides',
  icone: 'account',
  compte: (c) => c.aides,
}

const IMPORT: Place = { vers: '/importer', nom: 'Importer', court: 'Importer', icone: 'upload-file' }

const ADMINISTRATION: Place = {
  vers: '/administration/campagnes',
  nom: 'Campagnes',
  court: 'Campagnes',
  icone: 'tune',
}

const isHere = (pathname: string, vers: string) =>
  vers === '/' ? pathname === '/' : pathname === vers || pathname.startsWith(`${vers}/`)

/** The places that not everybody may go to. */
const autresPlaces = (agent: Agent, { aides }: Compteurs): Place[] => [
  ...(hasDroit(agent, 'seance.lire') ? [SEANCES] : []),
  ...(hasDroit(agent, 'compte.ouvrir') ? [COMPTES] : []),
  // There while a structure asks for help, and only then.
  ...(aides > 0 && hasDroit(agent, 'dossier.instruire') ? [AIDES] : []),
  ...(hasDroit(agent, 'import.faire') ? [IMPORT] : []),
  ...(hasDroit(agent, 'campagne.regler') ? [ADMINISTRATION] : []),
]

/** The places of the application, with how much waits in each. */
export function NavigationRail({ compteurs, agent }: { compteurs: Compteurs; agent: Agent }) {
  const { pathname } = useLocation()
  const places = [...PLACES, ...autresPlaces(agent, compteurs)]
  return (
    <nav aria-label="Navigation principale" className={css.rail}>
      <p className={css.marque}>MCEI</p>
      <ul>
        {places.map(({ vers, attendent = '', nom, icone, compte, alerte }) => {
          const n = compte?.(compteurs) ?? 0
          return (
            <li key={vers}>
              <Link
                to={n > 0 ? vers + attendent : vers}
                aria-current={isHere(pathname, vers) ? 'page' : undefined}
                aria-label={n > 0 ? `${nom} (${formatEntier(n)}${alerte ? ' en difficulté' : ''})` : nom}
                className={alerte ? css.alerte : undefined}
              >
                <span className={n > 0 ? css.attend : undefined}>
                  <Icone nom={icone} />
                </span>
                <span className={css.nom}>{nom}</span>
                {n > 0 && <span className={css.nombre}>{formatEntier(n)}</span>}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The figure on a place at the foot of a phone has little room. */
const MAX_AFFICHE = 999

/** The same places at the foot of a phone; those that not everybody may go to open above it. */
export function NavigationBar({ compteurs, agent }: { compteurs: Compteurs; agent: Agent }) {
  const { pathname } = useLocation()
  const autres = autresPlaces(agent, compteurs)
  return (
    <nav aria-label="Navigation principale" className={css.barre}>
      {PLACES.map(({ vers, attendent = '', court, icone, compte, alerte }) => {
        const n = compte?.(compteurs) ?? 0
        return (
          <Link
            key={vers}
            to={n > 0 ? vers + attendent : vers}
            aria-current={isHere(pathname, vers) ? 'page' : undefined}
          >
            <span className={css.pastille}>
              <Icone nom={icone} />
              {n > 0 && (
                <span className={alerte ? css.enEchec : undefined}>{n > MAX_AFFICHE ? `${MAX_AFFICHE}+` : n}</span>
              )}
            </span>
            {court}
          </Link>
        )
      })}
      {autres.length > 0 && (
        <details key={pathname}>
          <summary>
            <Icone nom="expand-more" />
            Plus
          </summary>
          <div>
            {autres.map(({ vers, nom, icone }) => (
              <Link key={vers} to={vers} aria-current={isHere(pathname, vers) ? 'page' : undefined}>
                <Icone nom={icone} />
                {nom}
              </Link>
            ))}
          </div>
        </details>
      )}
    </nav>
  )
}

import { Link, useNavigate } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type Agent, type Droit, hasDroit } from '#domain/acces/droits'
import { plier } from '#domain/texte'
import css from '#ui/cadre/recherche-ouverte.module.css'
import { useLecture } from '#ui/kit/formulaire/envoi'
import { Dialogue } from '#ui/kit/reprise/dialogue'

type Trouve = { vers: string; texte: string; precision: string }
type Genre = 'actes' | 'dossiers' | 'fiches' | 'recus' | 'envoyes' | 'agents'

const TITRES: Record<Genre, string> = {
  actes: 'Actes',
  dossiers: 'Dossiers',
  fiches: 'Pré-projets',
  recus: 'Courriels reçus',
  envoyes: 'Courriels envoyés',
  agents: 'Agents',
}

const PLACES: readonly { texte: string; vers: string; droit?: Droit }[] = [
  { texte: 'Accueil', vers: '/' },
  { texte: 'Dossiers à faire', vers: '/dossiers?vue=a-faire' },
  { texte: 'Mes dossiers', vers: '/dossiers?vue=miens' },
  { texte: 'Fiches à traiter', vers: '/pre-projets?vue=a-traiter' },
  { texte: 'Courriels en difficulté', vers: '/courriels?suite=a-voir' },
  { texte: 'Courriels à répondre', vers: '/courriels?sens=recus&vue=a-repondre' },
  { texte: 'Courriels reçus à classer', vers: '/courriels?sens=recus&vue=a-classer' },
  { texte: 'Rapports et exports', vers: '/rapports' },
  { texte: 'Séances', vers: '/commissions' },
  { texte: 'Importer', vers: '/importer', droit: 'import.faire' },
  { texte: 'Campagnes', vers: '/administration/campagnes', droit: 'campagne.regler' },
  { texte: 'Comptes', vers: '/administration/comptes', droit: 'agents.gerer' },
  { texte: 'Mon compte', vers: '/compte' },
]

/** A pause in typing that says the word is finished. */
const PAUSE_MS = 250

/** The one box: what is typed is looked for everywhere; arrows go from one line to the next, Enter opens it. */
export function RechercheOuverte({ agent, fermer }: { agent: Agent; fermer: () => void }) {
  const [q, setQ] = useState('')
  const { load, data, state } = useLecture<{ q: string; trouves: Record<Genre, Trouve[]> }>()
  const liste = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  useEffect(() => {
    const mots = q.trim()
    if (mots.length < 2) return
    const minuteur = setTimeout(() => load(`/recherche?q=${encodeURIComponent(mots)}`), PAUSE_MS)
    return () => clearTimeout(minuteur)
  }, [q, load])
  const places = PLACES.filter(
    ({ texte, droit }) => (!droit || hasDroit(agent, droit)) && plier(texte).includes(plier(q.trim())),
  )
  const groupes = (Object.keys(TITRES) as Genre[]).map((genre) => ({
    titre: TITRES[genre],
    lignes: q.trim().length < 2 ? [] : (data?.trouves[genre] ?? []),
  }))
  const pleins = [
    ...groupes,
    { titre: 'Aller à', lignes: places.map((place) => ({ ...place, precision: '' })) },
  ].filter(({ lignes }) => lignes.length > 0)
  const aJour = data?.q === q.trim() && state === 'idle'
  const bouger = (event: KeyboardEvent) => {
    const pas = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const liens = [...(liste.current?.querySelectorAll('a') ?? [])]
    if (pas === 0 || liens.length === 0) return
    event.preventDefault()
    const ici = liens.findIndex((lien) => lien === document.activeElement)
    const champ = liste.current?.parentElement?.querySelector('input')
    if (ici + pas < 0) champ?.focus()
    else liens[Math.min(ici + pas, liens.length - 1)]?.focus()
  }
  return (
    <Dialogue titre="Rechercher" fermer={fermer}>
      <div className={css.recherche}>
        <input
          type="search"
          data-foyer=""
          value={q}
          maxLength={200}
          autoComplete="off"
          aria-label="Numéro, structure, SIRET, lieu, titre, objet d’un courriel, agent ou acte"
          placeholder="Numéro, structure, SIRET, lieu, courriel, agent…"
          onChange={(event) => setQ(event.target.value)}
          onKeyDown={(event) => {
            bouger(event)
            const premier = pleins[0]?.lignes[0]
            if (event.key !== 'Enter' || !premier || (q.trim().length > 1 && !aJour)) return
            event.preventDefault()
            fermer()
            navigate(premier.vers)
          }}
        />
        <div ref={liste} className={css.trouves} aria-live="polite">
          {pleins.map(({ titre, lignes }) => (
            <section key={titre} aria-label={titre}>
              <h3>{titre}</h3>
              <ul>
                {lignes.map(({ vers, texte, precision }) => (
                  <li key={vers + texte}>
                    <Link to={vers} onClick={fermer} onKeyDown={bouger}>
                      {texte} <small>{precision}</small>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {pleins.length === 0 && <p>{aJour ? 'Rien ne porte ces mots.' : 'Recherche…'}</p>}
        </div>
      </div>
    </Dialogue>
  )
}

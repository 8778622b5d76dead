import { Link } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react'
import css from '#ui/extranet/extranet.module.css'
import { Pied } from '#ui/extranet/informations/pied'
import { Evitement } from '#ui/kit/evitement/evitement'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { Poste } from '#ui/kit/formulaire/poste'
import { aDesMots } from '#ui/kit/formulaire/saisies'
import { nouvelleCle } from '#ui/kit/reprise/reprise'
import { Reprises } from '#ui/kit/reprise/reprises'

const CLE = 'mcei:visite'

/** Names this visit, as long as its tab lives; null where the browser keeps nothing. */
function visiteDe(): string | null {
  try {
    const connue = window.sessionStorage.getItem(CLE) ?? `visiteur-${nouvelleCle()}`
    window.sessionStorage.setItem(CLE, connue)
    return connue
  } catch {
    return null
  }
}

type Qui = { id: string; prenom: string; nom: string; courriel: string }

/** What is typed is kept for who is signed in; where nobody is, for the tab it was typed in, and shown in no other. */
function usePoste(demandeur: Qui | null) {
  const [visite, dire] = useState<string | null>(null)
  useEffect(() => dire(visiteDe()), [])
  return useMemo(() => {
    const qui = demandeur ?? (visite === null ? null : { id: visite, prenom: '', nom: '', courriel: '' })
    return qui && { ...qui, entree: '/extranet/connexion' }
  }, [demandeur, visite])
}

type PropsPage = {
  demandeur: Qui | null
  enseigne: ReactNode
  compte: ReactNode
  pied?: ReactNode
  children: ReactNode
}

/** What every page of those from outside is made of: its name, what stands beside it, and the page. */
export function PageDeDehors({ demandeur, enseigne, compte, pied, children }: PropsPage) {
  return (
    <Poste.Provider value={usePoste(demandeur)}>
      <div className={css.cadre}>
        <Evitement />
        <Reprises />
        <header className={css.bande}>
          <div className={`${css.large} ${css.tete}`}>
            {enseigne}
            {compte}
          </div>
        </header>
        <main id="contenu" tabIndex={-1} className={`${css.large} ${css.contenu}`}>
          {children}
        </main>
        {pied}
      </div>
    </Poste.Provider>
  )
}

/** The frame of what who asks for a subvention sees. */
export const CadreExtranet = ({ demandeur, children }: { demandeur: Qui | null; children: ReactNode }) => (
  <PageDeDehors
    demandeur={demandeur}
    pied={<Pied />}
    enseigne={
      <Link to="/extranet" className={css.enseigne}>
        Europe et international
        <span>Demandes de subvention – Département du Pas-de-Calais</span>
      </Link>
    }
    compte={
      demandeur ? (
        <Connecte {...demandeur} />
      ) : (
        <nav aria-label="Votre compte" className={css.compte}>
          <Link to="/extranet/connexion">Se connecter</Link>
        </nav>
      )
    }
  >
    {children}
  </PageDeDehors>
)

function Connecte({ id, prenom, nom }: Qui) {
  const envoi = useEnvoi({ nom: 'deconnexionExtranet', objet: '' })
  const quitter = (event: FormEvent<HTMLFormElement>) => {
    if (!aDesMots(id)) return
    event.preventDefault()
    const form = event.currentTarget
    void import('#ui/extranet/garder-avant-de-partir').then((m) => m.garderAvantDePartir(id, form))
  }
  return (
    <nav aria-label="Votre compte" className={css.compte}>
      <Link to="/extranet/accueil">Vos demandes</Link>
      <Link to="/extranet/sessions">
        {prenom} {nom}
      </Link>
      <Formulaire envoi={envoi} action="/extranet/deconnexion" onSubmit={quitter}>
        <button type="submit" className={css.lien} disabled={envoi.state !== 'idle'}>
          Se déconnecter
        </button>
      </Formulaire>
    </nav>
  )
}

import { Link } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import css from '#ui/extranet/extranet.module.css'
import { Evitement } from '#ui/kit/evitement/evitement'
import { Poste } from '#ui/kit/formulaire/poste'

const CLE = 'mcei:visite'

/** Names this visit, as long as its tab lives; null where the browser keeps nothing. */
function visiteDe(): string | null {
  try {
    const connue = window.sessionStorage.getItem(CLE) ?? `visiteur-${crypto.randomUUID()}`
    window.sessionStorage.setItem(CLE, connue)
    return connue
  } catch {
    return null
  }
}

/** Nobody is signed in: what is typed is kept for the tab it was typed in, and shown in no other. */
function useVisite() {
  const [id, dire] = useState<string | null>(null)
  useEffect(() => dire(visiteDe()), [])
  return id === null ? null : { id, prenom: '', nom: '', courriel: '' }
}

/** The frame of what who asks for a subvention sees. */
export function CadreExtranet({ children }: { children: ReactNode }) {
  return (
    <Poste.Provider value={useVisite()}>
      <div className={css.cadre}>
        <Evitement />
        <header className={css.bande}>
          <div className={css.large}>
            <Link to="/extranet" className={css.enseigne}>
              Europe et international
              <span>Demandes de subvention – Département du Pas-de-Calais</span>
            </Link>
          </div>
        </header>
        <main id="contenu" tabIndex={-1} className={`${css.large} ${css.contenu}`}>
          {children}
        </main>
      </div>
    </Poste.Provider>
  )
}

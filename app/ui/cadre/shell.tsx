import { useNavigation } from '@remix-run/react'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import type { Agent } from '#domain/acces/droits'
import css from '#ui/cadre/cadre.module.css'
import { NavigationBar, NavigationRail, type Compteurs } from '#ui/cadre/navigation-rail'
import { RecherchePartout } from '#ui/cadre/recherche-partout'
import { ASonTour } from '#ui/kit/acte/a-son-tour'
import { DireProvider, type Mot } from '#ui/kit/acte/dire'
import { Evitement } from '#ui/kit/evitement/evitement'
import { FileDActes } from '#ui/kit/acte/file-d-actes'
import { MotsGardes } from '#ui/kit/reprise/mots-gardes'
import { Poste } from '#ui/kit/formulaire/poste'
import { Reprises } from '#ui/kit/reprise/reprises'
import { Direct } from '#ui/kit/direct/direct'
import { lireEtat, poser, useDirect } from '#ui/kit/direct/etat'
import { Menu } from '#ui/kit/menu/menu'
import { Cloche } from '#ui/nouvelle/cloche'
import { venir } from '#ui/kit/reprise/code'

/** The frame around every page of a signed-in agent: rail on the left (a bar below at small widths), thin progress line, toast. */
export function Shell(props: { agent: Agent; compteurs: Compteurs; toast: Mot | null; children: ReactNode }) {
  const { agent, compteurs, toast, children } = props
  const neufs = useDirect('compteurs')
  const [mot, dire] = useState<Mot | null>(null)
  useEffect(() => {
    if (toast) dire(toast)
  }, [toast])
  // What was just read is newer than what was told.
  useEffect(() => poser({ compteurs: null, lectures: lireEtat().lectures + 1 }), [compteurs])
  const figures = (neufs as Compteurs | null) ?? compteurs
  // Signs in again over the page.
  const poste = useMemo(() => ({ ...agent, entree: null }), [agent])
  return (
    <Poste.Provider value={poste}>
      <DireProvider value={dire}>
        <FileDActes>
          <ASonTour dit={toast?.texte} />
          <div className={css.cadre}>
            <Evitement />
            <NavigationRail compteurs={figures} agent={agent} />
            <div className={css.page}>
              <Progress />
              <header className={css.tete} data-hors-papier>
                <RecherchePartout agent={agent} />
                <Cloche non={figures.nouvelles} />
                <Menu agent={agent} />
              </header>
              <main id="contenu" tabIndex={-1} className={css.contenu}>
                <Direct />
                <MotsGardes />
                {children}
              </main>
            </div>
            <NavigationBar compteurs={figures} agent={agent} />
            {mot && (
              <Suspense>
                <ToastMontre toast={mot} />
              </Suspense>
            )}
          </div>
          <Reprises />
        </FileDActes>
      </DireProvider>
    </Poste.Provider>
  )
}

/** A thin bar while the next page loads; the old one stays readable. */
function Progress() {
  const busy = useNavigation().state !== 'idle'
  return <div aria-hidden="true" className={busy ? `${css.avancement} ${css.enCours}` : css.avancement} />
}

/** What draws a toast comes with the first one. */
const ToastMontre = lazy(() =>
  venir(() => import('#ui/cadre/toast').then(({ ToastMontre }) => ({ default: ToastMontre }))),
)

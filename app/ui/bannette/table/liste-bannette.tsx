import { useNavigate, useNavigation } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import type { ChoixDeColonnes } from '#domain/bannette/colonnes'
import type { Bannette } from '#domain/bannette/vue-enregistree'
import type { useMemoireBannette } from '#ui/bannette/bannette-memoire'
import type { Colonne, Tri } from '#ui/bannette/table/colonne'
import { HAUTEUR_LIGNE, useColonnesChoisies } from '#ui/bannette/table/colonnes-choisies'
import { useGrille } from '#ui/bannette/table/grille-chargee'
import css from '#ui/bannette/table/liste-bannette.module.css'
import { PiedBannette } from '#ui/bannette/table/pied-bannette'
import { usePriseDePlace } from '#ui/bannette/table/prise-de-place'
import type { Selection } from '#ui/bannette/selection'
import { TableBannette, type Position } from '#ui/bannette/table/table-bannette'

type Props<Ligne> = {
  /** What the list is, for who does not see it. */
  titre: string
  /** Under which this officer's columns are kept, and what the server read of them. */
  cle: Bannette
  choix: ChoixDeColonnes
  rows: readonly Ligne[]
  colonnes: Colonne<Ligne>[]
  total: number
  page: number
  size: number
  tri: Tri
  adresseDe: (ligne: Ligne) => string
  /** What a row is called, for who chooses it without seeing it. */
  nommer: (ligne: Ligne) => string
  memoire: ReturnType<typeof useMemoireBannette>
  /** Absent where nothing can be done on several rows at once. */
  selection?: Selection | undefined
}

/** The row under a click, as the table and the grid name it, and what acts there by itself. */
const LIGNE = '[data-ligne], [data-id]'
const CASE = 'button, input, [data-champ="case"], [data-field="__check__"]'

/**
 * The rows of a bannette and the pages at its foot. The page brings a table; on a wide screen the grid is made behind it, then takes its
 * place, where the officer was. The server filters, sorts and cuts, and the address says how: nothing here keeps a page or an order.
 */
export function ListeBannette<Ligne extends { id: string }>(props: Props<Ligne>) {
  const { titre, cle, choix, rows, colonnes, total, page, size, tri, adresseDe, nommer, memoire, selection } = props
  const navigate = useNavigate()
  const isLoading = useNavigation().state === 'loading'
  const choisies = useColonnesChoisies(cle, choix, colonnes)
  const { place, noter } = memoire
  const Grille = useGrille()
  const cadre = useRef<HTMLDivElement>(null)
  const { isPrete, prendrePlace } = usePriseDePlace(cadre, Grille !== null)
  const position = useRef<Position | null>(null)
  const partir = useCallback((quittee: Position) => {
    position.current = quittee
  }, [])

  const ouvrir = (ligne: Ligne) => {
    noter({ ouvert: ligne.id })
    navigate(adresseDe(ligne))
  }
  useEffect(() => {
    const div = cadre.current
    const cliquer = (event: MouseEvent) => {
      const cible = event.target instanceof Element ? event.target : null
      const rang = cible?.closest<HTMLElement>(LIGNE)?.dataset
      const ligne = rang && rows.find(({ id }) => id === (rang['ligne'] ?? rang['id']))
      if (!ligne || event.defaultPrevented || cible.closest(CASE)) return
      const lien = cible.closest('a')
      if (lien) noter({ ouvert: ligne.id })
      // Another tab or window is the browser's own business.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      if (lien) {
        event.preventDefault()
        navigate(lien.pathname + lien.search)
      } else ouvrir(ligne)
    }
    div?.addEventListener('click', cliquer)
    return () => div?.removeEventListener('click', cliquer)
  })

  const estGrille = Grille !== null && isPrete
  return (
    <>
      <div className={css.liste} aria-busy={isLoading} ref={cadre}>
        {!estGrille && (
          <TableBannette
            colonnes={choisies.montrees}
            hauteur={HAUTEUR_LIGNE[choisies.densite]}
            place={place}
            onDepart={partir}
            {...{ titre, rows, tri, selection, nommer }}
          />
        )}
        {Grille && (
          <div className={estGrille ? css.grille : css.coulisse}>
            <Grille
              onPrete={prendrePlace}
              {...{ titre, rows, tri, choisies, ouvrir, memoire, selection, isLoading, isPrete, position }}
            />
          </div>
        )}
      </div>
      <PiedBannette {...{ total, page, size }} {...choisies} lignes={rows.length} />
    </>
  )
}

import { Link } from '@remix-run/react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useAdresseBannette } from '#ui/bannette/bannette-adresse'
import type { Colonne, Sens, Tri } from '#ui/bannette/table/colonne'
import type { Selection } from '#ui/bannette/selection'
import css from '#ui/bannette/table/table-bannette.module.css'
import { Dit } from '#ui/kit/dit'
import { Icone } from '#ui/kit/icone/icone'

/** Where an officer is in the list: how far it is scrolled, and what has the focus, by its row and its column. */
export type Position = { haut: number; gauche: number; foyer: { ligne: string | null; champ: string } | null }

type Props<Ligne> = {
  titre: string
  rows: readonly Ligne[]
  colonnes: readonly Colonne<Ligne>[]
  /** How high a row is, in px, where it is no card. */
  hauteur: number
  tri: Tri
  /** The row opened last from this list, and where it was scrolled to. */
  place: { ouvert: string | null; haut: number } | null
  selection?: Selection | undefined
  nommer: (ligne: Ligne) => string
  /** Told, when the table leaves the page, where the officer was in it. */
  onDepart: (position: Position) => void
}

/** The column of the boxes to tick, where there is one. */
export const CHAMP_CASE = 'case'
export const LARGEUR_CASE = 50

/**
 * The rows as the page brings them: a plain table, in which everything is a link, so that it serves before the grid is there, without it on a
 * narrow screen, where each row is a card, and without any script.
 */
export function TableBannette<Ligne extends { id: string }>(props: Props<Ligne>) {
  const { titre, rows, colonnes, hauteur, tri, place, selection, nommer, onDepart } = props
  const cadre = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const div = cadre.current
    if (!div) return
    return () => onDepart({ haut: div.scrollTop, gauche: div.scrollLeft, foyer: foyerDans(div) })
  }, [onDepart])
  useLayoutEffect(() => {
    if (cadre.current && place) cadre.current.scrollTop = place.haut
  }, [place])
  const mini = colonnes.reduce((somme, { largeur }) => somme + largeur, selection ? LARGEUR_CASE : 0)
  const pageChoisie = selection !== undefined && rows.every(({ id }) => selection.ids.has(id))
  const estSouple = colonnes.some(({ souple }) => souple)
  return (
    <div className={css.cadre} ref={cadre}>
      <table className={css.table} style={estSouple ? { minWidth: mini } : { width: mini }} aria-label={titre}>
        <thead>
          <tr>
            {selection && (
              <th data-champ={CHAMP_CASE} style={{ width: LARGEUR_CASE }}>
                <Dit>Sélection</Dit>
                <input
                  type="checkbox"
                  checked={pageChoisie}
                  onChange={() => {
                    const autres = [...selection.ids].filter((id) => !rows.some((ligne) => ligne.id === id))
                    selection.choisir(pageChoisie ? autres : [...autres, ...rows.map(({ id }) => id)])
                  }}
                  aria-label="Sélectionner toutes les lignes"
                />
              </th>
            )}
            {colonnes.map((colonne) => (
              <Entete key={colonne.champ} colonne={colonne} tri={tri} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((ligne) => (
            <tr
              key={ligne.id}
              data-ligne={ligne.id}
              className={ligne.id === place?.ouvert ? css.ouverte : undefined}
              style={{ height: hauteur }}
            >
              {selection && (
                <td data-champ={CHAMP_CASE} className={css.case}>
                  <input
                    type="checkbox"
                    checked={selection.ids.has(ligne.id)}
                    onChange={() => selection.basculer(ligne.id)}
                    aria-label={`Sélectionner ${nommer(ligne)}`}
                  />
                </td>
              )}
              {colonnes.map((colonne) => (
                <td
                  key={colonne.champ}
                  data-champ={colonne.champ}
                  data-avant={colonne.avant}
                  className={classeDe(colonne)}
                >
                  {colonne.cellule(ligne)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const CARTE = { titre: css.titre, 'sous-titre': css.sousTitre }

const classeDe = <Ligne,>({ carte, aDroite }: Colonne<Ligne>) =>
  (carte && CARTE[carte]) ?? (aDroite ? css.droite : undefined)

const ARIA = { asc: 'ascending', desc: 'descending' } as const
const AUTRE: Record<Sens, Sens> = { asc: 'desc', desc: 'asc' }

/** The head of a column; where it gives an order, a link that asks for it, then for its opposite. */
function Entete<Ligne>({ colonne, tri }: { colonne: Colonne<Ligne>; tri: Tri }): ReactNode {
  const { vers } = useAdresseBannette()
  const { champ, entete, largeur, souple } = colonne
  const courant = tri.sort === champ ? tri.dir : null
  return (
    <th
      scope="col"
      data-champ={champ}
      aria-sort={courant ? ARIA[courant] : undefined}
      className={colonne.aDroite ? css.droite : undefined}
      style={souple ? undefined : { width: largeur }}
    >
      {colonne.tri ? (
        <Link to={vers({ sort: champ, dir: courant ? AUTRE[courant] : colonne.tri })} preventScrollReset>
          {entete}
          {courant && <Icone nom={courant === 'asc' ? 'arrow-upward' : 'arrow-downward'} />}
        </Link>
      ) : (
        entete
      )}
    </th>
  )
}

function foyerDans(cadre: HTMLElement): Position['foyer'] {
  const actif = document.activeElement
  if (!actif || !cadre.contains(actif)) return null
  const champ = actif.closest<HTMLElement>('[data-champ]')?.dataset['champ']
  return champ ? { champ, ligne: actif.closest<HTMLElement>('[data-ligne]')?.dataset['ligne'] ?? null } : null
}

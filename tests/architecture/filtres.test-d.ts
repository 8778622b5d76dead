import type { FiltreDossiers } from '#domain/dossier/filtres'
import { Prisma } from '#prisma'
import type { FiltresSql } from '#queries/bannette/filtres-bannette'
import {
  filtresDossiers,
  LECTURE_FILTRES_DOSSIERS,
  type ValeursFiltresDossiers,
} from '#queries/dossier/filtres-dossiers'
import type { MenuFiltre } from '#ui/bannette/filtre/filtre-choix'
import { menusDossiers } from '#ui/bannette/filtre/filtres-dossiers'

/** Read by the compiler alone: a filter has its name, its SQL, its reading of the address and, where it is chosen in a list, its menu. */
type Nom = 'genre' | 'etat'

const sql = () => Prisma.sql`true`

export const complet: FiltresSql<Nom, { genre?: string; etat?: string }> = { genre: sql, etat: sql }
// @ts-expect-error A name without its SQL.
export const sansSql: FiltresSql<Nom, { genre?: string; etat?: string }> = { genre: sql }
// @ts-expect-error SQL without a name.
export const sansNom: FiltresSql<Nom, { genre?: string; etat?: string }> = { genre: sql, etat: sql, couleur: sql }

const { q: _, ...sansRecherche } = LECTURE_FILTRES_DOSSIERS
// @ts-expect-error A name that no address says.
export const lecture: Record<FiltreDossiers, unknown> = sansRecherche
// @ts-expect-error A name that no filter has.
export const poses = () => filtresDossiers({ couleur: 'bleu' } satisfies ValeursFiltresDossiers)

const menu = { libelle: 'Couleur', options: [] }
export const connu: MenuFiltre<FiltreDossiers> = { ...menu, nom: 'genre' }
// @ts-expect-error A menu without a filter.
export const inconnu: MenuFiltre<FiltreDossiers> = { ...menu, nom: 'couleur' }
export const tous: MenuFiltre<FiltreDossiers>[] = menusDossiers({ campagnes: [], agents: [] })

import type { FiltreDossiers } from '#domain/dossier/filtres'
import type { FiltresSql } from '#queries/bannette/filtres-bannette'
import type { LECTURE_FILTRES_DOSSIERS, ValeursFiltresDossiers } from '#queries/dossier/filtres-dossiers'
import type { Admis } from '#support/admis'
import type { MenuFiltre } from '#ui/bannette/filtre/filtre-choix'
import type { menusDossiers } from '#ui/bannette/filtre/filtres-dossiers'

type Filtres = FiltresSql<'genre' | 'etat', { genre?: string; etat?: string }>
type Lectures = Record<FiltreDossiers, unknown>
type Lues = typeof LECTURE_FILTRES_DOSSIERS
type Menu<N extends string> = Omit<MenuFiltre<FiltreDossiers>, 'nom'> & { nom: N }

/** Read by the compiler alone: a filter has its name, its SQL, its reading of the address and, where it is chosen in a list, its menu. */
export const filtres: {
  complet: Admis<Pick<Filtres, 'genre' | 'etat'>, Filtres>
  nomSansSql: Admis<Pick<Filtres, 'genre'>, Filtres>
  sqlAvecNom: Admis<'etat', keyof Filtres>
  sqlSansNom: Admis<'couleur', keyof Filtres>
  lectureComplete: Admis<Lues, Lectures>
  nomSansLecture: Admis<Omit<Lues, 'q'>, Lectures>
  valeurAvecFiltre: Admis<'genre', keyof ValeursFiltresDossiers>
  valeurSansFiltre: Admis<'couleur', keyof ValeursFiltresDossiers>
  menuAvecFiltre: Admis<Menu<'genre'>, MenuFiltre<FiltreDossiers>>
  menuSansFiltre: Admis<Menu<'couleur'>, MenuFiltre<FiltreDossiers>>
  menusDeLaBannette: Admis<ReturnType<typeof menusDossiers>, MenuFiltre<FiltreDossiers>[]>
} = {
  complet: true,
  nomSansSql: false,
  sqlAvecNom: true,
  sqlSansNom: false,
  lectureComplete: true,
  nomSansLecture: false,
  valeurAvecFiltre: true,
  valeurSansFiltre: false,
  menuAvecFiltre: true,
  menuSansFiltre: false,
  menusDeLaBannette: true,
}

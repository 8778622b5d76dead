import { AVIS } from '#domain/pre-projet/avis'
import { ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import type { FiltrePreProjets } from '#domain/pre-projet/filtres'
import { LIBELLE_AVIS, LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { type Listes, MENU_GENRE, menuAgent, menuCampagne, menuFil } from '#ui/bannette/filtre/filtres-dossiers'
import type { MenuFiltre } from '#ui/bannette/filtre/filtre-choix'

/** The menus of the bannette of fiches, in the order an officer narrows. */
export const menusPreProjets = ({ campagnes, agents }: Listes): MenuFiltre<FiltrePreProjets>[] => [
  menuCampagne(campagnes),
  {
    nom: 'etat',
    libelle: 'État',
    options: ETATS_PRE_PROJET.map((etat) => ({ valeur: etat, texte: LIBELLE_ETAT_PRE_PROJET[etat] })),
  },
  { nom: 'avis', libelle: 'Avis', options: AVIS.map((avis) => ({ valeur: avis, texte: LIBELLE_AVIS[avis] })) },
  MENU_GENRE,
  {
    nom: 'horsDelai',
    libelle: 'Réception',
    options: [
      { valeur: 'oui', texte: 'hors délai' },
      { valeur: 'non', texte: 'dans les délais' },
    ],
  },
  menuAgent(agents),
  menuFil('Dossier'),
]

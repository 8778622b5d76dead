import { AVIS } from '#domain/pre-projet/avis'
import { ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import { LIBELLE_AVIS, LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { CHOIX_GENRE, choixCampagne, choixFil } from '#ui/bannette/choix-dossiers'
import type { Choix } from '#ui/kit/filtre-choix'

/** The menus of the bannette of fiches, in the order an officer narrows. */
export const choixPreProjets = (campagnes: readonly { code: string; libelle: string }[]): Choix[] => [
  choixCampagne(campagnes),
  {
    nom: 'etat',
    libelle: 'État',
    options: ETATS_PRE_PROJET.map((etat) => ({ valeur: etat, texte: LIBELLE_ETAT_PRE_PROJET[etat] })),
  },
  { nom: 'avis', libelle: 'Avis', options: AVIS.map((avis) => ({ valeur: avis, texte: LIBELLE_AVIS[avis] })) },
  CHOIX_GENRE,
  {
    nom: 'horsDelai',
    libelle: 'Réception',
    options: [
      { valeur: 'oui', texte: 'hors délai' },
      { valeur: 'non', texte: 'dans les délais' },
    ],
  },
  choixFil('Dossier'),
]

import type { Coupe } from '#domain/rapport/sommes'
import type { EtatRapport, RefusRapport, TypeRapport } from '#domain/rapport/rapport'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { heureDeParis } from '#domain/temps/instant'

export const LIBELLE_TYPE_RAPPORT: Record<TypeRapport, string> = {
  budget: 'Rapport budgétaire',
  commission: 'Liste de la séance',
}

export const LIBELLE_ETAT_RAPPORT: Record<EtatRapport, string> = {
  EN_ATTENTE: 'En attente',
  EN_COURS: 'En préparation',
  PRET: 'Prêt',
  ECHEC: 'Échec',
}

export const LIBELLE_REFUS_RAPPORT: Record<RefusRapport, string> = {
  TYPE_INCONNU: 'Ce type de rapport n’existe pas.',
  CAMPAGNE_MANQUANTE: 'Choisissez la campagne du rapport.',
  SEANCE_MANQUANTE: 'Demandez cette liste depuis la page de sa séance.',
  PAS_EN_ECHEC: 'Ce rapport n’a pas échoué\u00a0: cherchez-le dans la liste.',
}

export const LIBELLE_COUPE: Record<Coupe, string> = {
  campagne: 'Par appel',
  dispositif: 'Par dispositif',
  etat: 'Par état',
  genre: 'Par genre de structure',
  territoire: 'Par territoire',
  pays: 'Par pays',
  mois: 'Par mois de dépôt',
}

/** « Chiffres du 27/11/2026 à 08:30 (heure de Paris) » */
export const datesDesChiffres = (instant: Date): string =>
  `Chiffres du ${formatJour(jourDeParis(instant))} à ${heureDeParis(instant)} (heure de Paris)`

/** A figure, and what it counts. */
export type SensDeChiffre = readonly [chiffre: string, sens: string]

/** What the figures of the budget report count, as it is explained beside them. */
export const SENS_DU_BUDGET: readonly SensDeChiffre[] = [
  ['Dossiers', 'Dossiers déposés\u00a0; les brouillons n’y sont pas.'],
  ['Jeunes', 'Participants annoncés dans les formulaires qui le disent.'],
  ['Demandé', 'Montants demandés au Département.'],
  ['En jeu', 'Demandé par les dossiers qui ne sont ni votés ni décidés.'],
  ['Proposé', 'Dernière proposition des instructeurs, quand il y en a une.'],
  ['Voté', 'Montants votés par la Commission permanente, ou accordés hors d’une séance tenue ici.'],
  ['Engagé', 'Voté, une fois la délibération exécutoire ou la décision prise.'],
  ['Payé', 'Versements enregistrés\u00a0: acomptes et soldes, moins ce qui a été reversé.'],
  ['Reste', 'Enveloppe de la campagne, moins ce qui est voté.'],
  ['Reste à payer', 'Voté, moins ce qui est payé.'],
  ['Part', 'Ce qu’un groupe représente du total de la colonne.'],
  [
    'Feuille Commission',
    'Dossiers complets ou en instruction, ni votés ni décidés. Les colonnes Voté et Vote y sont à remplir\u00a0: rien n’en est repris par l’application.',
  ],
]

/** The same for the list of a séance. */
export const SENS_DE_COMMISSION: readonly SensDeChiffre[] = [
  ['Demandé', 'Montant demandé au Département.'],
  ['Proposé', 'Ce qui est soumis au vote\u00a0: la proposition du jour, puis celle du jour où la liste est arrêtée.'],
  ['Voté', 'Montant voté\u00a0; vide tant que le vote n’est pas saisi, ou si le dossier est ajourné ou rejeté.'],
  ['Disponible', 'Enveloppe de la campagne, moins ce qui est voté hors de cette liste.'],
]

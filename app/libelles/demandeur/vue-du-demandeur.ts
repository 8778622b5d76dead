import type { PageVue } from '#domain/demandeur/vue-du-demandeur'

/** What an officer calls each page of a demandeur that they look at. */
export const LIBELLE_PAGE_VUE: Readonly<Record<PageVue, string>> = {
  SUIVI: 'Suivi et courriels',
  DEPOT: 'Ce qui a été déposé',
  COMPLEMENTS: 'Ce qui est demandé',
  BILAN: 'Bilan',
  ACCUEIL: 'Liste de la structure',
}

/** Why the structure has no such page of this dossier now. */
export const PAGE_ABSENTE: Readonly<Record<Exclude<PageVue, 'SUIVI' | 'ACCUEIL'>, string>> = {
  DEPOT: 'Le récapitulatif de ce dépôt n’a pas été gardé\u00a0: la structure n’a pas cette page.',
  COMPLEMENTS: 'Aucun complément n’est demandé à la structure aujourd’hui\u00a0: elle n’a pas cette page.',
  BILAN: 'Aucun bilan n’est demandé à la structure aujourd’hui\u00a0: elle n’a pas cette page.',
}

/** Where an officer looks at one of them, of the dossier of this address. */
export const adresseDeVue = (dossier: string, page: PageVue): string =>
  `${dossier}/comme-le-demandeur${page === 'SUIVI' ? '' : `?page=${page}`}`

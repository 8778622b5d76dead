import type { Affinage } from '#domain/demandeur/affinage'

/** Nothing is narrowed. */
export const SANS_AFFINAGE: Affinage = { mots: '', dispositif: null, statutPortail: '', etat: null }

/** What one may ask to be told of. */
export const OBJETS_D_ABONNEMENT = ['dossier', 'pre-projet'] as const

/** A dossier or a fiche, by its id. */
export type SujetDAbonnement = { objet: (typeof OBJETS_D_ABONNEMENT)[number]; id: string }

/** The bell counts no further. */
export const NOUVELLES_COMPTEES = 100

/** Days for which what happened is kept for whoever was told; the journal keeps it for good. */
export const JOURS_DE_NOUVELLES = 180

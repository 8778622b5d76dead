import type { OrigineDossier } from '#domain/dossier/origine'

/** Minutes during which what an officer opened stays open to them: each opening is one entry of the journal. */
export const MINUTES_DE_VUE = 60

const MINUTE_MS = 60_000

/** Openings before this instant are over. */
export const debutDeVue = (now: Date): Date => new Date(now.getTime() - MINUTES_DE_VUE * MINUTE_MS)

/** A dossier deposited on the extranet is followed there: what its structure sees can be shown. */
export const aUneVueDuDemandeur = ({ origine }: { origine: OrigineDossier }): boolean => origine === 'EXTRANET'

/** The pages that its structure reads of a dossier it deposited, and the list it finds it in: each is opened for itself. */
export const PAGES_VUES = ['SUIVI', 'DEPOT', 'COMPLEMENTS', 'BILAN', 'ACCUEIL'] as const

export type PageVue = (typeof PAGES_VUES)[number]

/** The page that an entry of the journal says was opened: the one on which a dossier is followed, where it names none. */
export const pageOuverte = (detail: unknown): PageVue =>
  PAGES_VUES.find(
    (page) => typeof detail === 'object' && detail !== null && 'page' in detail && detail.page === page,
  ) ?? 'SUIVI'

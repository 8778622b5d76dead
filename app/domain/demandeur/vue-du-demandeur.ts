import type { OrigineDossier } from '#domain/dossier/origine'

/** Minutes during which what an officer opened stays open to them: each opening is one entry of the journal. */
export const MINUTES_DE_VUE = 60

const MINUTE_MS = 60_000

/** Openings before this instant are over. */
export const debutDeVue = (now: Date): Date => new Date(now.getTime() - MINUTES_DE_VUE * MINUTE_MS)

/** A dossier deposited on the extranet is followed there: what its structure sees can be shown. */
export const aUneVueDuDemandeur = ({ origine }: { origine: OrigineDossier }): boolean => origine === 'EXTRANET'

import { examinerBloquants, type FaitsBloquants, type Levee } from '#domain/dossier/bloquants'

/** What blocks a dossier of which only this is wrong; nothing, unless told. */
export const desBloquants = (
  faits: Partial<FaitsBloquants> = {},
  { levees = [], now = new Date('2025-09-15T10:00:00Z') }: { levees?: Levee[]; now?: Date } = {},
) => examinerBloquants({ deverrouillages: [], modifications: [], pieces: [], budget: null, ...faits }, levees, now)

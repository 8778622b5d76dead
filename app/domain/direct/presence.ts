/** Somebody else who has the same thing before their eyes; `ecrit` when a form of their page holds words not sent. */
export type Present = { id: string; prenom: string; nom: string; ecrit: boolean }

/** How often a page says that it is still there, in ms. */
export const POULS_MS = 15_000

/** Unheard of for as long, a page is gone, in ms. With one more beat, during which others find it out, it stays under a minute. */
export const ABSENCE_MS = 40_000

/** Pages that one agent may have told at once by one process: browsers open six connections to a site, and pages need theirs. */
export const FLUX_MAX = 4

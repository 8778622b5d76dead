import { no, ok, type Result } from '#domain/result'

export type RefusSecondePersonne = 'MEME_PERSONNE'

/** What engages the Département is let go by someone else than who prepared it: two people have read what a demandeur is told. */
export const parUneAutre = (preparePar: string, agentId: string): Result<undefined, RefusSecondePersonne> =>
  preparePar === agentId ? no('MEME_PERSONNE') : ok()

import type { Commande } from '#cli/commande'
import { phraseEtatJournal } from '#libelles/journal/etat'
import { verifierJournal as verifier } from '#queries/journal/verifier-journal'

/** Says whether the journal is as it was written. A rupture is an answer, not a failure of the command. */
export const verifierJournal: Commande = {
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  run: async ({ db }) => {
    const etat = await verifier(await db())
    return { ok: true, json: etat, texte: phraseEtatJournal(etat) }
  },
}

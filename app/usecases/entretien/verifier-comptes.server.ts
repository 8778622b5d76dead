import { SYSTEME } from '#domain/acces/acteur'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { type Ecart, ecartsDesComptes, refaireComptes } from '#infra/stores/comptes'

/** Gaps that the journal names; the others are only counted. */
const NOMMES = 20

/** Counting anew reads every table that is counted. */
const RECOMPTE_MS = 300_000

/**
 * Compares what the screens count with the rows themselves. Where there is a gap, everything is counted anew and the journal says so, in
 * one commit: a wrong figure lives one day at most, and its fault is known.
 */
export async function verifierComptes({ db, now }: Deps): Promise<{ ecarts: Ecart[] }> {
  const ecarts = await ecartsDesComptes(db)
  if (ecarts.length === 0) return { ecarts }
  await db.$transaction(
    async (tx) => {
      await refaireComptes(tx)
      await writeJournal(tx, SYSTEME, {
        acte: 'refaireComptes',
        objet: 'comptes',
        objetId: 'tous',
        detail: {
          ecarts: ecarts.length,
          premiers: ecarts.slice(0, NOMMES).map(({ objet, cle, nombre }) => ({ objet, cle, nombre })),
        },
        le: now(),
      })
    },
    { timeout: RECOMPTE_MS },
  )
  return { ecarts }
}

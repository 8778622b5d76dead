import type { Modele } from '#domain/courriel/courriel'
import type { Tx } from '#infra/db'

/** A mail that an act wrote, or would write: about which dossier, to whom, saying what. */
export type CourrielPrevu = { numero: string; objet: string; destinataire: string; modele: Modele }

/** The mails about dossiers written so far in this very transaction: what it is about to make leave. `modele` was written by `writeCourriel`. */
export const courrielsDeCetActe = (tx: Tx): Promise<CourrielPrevu[]> => tx.$queryRaw<CourrielPrevu[]>`
  SELECT coalesce(d.numero, '') AS numero, d.objet, c.destinataire, c.modele
  FROM courriel c JOIN dossier d ON d.id = c.dossier_id
  WHERE c.xmin = pg_current_xact_id()::xid ORDER BY c.cree_le, c.id`

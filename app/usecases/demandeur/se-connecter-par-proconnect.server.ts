import type { Identite } from '#domain/demandeur/proconnect'
import type { Entree } from '#domain/demandeur/second-facteur'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { prendreRetour } from '#infra/stores/demandeur/proconnect'
import { aSecondFacteur } from '#infra/stores/demandeur/second-facteur'

/** How this sign-in is told from that of a password, in the journal. */
const PAR = 'PROCONNECT'

/**
 * Signs in the demandeur whose account is linked to this identity; their address tells nothing. Whoever turned a second factor on is asked its code all the
 * same. `retour` is the return that brought it, which serves once.
 */
export async function connecterParProConnect(
  { db, now }: Deps,
  { issuer, sub, jeton }: Identite,
  retour: { id: string; expireLe: Date },
): Promise<Result<Entree, 'PERDU' | 'NON_RELIE'>> {
  return db.$transaction(async (tx) => {
    if (!(await prendreRetour(tx, retour))) return no('PERDU')
    const lue = await tx.identiteProConnect.findUnique({
      where: { issuer_sub: { issuer, sub } },
      select: { demandeur: true },
    })
    if (!lue?.demandeur.actif) return no('NON_RELIE')
    const { id: demandeurId } = lue.demandeur
    if (await aSecondFacteur(tx, demandeurId)) return ok({ demandeurId, secondFacteur: true, jetonProConnect: jeton })
    const detail = { par: PAR }
    await writeJournal(tx, demandeurDe(lue.demandeur), {
      ...{ acte: 'seConnecter', objet: 'demandeur', objetId: demandeurId, detail, le: now() },
    })
    return ok({ demandeurId, secondFacteur: false, jetonProConnect: jeton })
  })
}

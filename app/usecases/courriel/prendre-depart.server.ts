import { MODELES_AUTOMATIQUES, passerLaPorte } from '#domain/courriel/porte'
import { type MotifRetenue, MOTIFS_RETENUE } from '#domain/courriel/retenue'
import { no, ok, type Result } from '#domain/result'
import { fromDate } from '#domain/temps/jour'
import { direRetenu } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { adresseEnEchec } from '#infra/stores/courriel/retour'
import type { Prisma } from '#prisma'

type Courriel = Prisma.CourrielGetPayload<object>

/**
 * Takes a courriel to be sent, at the instant it leaves: the gate is asked again, since what it tells may have lapsed while it waited. Let
 * through, it is claimed, and one more try is counted; held, it is RETENU with the reason, and the journal says so. Gives null when nothing is
 * to be sent. Throws NotFound, Conflict.
 */
export async function prendreDepart({ db, now }: Deps, courrielId: string): Promise<Courriel | null> {
  // Read before the transaction: of two runs at once, both have seen the same version, and one claims it.
  const courriel = await db.courriel.findUnique({ where: { id: courrielId } })
  if (!courriel) throw new NotFound('courriel', courrielId)
  if (courriel.etat !== 'A_ENVOYER') return null
  return db.$transaction(async (tx) => {
    const le = now()
    const permis = await permisDePartir(tx, courriel, le)
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, version: courriel.version },
      data: {
        ...(permis.ok
          ? { tentatives: { increment: 1 } }
          : { etat: 'RETENU' as const, motifRetenue: permis.reason, partirLe: null }),
        version: { increment: 1 },
      },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    if (permis.ok) return courriel
    await direRetenu(tx, { courrielId, motif: permis.reason, le })
    return null
  })
}

/** An officer's own words leave as they were asked to; every other mail asks the gate. */
async function permisDePartir(tx: Tx, courriel: Courriel, le: Date): Promise<Result<undefined, MotifRetenue>> {
  if (courriel.modele === 'message_libre') return ok()
  const modele = MODELES_AUTOMATIQUES.find((un) => un === courriel.modele)
  // Of a modele that this version does not know, nothing can be said to hold.
  if (!modele) return no('FAIT_CADUC')
  const { faitLe, echeances, signe, destinataire, motifsAcceptes } = courriel
  return passerLaPorte(
    {
      modele,
      fait: { le: faitLe, ...(await etatDuFait(tx, { ...courriel, modele }, le)) },
      echeances: echeances.map(fromDate),
      signe,
      destinataire,
      adresseEnEchec: await adresseEnEchec(tx, destinataire),
      acceptes: MOTIFS_RETENUE.filter((motif) => motifsAcceptes.includes(motif)),
    },
    le,
  )
}

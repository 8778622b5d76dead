import { MODELES_AUTOMATIQUES, passerLaPorte } from '#domain/courriel/porte'
import { type MotifRetenue, MOTIFS_RETENUE } from '#domain/courriel/retenue'
import { no, ok, type Result } from '#domain/result'
import { fromDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { adresseEnEchec } from '#infra/stores/courriel/retour'
import type { Prisma } from '#prisma'

/** An officer's own words leave as they were asked to; every other mail asks the gate, as it leaves and when an officer sends it again. */
export async function permisDePartir(
  tx: Tx,
  courriel: Prisma.CourrielGetPayload<object>,
  le: Date,
): Promise<Result<undefined, MotifRetenue>> {
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

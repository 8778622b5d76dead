import { SYSTEME } from '#domain/acces/acteur'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { trouverAbsents } from '#infra/stores/portail/absents'
import type { Cible } from '#infra/stores/portail/cible'
import { writeLigne } from '#infra/stores/portail/lot'

/** Ranks of what is not a line of the listing; below them, a rank is a line number. */
const PREMIER_RANG = 10_000_000

/**
 * Flags the dossiers and drafts that this listing, said to be whole by who delivered it, no longer has; nothing is deleted
 * (docs/domaine.md § 9.1).
 */
export async function signalerDisparus({ db, now }: Deps, lotId: string, cible: Cible) {
  const { creeLe: livreLe } = await db.lot.findUniqueOrThrow({ where: { id: lotId }, select: { creeLe: true } })
  const { absents } = await trouverAbsents(db, cible, livreLe)
  for (const { id } of absents) {
    await recommencer(() =>
      db.$transaction(async (tx) => {
        const dossier = await tx.dossier.findFirst({
          where: { id, disparuLe: null },
          select: { id: true, version: true, numero: true, objet: true },
        })
        if (!dossier) return
        const le = now()
        await claimVersion(tx, dossier, { disparuLe: le })
        const last = await tx.lotLigne.aggregate({ where: { lotId }, _max: { rang: true } })
        await writeLigne(tx, {
          lotId,
          rang: Math.max(last._max.rang ?? 0, PREMIER_RANG) + 1,
          resultat: 'INCHANGE',
          numero: dossier.numero,
          motif: `${dossier.objet}\u00a0: n’est plus dans ce listing. Le dossier est gardé.`,
        })
        await writeJournal(tx, SYSTEME, {
          acte: 'signalerDisparu',
          objet: 'dossier',
          objetId: id,
          detail: { lotId },
          le,
        })
      }),
    )
  }
}

import { SYSTEME } from '#domain/acces/acteur'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { writeLigne } from '#infra/stores/portail/lot'

/** Ranks of what is not a line of the listing; below them, a rank is a line number. */
const PREMIER_RANG = 10_000_000

export type ListingLu = {
  lotId: string
  /** The campagnes of which this listing has at least one deposited line: it says nothing of the others. */
  campagneIds: string[]
  numeros: string[]
  /** Hashed keys of the drafts and of the deposited lines. */
  cles: string[]
}

/**
 * Flags the dossiers and drafts that this listing no longer has; nothing is deleted (docs/domaine.md § 9.1). One that came after this delivery
 * is not missing from it: a lot may be read, or resumed, after a later one.
 */
export async function signalerDisparus({ db, now }: Deps, { lotId, campagneIds, numeros, cles }: ListingLu) {
  const { creeLe: livreLe } = await db.lot.findUniqueOrThrow({ where: { id: lotId }, select: { creeLe: true } })
  const [lus, clesLues] = [new Set(numeros), new Set(cles)]
  const connus = await db.dossier.findMany({
    where: { campagneId: { in: [...new Set(campagneIds)] }, disparuLe: null, creeLe: { lte: livreLe } },
    select: { id: true, numero: true, cleBrouillon: true },
    orderBy: { id: 'asc' },
  })
  const trouves = connus.filter(({ numero, cleBrouillon }) =>
    numero ? !lus.has(numero) : !clesLues.has(cleBrouillon ?? ''),
  )
  for (const { id } of trouves) {
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

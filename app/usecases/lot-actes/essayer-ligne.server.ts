import { loadVersion } from '#infra/stores/dossier/dossier'
import { champsDeLigne, courrielsDuFait, type LotDuTravail } from '#infra/stores/lot-actes/lot-actes'
import type { Tx } from '#infra/db'
import { type Deps, enTransaction } from '#infra/deps'
import { essayer, recommencer } from '#infra/recommencer'
import { GESTES } from '#usecases/lot-actes/gestes'

type Lot = Pick<LotDuTravail, 'id' | 'acte' | 'champs' | 'par'>

type Ligne = { dossierId: string; saisie: unknown }

/** What the act would do to one dossier now: the act itself is done, looked at, and taken back. Null while the lot wants filling in. */
export async function essayerLigne<T>(
  { db, now }: Deps,
  lot: Lot,
  { dossierId, saisie }: Ligne,
  regarder: (tx: Tx, le: Date) => Promise<T>,
) {
  const { voir, avec, dire } = GESTES[lot.acte]
  const geste = avec(champsDeLigne(lot.champs, saisie))
  if (!geste) return null
  return recommencer(() =>
    essayer(db, async (tx) => {
      const le = now()
      const { version } = await loadVersion(tx, dossierId)
      const filVu = await voir(tx, dossierId)
      const ligne = { dossierId, version, filVu, lotId: lot.id }
      const motif = await geste({ db: enTransaction(tx), now: () => le }, lot.par, ligne)
      const ecrits = await courrielsDuFait(tx, { dossierId, agent: lot.par, le })
      const effet = motif === null ? await dire(tx, dossierId) : ''
      return { version, filVu, motif, effet, ecrits, vu: await regarder(tx, le) }
    }),
  )
}

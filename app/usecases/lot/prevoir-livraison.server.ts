import type { Apercu } from '#domain/portail/apercu'
import type { Couverture } from '#domain/portail/couverture'
import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { type Cible, empreinteDeLaBase } from '#infra/stores/portail/cible'
import { lireListing } from '#usecases/portail/lire-listing'
import { prevoirListing } from '#usecases/portail/prevoir-listing'
import { rangerListing } from '#usecases/portail/ranger-listing'
import { prevoirPieces } from '#usecases/piece/prevoir-pieces'

/** A listing and, where there is one, the archive of its pièces, as they lie on this machine. */
export type LivraisonAPrevoir = {
  listing: { nom: string; contenu: Buffer }
  archive: { nom: string; chemin: string } | null
  couverture: Couverture
  livreLe: Date
  avancer: (faits: number, total: number) => Promise<void>
}

/** What a delivery would do, what of the base it was made from, and the fingerprint of that. */
export type LivraisonPrevue = { apercu: Apercu; cible: Cible; base: string }

/** Says what a delivery would do now: nothing is written, in dossiers nor elsewhere. */
export async function prevoirLivraison(
  deps: Pick<DepsFichiers, 'db' | 'now'>,
  { listing, archive, ...livraison }: LivraisonAPrevoir,
): Promise<Result<LivraisonPrevue, 'ILLISIBLE'>> {
  const lu = await lireListing(listing)
  if (!lu.ok) return no('ILLISIBLE', lu.detail)
  const range = await rangerListing(deps, lu.value)
  const { cible } = range
  // Taken before the lines are looked at: what changes meanwhile is seen when the preview is answered.
  const base = await empreinteDeLaBase(deps.db, cible)
  const apercu = await prevoirListing(deps, { ...livraison, lu: lu.value, range })
  const numeros = new Set(lu.value.demandes.flatMap(({ numero }) => numero ?? []))
  const lues = archive ? await prevoirPieces(deps.db, { ...archive, numeros }) : null
  const pieces =
    lues?.ok === true
      ? lues.value
      : {
          nouvelles: 0,
          pieces: { recues: 0, refusees: lues ? [{ fichier: archive?.nom ?? '', motif: lues.detail ?? '' }] : [] },
        }
  return ok({ apercu: { ...apercu, ...pieces }, cible, base })
}

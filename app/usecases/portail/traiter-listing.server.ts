import { SYSTEME } from '#domain/acces/acteur'
import { type Couverture } from '#domain/portail/couverture'
import type { Deps } from '#infra/deps'
import { rangsFaits } from '#infra/stores/portail/lot'
import { installerCampagnes } from '#usecases/campagne/installer-campagnes'
import { importerLigne } from '#usecases/portail/importer-ligne'
import type { ListingLu } from '#usecases/portail/lire-listing'
import { rangerListing } from '#usecases/portail/ranger-listing'
import { signalerDisparus } from '#usecases/portail/signaler-disparus'

export type ListingATraiter = {
  lotId: string
  lu: ListingLu
  couverture: Couverture
  /** Whether the mail that the demande of this number calls for may leave. */
  accuser: (numero: string | null) => boolean
  /** Told after each line, with how many there are. */
  avancer: (faits: number, total: number) => Promise<void>
}

/** Imports a listing line by line, each in its own transaction; a lot resumed goes on where it was. */
export async function traiterListing(
  deps: Deps,
  { lotId, lu, couverture, accuser, avancer }: ListingATraiter,
): Promise<{ campagnesOuvertes: string[] }> {
  const { rangees, campagnes, cible } = await rangerListing(deps, lu)
  const { creees, parCode } = await installerCampagnes(
    deps,
    SYSTEME,
    rangees.map(({ millesime }) => millesime),
  )
  await deps.db.lotLigne.createMany({
    data: [
      ...lu.rejets.map((rejet) => ({ lotId, rang: rejet.ligne, resultat: 'REJET' as const, ...rejet })),
      ...lu.ecartees.map(({ ligne, numero, type }) => {
        const quoi = { resultat: 'HORS_PERIMETRE' as const, motif: `Autre type de demande\u00a0: ${type}.` }
        return { lotId, rang: ligne, ligne, numero, ...quoi }
      }),
    ],
    skipDuplicates: true,
  })

  const faits = await rangsFaits(deps.db, lotId)
  const horsDemandes = lu.rejets.length + lu.ecartees.length
  let compte = horsDemandes
  for (const { demandeLue, code } of rangees) {
    const campagne = parCode.get(code)
    if (campagne && !faits.has(demandeLue.ligne)) {
      const ligne = { demandeLue, campagne, campagnes, accuser: accuser(demandeLue.numero) }
      await importerLigne(deps, { lotId, rang: demandeLue.ligne, ...ligne })
    }
    compte += 1
    await avancer(compte, rangees.length + horsDemandes)
  }

  if (couverture === 'CAMPAGNE') await signalerDisparus(deps, lotId, cible)
  return { campagnesOuvertes: creees }
}

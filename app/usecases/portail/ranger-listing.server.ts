import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import type { Ouverture } from '#domain/campagne/campagne-de-depot'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import type { DemandeLue } from '#domain/portail/demande-lue'
import { type MillesimeDeLigne, millesimer } from '#domain/portail/millesime'
import { PHRASE } from '#domain/portail/phrases'
import { jourDeParis } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { type Cible, lireOuvertures } from '#infra/stores/portail/cible'
import { hacherCle } from '#infra/stores/portail/demande-lue'
import type { ListingLu } from '#usecases/portail/lire-listing'

/** A demande and the campagne it goes to, held or still to be opened. */
export type DemandeRangee = { demandeLue: DemandeLue; millesime: MillesimeDeLigne; code: string }

export type ListingRange = {
  rangees: DemandeRangee[]
  /** The openings as they stood before this listing. */
  campagnes: Ouverture[]
  /** What the listing speaks of. Its campagnes are those held of which it has at least one deposited line: it says nothing of the others. */
  cible: Cible
}

const signaler = (demandeLue: DemandeLue): DemandeLue => ({
  ...demandeLue,
  anomalies: [
    ...demandeLue.anomalies,
    {
      colonne: ENTETE_PORTAIL.deposeLe,
      motif: PHRASE.AVANT_OUVERTURE,
      valeur: demandeLue.donnees.deposeLe ?? '',
    },
  ],
})

/** Puts each demande of a listing under its campagne. Writes nothing. */
export async function rangerListing(
  { db, now }: Pick<Deps, 'now'> & { db: Db | Tx },
  lu: ListingLu,
): Promise<ListingRange> {
  const { demandes, rejets } = lu
  const campagnes = await lireOuvertures(db)
  const millesime = millesimer(demandes, campagnes, Number(jourDeParis(now()).slice(0, 4)))
  const rangees = demandes.map((demandeLue): DemandeRangee => {
    const sien = millesime(demandeLue)
    const code = codeCampagne(sien.dispositif, sien.annee)
    return { demandeLue: sien.avantOuverture ? signaler(demandeLue) : demandeLue, millesime: sien, code }
  })
  const deposees = rangees.filter(({ demandeLue }) => demandeLue.numero !== null)
  const codes = [...new Set(deposees.map(({ code }) => code))]
  const tenues = await db.campagne.findMany({ where: { code: { in: codes } }, select: { id: true } })
  const cible = {
    numeros: [...deposees.map(({ demandeLue }) => demandeLue), ...rejets, ...lu.ecartees].flatMap(
      ({ numero }) => numero ?? [],
    ),
    cles: demandes.map(({ cleBrouillon }) => hacherCle(cleBrouillon)),
    campagneIds: tenues.map(({ id }) => id),
  }
  return { rangees, campagnes, cible }
}

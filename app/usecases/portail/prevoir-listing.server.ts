import type { Apercu } from '#domain/portail/apercu'
import type { MotifRetenue } from '#domain/courriel/retenue'
import type { Couverture } from '#domain/portail/couverture'
import type { AnomalieSuivie } from '#domain/portail/suite-ligne'
import { jourDeParis } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { essayer, recommencer } from '#infra/recommencer'
import { findOrCreateCampagne } from '#infra/stores/campagne/campagne'
import { trouverAbsents } from '#infra/stores/portail/absents'
import { appliquerLigne, type FaitDeLigne } from '#usecases/portail/importer-ligne'
import { anciennesDe, type ListingLu } from '#usecases/portail/lire-listing'
import type { DemandeRangee, ListingRange } from '#usecases/portail/ranger-listing'

export type ListingAPrevoir = {
  lu: ListingLu
  range: ListingRange
  couverture: Couverture
  /** When it was delivered. */
  livreLe: Date
  /** Told after each line, with how many there are. */
  avancer: (faits: number, total: number) => Promise<void>
}

/** What a listing alone would do: its pièces are previewed apart. */
export type ApercuDeListing = Omit<Apercu, 'pieces' | 'nouvelles'>

type Essaye = FaitDeLigne & { anomalies: AnomalieSuivie[]; reprise: boolean; sansSignataire: boolean }

/** The line imported as it would be, its mail allowed, and taken back. */
const essayerLigne = ({ db, now }: Deps, { demandeLue, millesime }: DemandeRangee, { campagnes }: ListingRange) =>
  recommencer(() =>
    essayer(db, async (tx): Promise<Essaye> => {
      const le = now()
      const { campagne } = await findOrCreateCampagne(tx, millesime, le)
      const fait = await appliquerLigne(tx, { lotId: null, demandeLue, campagne, campagnes, accuser: true }, le)
      return { ...fait, ...(await lireDossier(tx, demandeLue.numero, { ...fait, le })) }
    }),
  )

async function lireDossier(tx: Tx, numero: string | null, { resultat, le }: FaitDeLigne & { le: Date }) {
  const dossier = numero
    ? await tx.dossier.findUnique({ where: { numero }, select: { id: true, anomalies: true, reprisLe: true } })
    : null
  const motif: MotifRetenue = 'SIGNATAIRE_INCOMPLET'
  const tus =
    dossier &&
    (await tx.entreeJournal.count({
      where: {
        ...{ objet: 'dossier', objetId: dossier.id, acte: 'retenirAccuse', le },
        detail: { path: ['silence'], equals: motif },
      },
    }))
  return {
    anomalies: (dossier?.anomalies ?? []) as AnomalieSuivie[],
    reprise: resultat === 'CREE' && dossier?.reprisLe != null,
    sansSignataire: (tus ?? 0) > 0,
  }
}

/**
 * Says what importing this listing would do now, by doing it line by line and taking each line back: nothing is written.
 */
export async function prevoirListing(
  deps: Deps,
  { lu, range, couverture, livreLe, avancer }: ListingAPrevoir,
): Promise<ApercuDeListing> {
  const { rangees, cible } = range
  const horsDemandes = lu.rejets.length + lu.ecartees.length
  const total = rangees.length + horsDemandes
  const essais: { numero: string | null; fait: Essaye }[] = []
  for (const rangee of rangees) {
    essais.push({ numero: rangee.demandeLue.numero, fait: await essayerLigne(deps, rangee, range) })
    await avancer(essais.length + horsDemandes, total)
  }
  const compter = (resultat: FaitDeLigne['resultat']) => essais.filter(({ fait }) => fait.resultat === resultat).length
  const tenues = new Set((await deps.db.campagne.findMany({ select: { code: true } })).map(({ code }) => code))
  const { absents, connus } = await trouverAbsents(deps.db, cible, livreLe)
  return {
    lignes: total,
    crees: compter('CREE'),
    misAJour: compter('MIS_A_JOUR'),
    inchanges: compter('INCHANGE'),
    brouillons: compter('BROUILLON'),
    horsPerimetre: lu.ecartees.length,
    rejets: lu.rejets.map(({ ligne, colonne, valeur, motif }) => ({ ligne, colonne, valeur, motif })),
    anomalies: essais.flatMap(({ numero, fait: { colonne, motif, anomalies } }) =>
      numero === null
        ? []
        : [
            ...(colonne === null ? [] : [{ numero, colonne, motif: motif ?? '' }]),
            ...anomalies.map((anomalie) => ({ numero, colonne: anomalie.colonne, motif: anomalie.motif })),
          ],
    ),
    disparus: couverture === 'CAMPAGNE' ? absents.flatMap(({ numero }) => numero ?? []) : [],
    campagnesOuvertes: [...new Set(rangees.map(({ code }) => code))].filter((code) => !tenues.has(code)),
    courriels: essais.flatMap(({ fait }) => fait.courriels),
    reprises: essais.filter(({ fait }) => fait.reprise).length,
    sansSignataire: essais.filter(({ fait }) => fait.sansSignataire).length,
    anciennes: anciennesDe(lu, jourDeParis(deps.now())),
    connus,
    absents: absents.length,
  }
}

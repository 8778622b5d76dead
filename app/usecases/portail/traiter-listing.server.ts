import { SYSTEME } from '#domain/acces/acteur'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { parseNumero } from '#domain/dossier/numero'
import type { DemandeLue, Rejet } from '#domain/portail/demande-lue'
import { ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'
import { ouvrirListing } from '#fichiers/livraison/listing'
import type { MotifFichier } from '#fichiers/type/refus'
import type { Deps } from '#infra/deps'
import type { Millesime } from '#infra/stores/campagne/campagne'
import { hacherCle } from '#infra/stores/portail/demande-lue'
import { rangsFaits } from '#infra/stores/portail/lot'
import { importerLigne } from '#usecases/portail/importer-ligne'
import { installerCampagnes } from '#usecases/campagne/installer-campagnes'
import { signalerDisparus } from '#usecases/portail/signaler-disparus'

export type ListingATraiter = {
  lotId: string
  fichier: { nom: string; contenu: Buffer }
  /** Told after each line, with how many there are. */
  avancer: (faits: number, total: number) => Promise<void>
}

/** The year of the number, else of the deposit: which campagne a deposited line is of. */
const anneeDe = ({ numero, deposeLe }: DemandeLue): number | null => {
  const annee = (numero && parseNumero(numero)?.slice(0, 4)) ?? deposeLe?.slice(0, 4)
  return annee ? Number(annee) : null
}

/**
 * The campagne of each line. A draft has neither number nor day: it is of the last year that the listing speaks of, else of the year
 * its project begins, else of this one.
 */
function millesimer(demandes: readonly DemandeLue[], anneeCourante: number): (demandeLue: DemandeLue) => Millesime {
  const annees = demandes.flatMap((demandeLue) => anneeDe(demandeLue) ?? [])
  const derniere = annees.length > 0 ? Math.max(...annees) : null
  return (demandeLue) => ({
    dispositif: demandeLue.dispositif,
    annee: anneeDe(demandeLue) ?? derniere ?? (Number(demandeLue.projet.dateDebut?.slice(0, 4)) || anneeCourante),
  })
}

/** Reads a listing and imports it line by line, each in its own transaction; a lot resumed goes on where it was. */
export async function traiterListing(
  deps: Deps,
  { lotId, fichier, avancer }: ListingATraiter,
): Promise<Result<{ campagnesOuvertes: string[] }, MotifFichier>> {
  const listing = await ouvrirListing(fichier)
  if (!listing.ok) return listing
  const demandes: DemandeLue[] = []
  const rejets: Rejet[] = []
  for await (const lue of listing.value.lignes()) {
    if (lue.nature === 'DEMANDE') demandes.push(lue.demandeLue)
    else rejets.push(lue.rejet)
  }

  const millesime = millesimer(demandes, Number(jourDeParis(deps.now()).slice(0, 4)))
  const { creees, parCode } = await installerCampagnes(deps, SYSTEME, demandes.map(millesime))
  await deps.db.lotLigne.createMany({
    data: rejets.map((rejet) => ({ lotId, rang: rejet.ligne, resultat: 'REJET' as const, ...rejet })),
    skipDuplicates: true,
  })

  const faits = await rangsFaits(deps.db, lotId)
  const total = demandes.length + rejets.length
  let compte = rejets.length
  for (const demandeLue of demandes) {
    const { dispositif, annee } = millesime(demandeLue)
    const campagne = parCode.get(codeCampagne(dispositif, annee))
    if (campagne && !faits.has(demandeLue.ligne)) {
      await importerLigne(deps, { lotId, rang: demandeLue.ligne, demandeLue, campagne })
    }
    compte += 1
    await avancer(compte, total)
  }

  const deposees = demandes.filter(({ numero }) => numero !== null)
  await signalerDisparus(deps, {
    lotId,
    campagneIds: deposees.flatMap(
      (d) => parCode.get(codeCampagne(millesime(d).dispositif, millesime(d).annee))?.id ?? [],
    ),
    numeros: [...deposees, ...rejets].flatMap(({ numero }) => numero ?? []),
    cles: demandes.map(({ cleBrouillon }) => hacherCle(cleBrouillon)),
  })
  return ok({ campagnesOuvertes: creees })
}

import type { Ouverture } from '#domain/campagne/campagne-de-depot'
import type { DemandeLue } from '#domain/portail/demande-lue'
import { entreeDe } from '#domain/portail/reprise'
import { suiteDeLigne, type SuiteLigne } from '#domain/portail/suite-ligne'
import { jourDeParis } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { recommencer } from '#infra/recommencer'
import type { CampagneLue } from '#infra/stores/campagne/campagne'
import { type CourrielPrevu, courrielsDeCetActe } from '#infra/stores/courriel/courriels-de-cet-acte'
import {
  deverrouillageDe,
  type DossierConnu,
  estDepassee,
  findDossierDe,
  ligneConnue,
} from '#infra/stores/portail/demande-lue'
import { estFait, writeLigne } from '#infra/stores/portail/lot'
import { retenirFormulaire } from '#usecases/deverrouillage/retenir-modification'
import {
  creerDossier,
  deposerBrouillon,
  mettreAJourDossier,
  retrouverDossier,
} from '#usecases/portail/reprendre-demande'
import type { ResultatLigne } from '#domain/portail/lot-vues'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'

/**
 * One line of a delivery, with the campagne it belongs to and the openings of all. `lotId` is null where it is only tried. `accuser`: the mail
 * that this line calls for may leave.
 */
export type LigneAAppliquer = {
  lotId: string | null
  demandeLue: DemandeLue
  campagne: CampagneLue
  campagnes: readonly Ouverture[]
  accuser: boolean
}

/** One line of a lot. `rang` is its place in the delivery. */
export type LigneAImporter = LigneAAppliquer & { lotId: string; rang: number }

/** What became of a line. `colonne` names where a number that comes from elsewhere is. */
export type FaitDeLigne = {
  resultat: ResultatLigne
  colonne: string | null
  motif: string | null
  courriels: CourrielPrevu[]
}

/**
 * Imports one line in one transaction: the dossier, its version, its anomalies, its accusé de réception, the trace and what became of
 * the line. Done twice it does nothing; when another import moves the same dossier meanwhile, it is decided again.
 */
export const importerLigne = ({ db, now }: Deps, { rang, ...ligne }: LigneAImporter): Promise<void> =>
  recommencer(() =>
    db.$transaction(async (tx) => {
      if (await estFait(tx, ligne.lotId, rang)) return
      const { courriels, ...fait } = await appliquerLigne(tx, ligne, now())
      const { ligne: numeroDeLigne, numero } = ligne.demandeLue
      await writeLigne(tx, {
        ...fait,
        lotId: ligne.lotId,
        rang,
        ligne: numeroDeLigne,
        numero,
        courriels: courriels.length,
      })
    }),
  )

/** What a line does to what we hold, in the transaction given; kept by `importerLigne`, taken back by a preview. */
export async function appliquerLigne(tx: Tx, ligne: LigneAAppliquer, le: Date): Promise<FaitDeLigne> {
  const { lotId, demandeLue, campagne, campagnes } = ligne
  const connu = await findDossierDe(tx, demandeLue, campagne.annee)
  const dite = suiteDeLigne(connu && ligneConnue(connu, campagnes, le), demandeLue, campagne.annee)
  const depassee = connu !== null && lotId !== null && (await estDepassee(tx, connu.id, lotId))
  const suite = depassee ? laisserAuPlusRecent(dite) : dite
  await appliquer(tx, { ...ligne, connu, suite, le })
  return {
    resultat: resultatDe(demandeLue, suite),
    colonne: suite.nature === 'AUTRE_ORIGINE' ? ENTETE_PORTAIL.numero : null,
    motif: motifDe(suite),
    courriels: await courrielsDeCetActe(tx),
  }
}

/** A delivery read late, after another had already told more of the dossier, does not bring the old words back. */
const laisserAuPlusRecent = (suite: SuiteLigne): SuiteLigne =>
  suite.nature === 'METTRE_A_JOUR'
    ? { nature: 'LAISSER', motif: 'Un import déposé après celui-ci a déjà dit autre chose.' }
    : suite

type Application = LigneAAppliquer & { connu: DossierConnu | null; suite: SuiteLigne; le: Date }

async function appliquer(tx: Tx, { connu, suite, campagnes: _, ...ligne }: Application) {
  if (suite.nature === 'AUTRE_ORIGINE') return
  const entree = entreeDe(ligne.demandeLue, jourDeParis(ligne.le))
  if (suite.nature === 'CREER') return creerDossier(tx, { ...ligne, entree, suite })
  if (!connu) return
  const reprise = { ...ligne, connu }
  if (suite.nature === 'DEPOSER') return deposerBrouillon(tx, { ...reprise, entree, suite })
  if (suite.nature === 'METTRE_A_JOUR') {
    const deverrouillage = deverrouillageDe(connu, ligne.le)
    return deverrouillage
      ? retenirFormulaire(tx, { ...reprise, suite, deverrouillage })
      : mettreAJourDossier(tx, { ...reprise, suite })
  }
  return connu.disparuLe ? retrouverDossier(tx, reprise) : undefined
}

/** A draft is counted as a draft whatever it changed: nothing waits for an officer. */
function resultatDe({ etat }: DemandeLue, { nature }: SuiteLigne): ResultatLigne {
  if (etat === 'BROUILLON') return 'BROUILLON'
  if (nature === 'LAISSER' || nature === 'AUTRE_ORIGINE') return 'INCHANGE'
  return nature === 'METTRE_A_JOUR' ? 'MIS_A_JOUR' : 'CREE'
}

const motifDe = (suite: SuiteLigne): string | null =>
  suite.nature === 'LAISSER' || suite.nature === 'AUTRE_ORIGINE'
    ? suite.motif
    : suite.anomalies.map(({ colonne, motif }) => `${colonne}\u00a0: ${motif}`).join(' ') || null

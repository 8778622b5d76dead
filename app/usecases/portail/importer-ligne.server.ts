import type { DemandeLue } from '#domain/portail/demande-lue'
import { suiteDeLigne, type SuiteLigne } from '#domain/portail/suite-ligne'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { recommencer } from '#infra/recommencer'
import type { CampagneLue } from '#infra/stores/campagne/campagne'
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

/** One line of a lot, with the campagne it belongs to. `rang` is its place in the delivery. */
export type LigneAImporter = { lotId: string; rang: number; demandeLue: DemandeLue; campagne: CampagneLue }

/**
 * Imports one line in one transaction: the dossier, its version, its anomalies, its accusé de réception, the trace and what became of
 * the line. Done twice it does nothing; when another import moves the same dossier meanwhile, it is decided again.
 */
export const importerLigne = ({ db, now }: Deps, ligne: LigneAImporter): Promise<void> =>
  recommencer(() =>
    db.$transaction(async (tx) => {
      if (await estFait(tx, ligne.lotId, ligne.rang)) return
      const le = now()
      const connu = await findDossierDe(tx, ligne.demandeLue, ligne.campagne.annee)
      const dite = suiteDeLigne(connu && ligneConnue(connu, le), ligne.demandeLue)
      const suite = connu && (await estDepassee(tx, connu.id, ligne.lotId)) ? laisserAuPlusRecent(dite) : dite
      await writeLigne(tx, {
        lotId: ligne.lotId,
        rang: ligne.rang,
        resultat: resultatDe(ligne.demandeLue, suite),
        ligne: ligne.demandeLue.ligne,
        numero: ligne.demandeLue.numero,
        motif: motifDe(suite),
      })
      await appliquer(tx, { ...ligne, connu, suite, le })
    }),
  )

/** A delivery read late, after another had already told more of the dossier, does not bring the old words back. */
const laisserAuPlusRecent = (suite: SuiteLigne): SuiteLigne =>
  suite.nature === 'METTRE_A_JOUR'
    ? { nature: 'LAISSER', motif: 'Un import déposé après celui-ci a déjà dit autre chose.' }
    : suite

type Application = LigneAImporter & { connu: DossierConnu | null; suite: SuiteLigne; le: Date }

async function appliquer(tx: Tx, { connu, suite, ...ligne }: Application) {
  if (suite.nature === 'CREER') return creerDossier(tx, { ...ligne, suite })
  if (!connu) return
  const reprise = { ...ligne, connu }
  if (suite.nature === 'DEPOSER') return deposerBrouillon(tx, { ...reprise, suite })
  if (suite.nature === 'METTRE_A_JOUR') {
    const deverrouillage = deverrouillageDe(connu, ligne.le)
    return deverrouillage
      ? retenirFormulaire(tx, { ...reprise, suite, deverrouillage })
      : mettreAJourDossier(tx, { ...reprise, suite })
  }
  return connu.disparuLe ? retrouverDossier(tx, reprise) : undefined
}

/** A draft is counted as a draft whatever it changed: nothing waits for an officer. */
function resultatDe({ etat }: DemandeLue, { nature }: SuiteLigne) {
  if (etat === 'BROUILLON') return 'BROUILLON'
  if (nature === 'LAISSER') return 'INCHANGE'
  return nature === 'METTRE_A_JOUR' ? 'MIS_A_JOUR' : 'CREE'
}

const motifDe = (suite: SuiteLigne): string | null =>
  suite.nature === 'LAISSER'
    ? suite.motif
    : suite.anomalies.map(({ colonne, motif }) => `${colonne}\u00a0: ${motif}`).join(' ') || null

import type { JobName } from '#jobs/catalogue'
import type { Handler } from '../define-handler'
import { lienDeDemandeurHandler, lienDeMotDePasseHandler } from './acces'
import {
  analyserCourrielHandler,
  analyserFichierDeBilanHandler,
  analyserLettreSigneeHandler,
  analyserModificationHandler,
  analyserPieceEnLigneHandler,
  analyserPieceHandler,
  reprendreAnalysesHandler,
} from './analyses'
import { lireBudgetEnLigneHandler, lireBudgetHandler, relireBudgetsHandler } from './budgets'
import {
  annoncerChangementHandler,
  balayerFichiersHandler,
  purgerPerimesHandler,
  reexaminerRecevabilitesHandler,
  resserrerComptesHandler,
  verifierComptesHandler,
  rappelerDemandesHandler,
  rappelerDeverrouillagesHandler,
  refermerDeverrouillagesHandler,
  reprendreTravauxHandler,
} from './entretien'
import { suivreComplementsHandler } from './complements'
import { dessinerLettresHandler } from './seance'
import { rappelerAvisHandler, suivreBilansHandler } from './suites'
import { examinerTrancheHandler, traiterTrancheHandler } from './lot-actes'
import { envoyerCourrielHandler, reprendreEnvoisHandler, sonderEnvoisHandler } from './envoyer-courriel'
import { examinerPieceHandler, reexaminerPiecesHandler } from './examiner-piece'
import { genererRapportHandler } from './generer-rapport'
import { resumerNouvellesHandler } from './nouvelles'
import { traiterCourrielHandler } from './traiter-courriel'
import { reappliquerExigencesHandler } from './reappliquer-exigences'
import { traiterLotHandler } from './traiter-lot'

/** One handler per job of the catalogue: a job without its own does not compile. */
export const HANDLERS: { [Name in JobName]: Handler<Name> } = {
  'courriel.envoyer': envoyerCourrielHandler,
  'acces.oublier': lienDeMotDePasseHandler,
  'demandeur.lien': lienDeDemandeurHandler,
  'envois.sonder': sonderEnvoisHandler,
  'envois.reprendre': reprendreEnvoisHandler,
  'rapport.generer': genererRapportHandler,
  'lot.traiter': traiterLotHandler,
  'courriel-recu.traiter': traiterCourrielHandler,
  'exigences.reappliquer': reappliquerExigencesHandler,
  'deverrouillage.refermer': refermerDeverrouillagesHandler,
  'deverrouillage.rappeler': rappelerDeverrouillagesHandler,
  'demande.rappeler': rappelerDemandesHandler,
  'reglement.annoncer': annoncerChangementHandler,
  'complement.suivre': suivreComplementsHandler,
  'bilan.suivre': suivreBilansHandler,
  'avis.rappeler': rappelerAvisHandler,
  'lot-actes.examiner': examinerTrancheHandler,
  'lot-actes.traiter': traiterTrancheHandler,
  'seance.dessiner': dessinerLettresHandler,
  'travail.reprendre': reprendreTravauxHandler,
  'piece.analyser': analyserPieceHandler,
  'courriel.analyser': analyserCourrielHandler,
  'lettre-signee.analyser': analyserLettreSigneeHandler,
  'fichier-de-bilan.analyser': analyserFichierDeBilanHandler,
  'modification.analyser': analyserModificationHandler,
  'analyse.reprendre': reprendreAnalysesHandler,
  'piece.examiner': examinerPieceHandler,
  'pieces.reexaminer': reexaminerPiecesHandler,
  'budget.lire': lireBudgetHandler,
  'budget-en-ligne.lire': lireBudgetEnLigneHandler,
  'piece-en-ligne.analyser': analyserPieceEnLigneHandler,
  'budget.relire': relireBudgetsHandler,
  'perimes.purger': purgerPerimesHandler,
  'recevabilite.reexaminer': reexaminerRecevabilitesHandler,
  'comptes.resserrer': resserrerComptesHandler,
  'comptes.verifier': verifierComptesHandler,
  'fichiers.balayer': balayerFichiersHandler,
  'nouvelles.resumer': resumerNouvellesHandler,
}

import type { ModeleATextes, TextesCampagne } from '#domain/courriel/textes'
import { type Composition, type Partie, partiesDe, rendreComposition, variablesDe } from '#emails/composition'
import { arDepot, type DonneesArDepot } from '#emails/modeles/ar-depot'
import { confirmationEnvoi, type DonneesConfirmation } from '#emails/modeles/confirmation-envoi'
import { avisPreprojet, type DonneesAvis } from '#emails/modeles/avis-preprojet'
import {
  type DonneesComplements,
  type DonneesComplet,
  type DonneesRelance,
  dossierComplet,
  piecesManquantes,
  relance,
} from '#emails/modeles/complements'
import {
  type DonneesIrrecevabilite,
  type DonneesRetrait,
  type DonneesSansSuite,
  irrecevabilite,
  retrait,
  sansSuite,
} from '#emails/modeles/cloture'
import { decisionDefavorable, decisionFavorable, decisionPartielle } from '#emails/modeles/decisions'
import type { DonneesAccord, DonneesAccordPartiel, DonneesRefus } from '#emails/modeles/decisions'
import { demandeBilan, type DonneesDemandeBilan } from '#emails/modeles/demande-bilan'
import {
  deverrouillageAccorde,
  deverrouillageRappel,
  type DonneesDeverrouillage,
  type DonneesRappel,
} from '#emails/modeles/deverrouillage-accorde'
import { deverrouillageRefuse, type DonneesRefusDeverrouillage } from '#emails/modeles/deverrouillage-refuse'
import { ficheRecue, type DonneesFicheRecue } from '#emails/modeles/fiche-recue'
import { invitationDepot, type DonneesInvitation } from '#emails/modeles/invitation-depot'
import { type DonneesReversement, reversement } from '#emails/modeles/reversement'
import { type DonneesVersement, versement } from '#emails/modeles/versement'
import type { CourrielRendu } from '#emails/mise-en-page'

/** What each modele about a fiche or a dossier needs to know. */
export type DonneesCourriel = {
  fiche_recue: DonneesFicheRecue
  avis_preprojet: DonneesAvis
  invitation_depot: DonneesInvitation
  confirmation_envoi: DonneesConfirmation
  ar_depot: DonneesArDepot
  pieces_manquantes: DonneesComplements
  relance: DonneesRelance
  dossier_complet: DonneesComplet
  deverrouillage_accorde: DonneesDeverrouillage
  deverrouillage_refuse: DonneesRefusDeverrouillage
  deverrouillage_rappel: DonneesRappel
  decision_favorable: DonneesAccord
  decision_partielle: DonneesAccordPartiel
  decision_defavorable: DonneesRefus
  demande_bilan: DonneesDemandeBilan
  versement: DonneesVersement
  reversement: DonneesReversement
  sans_suite: DonneesSansSuite
  retrait: DonneesRetrait
  irrecevabilite: DonneesIrrecevabilite
}

const COMPOSITIONS: { [M in ModeleATextes]: Composition<DonneesCourriel[M]> } = {
  fiche_recue: ficheRecue,
  avis_preprojet: avisPreprojet,
  invitation_depot: invitationDepot,
  confirmation_envoi: confirmationEnvoi,
  ar_depot: arDepot,
  pieces_manquantes: piecesManquantes,
  relance,
  dossier_complet: dossierComplet,
  deverrouillage_accorde: deverrouillageAccorde,
  deverrouillage_refuse: deverrouillageRefuse,
  deverrouillage_rappel: deverrouillageRappel,
  decision_favorable: decisionFavorable,
  decision_partielle: decisionPartielle,
  decision_defavorable: decisionDefavorable,
  demande_bilan: demandeBilan,
  versement,
  reversement,
  sans_suite: sansSuite,
  retrait,
  irrecevabilite,
}

/**
 * The words of one mail about a fiche or a dossier, in the prose of its campagne where it has some. Pure: the same data and texts always give
 * the same mail, so what an officer was shown is what leaves.
 */
export const rendreCourriel = <M extends ModeleATextes>(
  modele: M,
  donnees: DonneesCourriel[M],
  textes: TextesCampagne,
): CourrielRendu => rendreComposition<DonneesCourriel[M]>(COMPOSITIONS[modele], donnees, textes[modele] ?? {})

/** What a campagne may reword of a mail, and what it may not, in reading order. */
export const partiesDuModele = (modele: ModeleATextes): Partie[] => partiesDe(COMPOSITIONS[modele])

/** The words that may stand between braces in its prose, and what each stands for. */
export const variablesDuModele = (modele: ModeleATextes): { cle: string; nom: string }[] =>
  variablesDe(COMPOSITIONS[modele])

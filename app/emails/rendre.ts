import type { Modele } from '#domain/courriel/courriel'
import { arDepot, type DonneesArDepot } from '#emails/modeles/ar-depot'
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
import {
  deverrouillageAccorde,
  deverrouillageRappel,
  type DonneesDeverrouillage,
} from '#emails/modeles/deverrouillage-accorde'
import { deverrouillageRefuse, type DonneesRefusDeverrouillage } from '#emails/modeles/deverrouillage-refuse'
import { ficheRecue, type DonneesFicheRecue } from '#emails/modeles/fiche-recue'
import { invitationDepot, type DonneesInvitation } from '#emails/modeles/invitation-depot'
import { type DonneesMotDePasse, motDePasse } from '#emails/modeles/mot-de-passe'
import { messageLibre, type DonneesMessageLibre } from '#emails/modeles/message-libre'
import type { CourrielRendu } from '#emails/mise-en-page'

/** What each modele needs to know. */
export type DonneesCourriel = {
  fiche_recue: DonneesFicheRecue
  message_libre: DonneesMessageLibre
  avis_preprojet: DonneesAvis
  invitation_depot: DonneesInvitation
  ar_depot: DonneesArDepot
  pieces_manquantes: DonneesComplements
  relance: DonneesRelance
  dossier_complet: DonneesComplet
  deverrouillage_accorde: DonneesDeverrouillage
  deverrouillage_refuse: DonneesRefusDeverrouillage
  deverrouillage_rappel: Omit<DonneesDeverrouillage, 'motif'>
  decision_favorable: DonneesAccord
  decision_partielle: DonneesAccordPartiel
  decision_defavorable: DonneesRefus
  sans_suite: DonneesSansSuite
  retrait: DonneesRetrait
  irrecevabilite: DonneesIrrecevabilite
  mot_de_passe: DonneesMotDePasse
}

const RENDUS: { [M in Modele]: (donnees: DonneesCourriel[M]) => CourrielRendu } = {
  fiche_recue: ficheRecue,
  message_libre: messageLibre,
  avis_preprojet: avisPreprojet,
  invitation_depot: invitationDepot,
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
  sans_suite: sansSuite,
  retrait,
  irrecevabilite,
  mot_de_passe: motDePasse,
}

/** The words of one mail. Pure: the same data always gives the same mail, so what an officer was shown is what leaves. */
export const rendreCourriel = <M extends Modele>(modele: M, donnees: DonneesCourriel[M]): CourrielRendu =>
  RENDUS[modele](donnees)

import { type Modele, MODELES } from '#domain/courriel/courriel'
import { JOURS_MAX_DEPART } from '#domain/courriel/depart'
import { estPassable, type MotifRetenue, MOTIFS_RETENUE } from '#domain/courriel/retenue'
import { no, ok, type Result } from '#domain/result'
import { compareJours, daysBetween, type Jour, jourDeParis } from '#domain/temps/jour'

/** The mails whose words the software writes: each goes through {@link passerLaPorte}, twice. An officer's own words are theirs to send. */
export type ModeleAutomatique = Exclude<Modele, 'message_libre'>

export const MODELES_AUTOMATIQUES = MODELES.filter((modele): modele is ModeleAutomatique => modele !== 'message_libre')

/** What a mail tells. */
export type Fait = {
  /** When it happened; null when nobody knows, and then nobody is told by a machine. */
  le: Date | null
  /** True while it still holds: the dossier is open, the request is awaited, the decision stands. */
  tient: boolean
  /** Who else has told it already; null when nobody has. */
  ditPar: 'PORTAIL' | 'AGENT' | null
  /** True of a grant or a refusal by no délibération that anybody wrote down: decided before votes were kept (docs/domaine.md § 7.6). */
  sansDeliberation: boolean
  /** True of a decision of a vote held elsewhere that no second person has read yet (#domain/notification-de-decision/liberation-de-decision). */
  aRelire: boolean
}

export type CourrielALaPorte = {
  modele: ModeleAutomatique
  fait: Fait
  /** The days its words announce as still to come. */
  echeances: readonly Jour[]
  /** True when its foot names who answers, whole (#domain/courriel/signature). */
  signe: boolean
  /** Null when there is nobody to write to. */
  destinataire: string | null
  /** True when a mail to this address came back, and no officer has said since that it is good. */
  adresseEnEchec: boolean
  /** What officers have looked at and send in spite of; each stands for itself and for no other reason. */
  acceptes: readonly MotifRetenue[]
}

/**
 * Days after which a fact is no longer news, and is told by an officer or not at all. A receipt after a month is of no use to who waited
 * for it; what the accountants paid comes by their file of the month; what an act says leaves with the act, later by the time a queue may be down;
 * what an officer dated for later waits for its hour.
 */
export const JOURS_DE_FRAICHEUR: Record<ModeleAutomatique, number> = {
  fiche_recue: 30,
  confirmation_envoi: 7,
  ar_depot: 30,
  avis_preprojet: JOURS_MAX_DEPART + 7,
  invitation_depot: 7,
  pieces_manquantes: 7,
  relance: 15,
  dossier_complet: 7,
  deverrouillage_accorde: 7,
  deverrouillage_refuse: 7,
  deverrouillage_rappel: 2,
  decision_favorable: 7,
  decision_partielle: 7,
  decision_defavorable: 7,
  demande_bilan: 15,
  versement: 30,
  reversement: 7,
  sans_suite: 7,
  retrait: 7,
  irrecevabilite: 7,
  mot_de_passe: 1,
  nouvelles_du_jour: 1,
  compte_a_confirmer: 7,
  compte_ouvert: 7,
  compte_refuse: 7,
  mot_de_passe_extranet: 1,
  demande_a_deposer: 1,
  changement_reglement: 7,
  demande_avis: 7,
}

/** True when this day is over: a mail that announces it as to come would be false. The day itself is still to come. */
const estPassee = (echeance: Jour, today: Jour) => compareJours(echeance, today) < 0

/** A reason, and whether it holds this mail at this instant; in the order in which an officer looks at them. */
const RAISONS: Record<MotifRetenue, (mail: CourrielALaPorte, today: Jour) => boolean> = {
  SANS_ADRESSE: ({ destinataire }) => destinataire === null || destinataire.trim() === '',
  // Before what an officer may pass over: none of it is looked at alone.
  A_RELIRE: ({ fait }) => fait.aRelire,
  ADRESSE_EN_ECHEC: ({ adresseEnEchec }) => adresseEnEchec,
  DIT_PAR_LE_PORTAIL: ({ fait }) => fait.ditPar === 'PORTAIL',
  DIT_PAR_UN_AGENT: ({ fait }) => fait.ditPar === 'AGENT',
  FAIT_CADUC: ({ fait }) => !fait.tient,
  SANS_DELIBERATION: ({ fait }) => fait.sansDeliberation,
  // A fact that is yet to happen has a date that nobody can trust.
  FAIT_SANS_DATE: ({ fait }, today) => fait.le === null || daysBetween(today, jourDeParis(fait.le)) > 1,
  FAIT_ANCIEN: ({ modele, fait }, today) =>
    fait.le !== null && daysBetween(jourDeParis(fait.le), today) > JOURS_DE_FRAICHEUR[modele],
  ECHEANCE_PASSEE: ({ echeances }, today) => echeances.some((jour) => estPassee(jour, today)),
  SIGNATAIRE_INCOMPLET: ({ signe }) => !signe,
  // Known once its letter is drawn, which is after the gate (#usecases/courriel/retenir-sans-lettre).
  LETTRE_A_REVOIR: () => false,
}

/**
 * May this mail leave at this instant? Asked by the act that promises it, for the instant it is to leave, and again when it leaves: what it
 * says may have ceased to be true while it waited. A refusal holds it, for an officer to see.
 */
export function passerLaPorte(mail: CourrielALaPorte, now: Date): Result<undefined, MotifRetenue> {
  const today = jourDeParis(now)
  const motif = MOTIFS_RETENUE.find(
    (un) => !(mail.acceptes.includes(un) && estPassable(un)) && RAISONS[un](mail, today),
  )
  return motif ? no(motif) : ok()
}

/** The receipts that answer what came from outside: when one is held from the start, it is not written at all, and the journal says why. */
export const estAccuse = (modele: ModeleAutomatique): boolean => modele === 'fiche_recue' || modele === 'ar_depot'

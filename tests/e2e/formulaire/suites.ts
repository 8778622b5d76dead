/** The forms of what follows a decision that the journey of forms does not fill, and why. */
export const DES_SUITES = {
  critere: 'the same fields as critereAjoute, on a critère that the campagne of this journey does not have',
  criterePlace: 'buttons, on a critère that the campagne of this journey does not have: nothing is written in it',
  lecture: 'its own journey keeps one, is refused, and renders it (tests/e2e/propos/notation.spec.ts)',
  courrierRepris: 'a button, on a decision that was notified by post: nothing is written in it',
  lettreSignee: 'a file: nothing is written in it',
  lettreSigneeRetiree: 'a button, on a signed letter that was deposited: nothing is written in it',
  convention: 'one day, on a grant above the threshold of conventions: the demonstration has none',
  conventionReprise: 'a button, on a convention that is said signed: nothing is written in it',
  fichierDeVersements: 'a file of the accountants: nothing is written in it',
  versementAnnule: 'one reason, on a payment that was recorded: nothing is paid of the dossier of this journey',
  bilanExamine: 'its fields come once a bilan is said received, which none is in this journey',
  avisDemande: 'its own journey is refused, keeps what was typed and sends it (tests/e2e/propos/avis-expert.spec.ts)',
  avisProlonge: 'one day, on an avis that is asked for: none is in this journey',
  avisRevoque: 'a button, on an avis that is asked for: nothing is written in it',
  avisRendu: 'behind the link of an expert, where no session is open: its own journey fills it',
  bilanRepris: 'a button, on a bilan that is said received: nothing is written in it',
} as const

import type { NomFormulaire } from '../../../app/libelles/formulaire'

/** The forms of a séance, and of a decision voted elsewhere: what is written in them is tried in its own journeys (tests/e2e/seance). */
export const DE_LA_SEANCE = {
  retraitSeance: 'a button, on a line of a séance: nothing is written in it',
  voteRepris: 'a button, on a line that was voted: nothing is written in it',
  scenario: 'the rules and the amounts of a simulation, in their own journey (tests/e2e/seance)',
  classeurDeVotes: 'a file, where the list of a séance is closed: nothing is written in it',
  fichierDAccuses: 'a file of the télétransmission: nothing is written in it',
  accuses: 'a button, on a file that was looked at: nothing is written in it',
  rangSeance: 'a rank, on a line of a séance: it is read in the list',
  suiteSeance: 'a button, or one day that is read nowhere else, where the list of a séance is closed',
  lettresSeance: 'a button, where the délibération of a séance is numbered: nothing is written in it',
  preparationSeance: 'a button, where the délibération of a séance is in force: nothing is written in it',
  libererDecision: 'a button, on a decision that somebody else took: nothing is written in it',
  vote: 'the votes of a séance, in their own journey (tests/e2e/seance)',
} as const satisfies Partial<Record<NomFormulaire, string>>

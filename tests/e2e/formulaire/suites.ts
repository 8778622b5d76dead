/** The forms of what follows a grant that the journey of forms does not fill, and why. */
export const DES_SUITES = {
  convention: 'one day, on a grant above the threshold of conventions: the demonstration has none',
  conventionReprise: 'a button, on a convention that is said signed: nothing is written in it',
  versementAnnule: 'one reason, on a payment that was recorded: nothing is paid of the dossier of this journey',
} as const

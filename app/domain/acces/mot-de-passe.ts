/** Characters a password counts at least (CNIL, délibération 2022-100: length over symbols, with a limit on tries). */
export const LONGUEUR_MOT_DE_PASSE = 12

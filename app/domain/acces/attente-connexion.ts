/** Seconds before the next try, after so many failures in a row from one place on one account: five are free, then each waits longer. */
export const ATTENTES_S: readonly number[] = [0, 0, 0, 0, 0, 2, 5, 15, 30, 60, 120, 300, 900]

/** Failures this old count no more, in hours. */
export const OUBLI_ECHECS_H = 24

/** A browser not used for as long is one like any other, in days. */
export const OUBLI_NAVIGATEUR_J = 365

/** A session ends when nothing was asked of it for as long, in hours, before the end of its day. */
export const INACTIVITE_MAX_H = 2

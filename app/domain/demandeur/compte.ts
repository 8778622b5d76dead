import { no, ok, type Result } from '#domain/result'

/** The account of a demandeur, as an officer acts on it. */
export type CompteDemandeur = { actif: boolean; secondFacteur: boolean }

export type RefusCompteDemandeur = 'DEJA_FERME' | 'DEJA_OUVERT' | 'SANS_SECOND_FACTEUR'

/** Nobody signs in with a closed account, nor is given a password by a mail; what was done keeps its name. */
export const fermerCompteDemandeur = ({ actif }: CompteDemandeur): Result<true, RefusCompteDemandeur> =>
  actif ? ok(true) : no('DEJA_FERME')

/** The way back: with the password it had. */
export const rouvrirCompteDemandeur = ({ actif }: CompteDemandeur): Result<true, RefusCompteDemandeur> =>
  actif ? no('DEJA_OUVERT') : ok(true)

/** Takes off the second factor of somebody who can give no code any more; they may turn it on again. */
export const oterSecondFacteur = ({ secondFacteur }: CompteDemandeur): Result<true, RefusCompteDemandeur> =>
  secondFacteur ? ok(true) : no('SANS_SECOND_FACTEUR')

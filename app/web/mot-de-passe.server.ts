import { z } from 'zod'
import { LONGUEUR_MOT_DE_PASSE } from '#domain/acces/mot-de-passe'
import { LIBELLE_REFUS_MOT_DE_PASSE } from '#libelles/acces'

/** A password that is chosen, typed twice: of an officer or of a demandeur. */
export const MotDePasseForm = z
  .object({
    motDePasse: z
      .string('Choisissez un mot de passe.')
      .min(LONGUEUR_MOT_DE_PASSE, LIBELLE_REFUS_MOT_DE_PASSE.MOT_DE_PASSE_TROP_COURT)
      .max(200, 'Ce mot de passe est trop long.'),
    confirmation: z.string('Saisissez une seconde fois le mot de passe.'),
  })
  .refine((f) => f.motDePasse === f.confirmation, {
    path: ['confirmation'],
    message: 'Les deux mots de passe diffèrent.',
  })

import { z } from 'zod'
import { CHAMPS_DE_LOT, type ChampDeLot, type ChampsDeLot } from '#domain/lot-actes/acte-de-lot'

/** Longer than any field of a lot may be: what is too long is said by the rule of its act. */
const LONGUEUR_MAX = 20_000

/** The fields that an act of a lot may ask for, in a form: each act reads its own. */
export const champsDeLotDuForm = Object.fromEntries(
  CHAMPS_DE_LOT.map((nom) => [nom, z.string().max(LONGUEUR_MAX).optional()]),
) as Record<ChampDeLot, z.ZodOptional<z.ZodString>>

/** Those that were filled in. */
export const champsRemplis = (form: Partial<Record<ChampDeLot, string | undefined>>): ChampsDeLot =>
  Object.fromEntries(CHAMPS_DE_LOT.flatMap((nom) => (form[nom] === undefined ? [] : [[nom, form[nom]]])))

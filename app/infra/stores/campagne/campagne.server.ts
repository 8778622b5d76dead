import { campagneParDefaut, codeCampagne } from '#domain/campagne/campagne-par-defaut'
import type { Dispositif } from '#domain/dispositif'
import { matriceParDefaut } from '#domain/campagne/matrice'
import { REGLAGES_PAR_DEFAUT, reglagesEnJson } from '#domain/campagne/reglages'
import { toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'

/** One year of a dispositif. */
export type Millesime = { dispositif: Dispositif; annee: number }

const LUE = {
  id: true,
  code: true,
  dispositif: true,
  annee: true,
  reglages: true,
  textes: true,
  echeanceFiche: true,
  echeanceDepot: true,
} as const

/** The campagne of this year, or null. */
export const findCampagne = (tx: Tx, { dispositif, annee }: Millesime) =>
  tx.campagne.findUnique({ where: { code: codeCampagne(dispositif, annee) }, select: LUE })

export type CampagneLue = NonNullable<Awaited<ReturnType<typeof findCampagne>>>

/** The campagne of this year, with the default réglages and matrix when nobody has opened it: what it asks holds from `le`. Of two at once, one creates it. */
export async function findOrCreateCampagne(
  tx: Tx,
  { dispositif, annee }: Millesime,
  le: Date,
): Promise<{ campagne: CampagneLue; creee: boolean }> {
  const known = await findCampagne(tx, { dispositif, annee })
  if (known) return { campagne: known, creee: false }
  const { ouverteLe, echeanceFiche, echeanceDepot, ...reste } = campagneParDefaut(dispositif, annee)
  const { count } = await tx.campagne.createMany({
    data: {
      ...reste,
      ouverteLe: toDate(ouverteLe),
      echeanceFiche: toDate(echeanceFiche),
      echeanceDepot: toDate(echeanceDepot),
      reglages: reglagesEnJson(REGLAGES_PAR_DEFAUT[dispositif]),
    },
    skipDuplicates: true,
  })
  const campagne = await tx.campagne.findUniqueOrThrow({ where: { code: reste.code }, select: LUE })
  if (count === 0) return { campagne, creee: false }
  await tx.versionExigences.create({
    data: {
      campagneId: campagne.id,
      numero: 1,
      publieeLe: le,
      creeLe: le,
      pieces: {
        createMany: {
          data: matriceParDefaut(dispositif).map(({ condition, ...ligne }) => ({
            ...ligne,
            ...(condition && { condition }),
          })),
        },
      },
    },
    select: { id: true },
  })
  return { campagne, creee: true }
}

import type { Prisma } from '#prisma'

/** The values of the filters of a bannette, by the parameter of the address; one that is not set is absent or empty. */
export type ValeursDe<N extends string> = { readonly [nom in N]?: string | undefined }

/** What each filter of a bannette asks of a row, knowing the others. A name without its SQL does not compile, nor SQL without a name. */
export type FiltresSql<N extends string, P extends ValeursDe<N>> = {
  readonly [nom in N]: (valeur: NonNullable<P[nom]>, toutes: P) => Prisma.Sql
}

/** One filter that is set. */
export type FiltrePose<N extends string = string> = { nom: N; valeur: string; sql: Prisma.Sql }

/** The filters that are set, each with its SQL, in the order of the record. */
export function filtresPoses<N extends string, P extends ValeursDe<N>>(
  filtres: FiltresSql<N, P>,
  valeurs: P,
): FiltrePose<N>[] {
  const poser = (nom: N): FiltrePose<N>[] => {
    const valeur = valeurs[nom]
    return valeur ? [{ nom, valeur, sql: filtres[nom](valeur, valeurs) }] : []
  }
  return (Object.keys(filtres) as N[]).flatMap((nom) => poser(nom))
}

export const sqlDe = (filtres: readonly FiltrePose[]): Prisma.Sql[] => filtres.map(({ sql }) => sql)

/** What each filter hides: how many rows would show without it. Asked only when nothing shows. */
export async function sansChaqueFiltre<N extends string>(
  filtres: readonly FiltrePose<N>[],
  compter: (restants: FiltrePose<N>[]) => Promise<number>,
): Promise<{ nom: N; total: number }[]> {
  return Promise.all(
    filtres.map(async ({ nom }) => ({ nom, total: await compter(filtres.filter((filtre) => filtre.nom !== nom)) })),
  )
}

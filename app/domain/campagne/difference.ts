import { lireCas, type Sinon } from '#domain/campagne/exigence'
import type { Exigence } from '#domain/piece/completude'
import type { CodePiece } from '#domain/piece/piece'
import { motifsDesRegles, reglesDe } from '#domain/piece/regles-validite'
import type { Genre } from '#domain/structure/genre'

/** One line of a matrix as its row holds it. */
export type LigneStockee = {
  genre: Genre
  code: CodePiece
  exigence: Exigence
  condition: unknown
  regles: unknown
  motifs: readonly string[]
}

/** What differs in one place of two matrices; null where the pièce is not asked. */
export type Difference = { genre: Genre; code: CodePiece; avant: LigneStockee | null; apres: LigneStockee | null }

/** The reasons offered for a refusal of this pièce: those of the campagne, else those its rules can be broken by. */
export const motifsOfferts = ({
  code,
  regles,
  motifs,
}: Pick<LigneStockee, 'regles' | 'motifs'> & { code: string }): string[] =>
  motifs.length > 0 ? [...motifs] : motifsDesRegles(reglesDe(code, regles))

/** What a line says, whatever way it was written down. */
const sens = (ligne: LigneStockee) =>
  JSON.stringify([
    ligne.exigence,
    lireCas(ligne.condition),
    reglesDe(ligne.code, ligne.regles),
    motifsOfferts(ligne).toSorted(),
  ])

const cle = ({ genre, code }: Pick<LigneStockee, 'genre' | 'code'>) => `${genre}/${code}`

/** Where two matrices do not say the same, in the order of the second, then what only the first asks. */
export function comparerMatrices(avant: readonly LigneStockee[], apres: readonly LigneStockee[]): Difference[] {
  const anciennes = new Map(avant.map((ligne) => [cle(ligne), ligne]))
  const nouvelles = new Set(apres.map(cle))
  const changees = apres.flatMap((ligne): Difference[] => {
    const ancienne = anciennes.get(cle(ligne)) ?? null
    return ancienne && sens(ancienne) === sens(ligne)
      ? []
      : [{ genre: ligne.genre, code: ligne.code, avant: ancienne, apres: ligne }]
  })
  const retirees = avant
    .filter((ligne) => !nouvelles.has(cle(ligne)))
    .map((ligne): Difference => ({ genre: ligne.genre, code: ligne.code, avant: ligne, apres: null }))
  return [...changees, ...retirees]
}

/** What changes for one dossier, code by code. */
export type ChangementDemande = { code: string; avant: Sinon; apres: Sinon }

type Exigee = { code: string; exigence: Exigence }

/** What would be asked otherwise of one dossier under another version. */
export function comparerExigees(avant: readonly Exigee[], apres: readonly Exigee[]): ChangementDemande[] {
  const de = (exigees: readonly Exigee[], code: string): Sinon =>
    exigees.find((e) => e.code === code)?.exigence ?? 'NON_DEMANDEE'
  const codes = [...new Set([...apres, ...avant].map(({ code }) => code))]
  return codes
    .map((code) => ({ code, avant: de(avant, code), apres: de(apres, code) }))
    .filter((changement) => changement.avant !== changement.apres)
}

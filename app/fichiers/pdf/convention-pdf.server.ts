import { no, type Result } from '#domain/result'
import type { ConventionEcrite } from '#emails/convention-de-subvention'
import { changer, composerPdf, dessinable, lireModele } from '#fichiers/pdf/typst'

const MODELE = lireModele('corps.typ', 'convention.typ')

/** The longest word that stands in the column of a signature, in characters. */
const MOT_MAX = 40

/** A convention as PDF/UA-1 (#fichiers/pdf/typst). CONVENTION_NON_COMPOSEE where Typst warns of anything, its words in `detail`. */
export function ecrireConvention(convention: ConventionEcrite): Result<Buffer, 'CONVENTION_NON_COMPOSEE'> {
  const ecrite = composerPdf(
    MODELE,
    changer(convention, (texte) => dessinable(texte, MOT_MAX)),
  )
  return ecrite.ok ? ecrite : no('CONVENTION_NON_COMPOSEE', ecrite.detail)
}

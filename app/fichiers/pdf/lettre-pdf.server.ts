import { no, type Result } from '#domain/result'
import type { Lettre } from '#emails/lettre'
import { changer, composerPdf, dessinable, lireModele } from '#fichiers/pdf/typst'

const MODELE = lireModele('corps.typ', 'lettre.typ')

/** The longest word that stands on a line of the address, in characters. */
const MOT_MAX = 40

/** A letter as PDF/UA-1 (#fichiers/pdf/typst). LETTRE_NON_COMPOSEE where Typst warns of anything, its words in `detail`. */
export function ecrireLettre(lettre: Lettre): Result<Buffer, 'LETTRE_NON_COMPOSEE'> {
  const { lieuEtDate, ...reste } = changer(lettre, (texte) => dessinable(texte, MOT_MAX))
  const ecrite = composerPdf(MODELE, { ...reste, 'lieu-et-date': lieuEtDate })
  return ecrite.ok ? ecrite : no('LETTRE_NON_COMPOSEE', ecrite.detail)
}

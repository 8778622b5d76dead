import { formatMontant } from '#domain/budget/montant'
import { formatJour } from '#domain/temps/jour'
import { type Detail, motsDe, type Recit, texte } from '#libelles/journal/detail-journal'
import { LIBELLE_NATURE_VERSEMENT } from '#libelles/suite-accord/versement'

const montantDe = (cents: string): string => (/^\d+$/.test(cents) ? ` de ${formatMontant(BigInt(cents))}` : '')

const versement = (d: Detail): string[] => [
  `${motsDe(LIBELLE_NATURE_VERSEMENT, texte(d, 'nature'))}${montantDe(texte(d, 'montantCents'))}, le ${formatJour(texte(d, 'jour'))}`,
  `référence ${texte(d, 'reference')}`,
]

/** What is told of what follows a grant: its convention and what is paid. */
export const RECITS_SUITES: Record<string, (detail: Detail) => Partial<Recit>> = {
  signerConvention: (d) => ({ precisions: [`le ${formatJour(texte(d, 'jour'))}`] }),
  reprendreConvention: (d) => ({ precisions: [`signée le ${formatJour(texte(d, 'jour'))}`] }),
  enregistrerVersement: (d) => ({ precisions: versement(d) }),
  annulerVersement: (d) => ({ precisions: [...versement(d), `Motif\u00a0: ${texte(d, 'motif')}`] }),
}

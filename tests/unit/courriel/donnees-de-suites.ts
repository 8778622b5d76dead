import type { DonneesDossier } from '#emails/formules'
import type { ReversementDit } from '#emails/modeles/reversement'
import type { VersementDit } from '#domain/suite-accord/versement-dit'

/** An acompte of a grant whose bilan is still to come. */
const VERSEMENT: VersementDit = {
  ...{ nature: 'ACOMPTE', montantCents: 315_000n, verseLe: '2025-10-02', reference: 'M-2025-118' },
  ...{ totalCents: 315_000n, rendu: false, accordeCents: 450_000n },
  suite: { resteCents: 135_000n, suitLaDepense: false, bilan: { etat: 'ATTENDU', duLe: '2026-05-13' } },
}

/** Half of what was planned was spent, of a grant paid at 70 %; a part of what that makes is asked. */
const REVERSEMENT: ReversementDit = {
  ...{ montantCents: 60_000n, calculeCents: 90_000n, accordeCents: 450_000n, verseCents: 315_000n },
  ...{ depenseCents: 500_000n, prevuCents: 1_000_000n, duLe: '2026-07-31' },
  motif: 'Les frais d’annulation du car sont admis.',
  modalites: 'Par virement, à réception du titre de recette.',
}

/** What is told of this dossier once it is paid. */
export const suitesDites = (dossier: DonneesDossier) => ({
  versement: { ...dossier, ...VERSEMENT },
  reversement: { ...dossier, ...REVERSEMENT, saisine: 'CITOYENS' as const },
})

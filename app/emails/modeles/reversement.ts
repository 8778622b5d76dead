import { formatMontant, type Montant } from '#domain/budget/montant'
import type { Saisine } from '#domain/structure/saisine-du-tribunal'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose, type Variable } from '#emails/composition'
import { type DonneesDossier, numeroDe } from '#emails/formules'
import { citation, fort, jourAVenir, liste, p } from '#emails/mise-en-page'
import { RECOURS, SALUTATION, SIGNATURE, SUIVI } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'

/** What is asked, and the figures it is worked out from. */
export type ReversementDit = {
  montantCents: Montant
  calculeCents: Montant
  accordeCents: Montant
  verseCents: Montant
  depenseCents: Montant
  /** What the project was to cost; null where it is not known. */
  prevuCents: Montant | null
  /** Why less is asked than what was worked out; '' of the whole. */
  motif: string
  /** How it is paid, as the officer wrote it. */
  modalites: string
  duLe: Jour
}

export type DonneesReversement = DonneesDossier & ReversementDit & { saisine: Saisine }

const VARIABLES = {
  ...VARIABLES_DOSSIER,
  montant: { nom: 'le montant à reverser', valeur: ({ montantCents }) => fort(formatMontant(montantCents)) },
  du_le: { nom: 'le dernier jour pour le reverser', valeur: ({ duLe }) => jourAVenir(duLe, ' inclus') },
} as const satisfies Record<string, Variable<DonneesReversement>>

/** The grant follows what was spent: each figure that makes the amount, in the order in which it is worked out. */
const calculDit = ({
  accordeCents,
  verseCents,
  depenseCents,
  prevuCents,
  calculeCents,
}: DonneesReversement): string[] => [
  `subvention accordée\u00a0: ${formatMontant(accordeCents)}\u00a0;`,
  `dépensé, selon votre bilan\u00a0: ${formatMontant(depenseCents)}${prevuCents === null ? '' : ` (prévu\u00a0: ${formatMontant(prevuCents)})`}\u00a0;`,
  `subvention due, qui suit ce qui a été dépensé\u00a0: ${formatMontant(verseCents - calculeCents)}\u00a0;`,
  `versé à ce jour\u00a0: ${formatMontant(verseCents)}\u00a0;`,
  `versé au-delà de ce qui est dû\u00a0: ${formatMontant(calculeCents)}.`,
]

/** What a structure is asked to give back: how much, why, until when and how, and how to contest it. */
export const reversement: Composition<DonneesReversement> = {
  objet: ({ numero }) => `Votre subvention ${numeroDe(numero)}\u00a0: un reversement vous est demandé`,
  variables: VARIABLES,
  morceaux: [
    SALUTATION,
    prose(
      'reversement',
      'Ce qui est demandé',
      'Le Département du Pas-de-Calais vous demande de lui reverser {montant} sur la subvention accordée à votre demande {numero} {projet}, avant le {du_le}.',
      { requises: ['numero', 'montant', 'du_le'] },
    ),
    fixe('Comment le montant est calculé', (donnees) => [
      p('Comment ce montant est calculé\u00a0:'),
      liste(calculDit(donnees)),
    ]),
    fixe('Pourquoi moins est demandé, dans les mots de l’agent', ({ motif }) =>
      motif === '' ? [] : [p('Pourquoi le montant demandé est moindre\u00a0:'), citation(motif)],
    ),
    fixe('Comment reverser cette somme, dans les mots de l’agent', ({ modalites }) => [
      p('Comment reverser cette somme\u00a0:'),
      citation(modalites),
    ]),
    RECOURS,
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

import { formatMontant } from '#domain/budget/montant'
import type { VersementDit } from '#domain/suite-accord/versement-dit'
import { avantDeSigner, type Composition, fixe, prose, type Variable } from '#emails/composition'
import { type DonneesDossier, numeroDe } from '#emails/formules'
import { type Bloc, enLigne, fort, jourAVenir, leJour, p } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE, SUIVI } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'

export type DonneesVersement = DonneesDossier & VersementDit

type Suite = NonNullable<DonneesVersement['suite']>

const VARIABLES = {
  ...VARIABLES_DOSSIER,
  montant: { nom: 'le montant versé', valeur: ({ montantCents }) => fort(formatMontant(montantCents)) },
  verse_le: { nom: 'le jour du versement', valeur: ({ verseLe }) => leJour(verseLe) },
  reference: { nom: 'la référence du versement', valeur: ({ reference }) => enLigne(reference) },
} as const satisfies Record<string, Variable<DonneesVersement>>

const REQUISES = { requises: ['numero', 'montant', 'verse_le'] }

const totalDit = ({ totalCents, accordeCents, rendu }: DonneesVersement): Bloc =>
  p(
    `Avec ce versement, vous avez reçu ${formatMontant(totalCents)} en tout, sur les ${formatMontant(accordeCents)} accordés`,
    rendu ? ', une fois déduit ce que vous avez rendu.' : '.',
  )

/** Until when the bilan is awaited, or where it stands; its last day is announced as to come while it is. */
function bilanDit({ etat, duLe }: NonNullable<Suite['bilan']>): Bloc {
  switch (etat) {
    case 'ATTENDU':
      return p('Envoyez-nous ce bilan avant le ', jourAVenir(duLe, ' inclus'), '.')
    case 'A_COMPLETER':
      return p('Ce bilan est à compléter avant le ', jourAVenir(duLe, ' inclus'), '.')
    case 'EN_RETARD':
      return p(`Ce bilan était attendu le ${leJour(duLe)}\u00a0: envoyez-le-nous, ou complétez-le, au plus vite.`)
    case 'A_EXAMINER':
      return p('Nous avons reçu ce bilan, et nous allons l’examiner.')
  }
}

/** What is left of an acompte, and on which condition it is paid: the bilan in order, or nothing more. */
function resteDit({ resteCents, suitLaDepense, bilan }: Suite): Bloc[] {
  const depense = suitLaDepense ? ' La subvention suit les dépenses de votre bilan.' : ''
  if (resteCents === 0n) return suitLaDepense ? [p(depense.trim())] : []
  const reste = formatMontant(resteCents)
  if (!bilan) return [p(`Il reste ${reste} à verser.${depense}`)]
  return [
    p(
      `Il reste au plus ${reste} à verser. Le solde se verse après l’examen du bilan de votre projet, et suit ce qui a été dépensé.`,
    ),
  ]
}

function suiteDite({ nature, suite }: DonneesVersement): Bloc[] {
  if (!suite) return []
  const { bilan, resteCents } = suite
  if (!bilan) return resteDit(suite)
  const rappel = resteCents === 0n ? [p('Cette subvention vous oblige à un bilan de votre projet.')] : []
  return [...(nature === 'SOLDE' ? [] : resteDit(suite)), ...rappel, bilanDit(bilan)]
}

/** M13: what was paid of a grant, and what follows: what is left and on which condition, or that nothing is. */
export const versement: Composition<DonneesVersement> = {
  objet: ({ numero, nature }) =>
    `Votre subvention ${numeroDe(numero)}\u00a0: ${nature === 'SOLDE' ? 'le solde vous a été versé' : 'un acompte vous a été versé'}`,
  variables: VARIABLES,
  morceaux: [
    SALUTATION,
    prose(
      'acompte',
      'Ce qui est versé (acompte)',
      'Le Département du Pas-de-Calais vous a versé, le {verse_le}, un acompte de {montant} sur la subvention accordée à votre demande {numero} {projet}. Référence du versement\u00a0: {reference}.',
      { ...REQUISES, si: ({ nature }) => nature === 'ACOMPTE' },
    ),
    prose(
      'solde',
      'Ce qui est versé (solde)',
      'Le Département du Pas-de-Calais vous a versé, le {verse_le}, le solde de la subvention accordée à votre demande {numero} {projet}, soit {montant}. Référence du versement\u00a0: {reference}. Aucun autre versement ne suivra.',
      { ...REQUISES, si: ({ nature }) => nature === 'SOLDE' },
    ),
    fixe('Le total versé, ce qui reste et à quelle condition, et le bilan s’il est dû', (donnees) => [
      totalDit(donnees),
      ...suiteDite(donnees),
    ]),
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

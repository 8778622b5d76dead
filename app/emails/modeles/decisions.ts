import { formatMontant, formatPourcent, type Montant } from '#domain/budget/montant'
import type { MotifRefus } from '#domain/dossier/decision'
import type { Saisine } from '#domain/structure/saisine-du-tribunal'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose } from '#emails/composition'
import { guillemets, montantComplet, numeroDe, type DonneesDossier } from '#emails/formules'
import { citation, enLigne, fort, jourAVenir, leJour, liste, p, type Bloc, type Fragment } from '#emails/mise-en-page'
import { type AvecLettre, LETTRE_JOINTE, RECOURS, SALUTATION, SIGNATURE, SUIVI } from '#emails/morceaux'
import { VARIABLES_DOSSIER } from '#emails/variables'
import { LIBELLE_MOTIF_REFUS } from '#libelles/dossier/dossier'

/** The vote that makes a decision, once it is in force (docs/domaine.md § 7.6); null where it is not recorded. */
export type Deliberation = { reference: string; le: Jour }

export type DonneesAccord = DonneesDossier &
  AvecLettre & {
    montantAccordeCents: Montant
    deliberation: Deliberation | null
    /** Share paid first, 0 to 1; 1 means all at once. */
    tauxAcompte: number
    bilanDuLe: Jour | null
    conventionRequise: boolean
  }

export type DonneesAccordPartiel = DonneesAccord & {
  montantDemandeCents: Montant
  /** Why less than what was asked. */
  precision: string
  saisine: Saisine
}

export type DonneesRefus = DonneesDossier &
  AvecLettre & {
    montantDemandeCents: Montant
    motif: MotifRefus
    precision: string
    deliberation: Deliberation | null
    saisine: Saisine
  }

/** The vote that made it; null where it is not recorded. */
export const voteDit = (deliberation: Deliberation | null): Bloc | null =>
  deliberation &&
  p(
    `Cette décision a été votée par la Commission permanente du Conseil départemental le ${leJour(deliberation.le)} (délibération ${numeroDe(deliberation.reference)}).`,
  )

/** What is paid first, in cents; null where all is paid at once. */
export const acompteDe = ({
  montantAccordeCents,
  tauxAcompte,
}: Pick<DonneesAccord, 'montantAccordeCents' | 'tauxAcompte'>): Montant | null =>
  tauxAcompte >= 1 ? null : (montantAccordeCents * BigInt(Math.round(tauxAcompte * 10_000))) / 10_000n

function versement(donnees: DonneesAccord): Fragment {
  const acompte = acompteDe(donnees)
  return acompte === null
    ? 'Versement\u00a0: la subvention vous sera versée en une fois.'
    : `Versement\u00a0: un acompte de ${formatPourcent(donnees.tauxAcompte)}, soit ${formatMontant(acompte)}, puis le solde après examen du bilan.`
}

/** What a grant obliges to (docs/domaine.md § 7.6): a bilan, the Département's name, no re-granting, a convention above the threshold. */
export const suitesDites = (donnees: DonneesAccord): Bloc =>
  liste([
    ...(donnees.conventionRequise
      ? [
          'Convention\u00a0: vu le montant accordé dans l’année, une convention vous sera envoyée\u00a0; elle doit être signée avant tout versement.',
        ]
      : []),
    versement(donnees),
    donnees.bilanDuLe
      ? [
          'Bilan\u00a0: envoyez-nous le compte rendu du projet et de ses dépenses avant le ',
          jourAVenir(donnees.bilanDuLe),
          '.',
        ]
      : 'Bilan\u00a0: envoyez-nous le compte rendu du projet et de ses dépenses dans les six mois qui suivent sa fin.',
    'Communication\u00a0: mentionnez le soutien du Département du Pas-de-Calais et affichez son logo.',
    'Usage\u00a0: la subvention sert à ce projet seulement et ne peut pas être reversée à un autre organisme.',
  ])

const projet = ({ numero, objet, structure }: DonneesDossier): string =>
  `le projet ${guillemets(objet)} de ${enLigne(structure)} (demande ${numeroDe(numero)})`

const VOTE = fixe<{ deliberation: Deliberation | null }>('La délibération', ({ deliberation }) => [
  voteDit(deliberation),
])

const SUITES = fixe<DonneesAccord>(
  'Ce qui suit\u00a0: convention, versement, bilan, communication, usage',
  (donnees) => [p('Ce qui suit\u00a0:'), suitesDites(donnees)],
)

/** What is granted, in figures and in letters. */
export const accordDit = (donnees: DonneesAccord): Bloc =>
  p(
    'Le Département du Pas-de-Calais vous accorde une subvention de ',
    ...montantComplet(donnees.montantAccordeCents),
    ` pour ${projet(donnees)}.`,
  )

/** The same, beside what was asked. */
export const accordPartielDit = (donnees: DonneesAccordPartiel): Bloc =>
  p(
    'Le Département du Pas-de-Calais vous accorde une subvention de ',
    ...montantComplet(donnees.montantAccordeCents),
    ` pour ${projet(donnees)}. Vous aviez demandé ${formatMontant(donnees.montantDemandeCents)}.`,
  )

/** Why less than what was asked. */
export const motifDAccordPartiel = ({ precision }: DonneesAccordPartiel): Bloc[] => [
  p('Motif de ce montant\u00a0:'),
  citation(precision),
]

/** What is refused. */
export const refusDit = (donnees: DonneesRefus): Bloc =>
  p(
    'Le Département du Pas-de-Calais ',
    fort('n’accorde pas'),
    ` la subvention de ${formatMontant(donnees.montantDemandeCents)} que vous avez demandée pour ${projet(donnees)}.`,
  )

/** Why it is refused. */
export const motifDeRefus = ({ motif, precision }: DonneesRefus): Bloc[] => [
  p('Motif\u00a0: ', fort(LIBELLE_MOTIF_REFUS[motif]), '.'),
  citation(precision),
]

/** M09: everything that was asked is granted. The decision first, then what follows. */
export const decisionFavorable: Composition<DonneesAccord> = {
  objet: { maison: 'Subvention accordée pour votre demande {numero}', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('La décision et le montant, en chiffres et en lettres', (donnees) => [accordDit(donnees)]),
    VOTE,
    SUITES,
    LETTRE_JOINTE,
    SUIVI,
    prose('voeux', 'Le mot de la fin', 'Nous vous souhaitons une belle réussite.'),
    SIGNATURE,
  ],
}

/** M10: less than what was asked is granted, which may be contested. */
export const decisionPartielle: Composition<DonneesAccordPartiel> = {
  objet: { maison: 'Subvention accordée en partie pour votre demande {numero}', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('La décision et le montant, en chiffres et en lettres', (donnees) => [accordPartielDit(donnees)]),
    fixe('Le motif', motifDAccordPartiel),
    VOTE,
    SUITES,
    RECOURS,
    LETTRE_JOINTE,
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

/** M11: a refusal, its ground in words, how to contest it and whom to call (docs/domaine.md §§ 7.4, 7.5). */
export const decisionDefavorable: Composition<DonneesRefus> = {
  objet: { maison: 'Réponse à votre demande de subvention {numero}', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('La décision', (donnees) => [refusDit(donnees)]),
    fixe('Le motif', motifDeRefus),
    VOTE,
    prose('contact', 'Qui appeler', 'Pour en parler avec nous, appelez le {telephone} ou répondez à ce message.', {
      requises: ['telephone'],
    }),
    RECOURS,
    LETTRE_JOINTE,
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

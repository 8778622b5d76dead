import { formatMontant, type Montant } from '#domain/budget/montant'
import { compter } from '#domain/nombre'
import type { Coupe } from '#domain/rapport/sommes'
import { LIBELLE_COUPE } from '#libelles/rapport'
import type { GroupeDeSynthese } from '#reports/budget/groupes'
import type { Graphique } from '#reports/graphique'

/** Rows of the page, from 1, both included. */
type Rangee = { premiere: number; derniere: number }

/** The groups of one cutting, and the rows they stand on. */
export type RangeeDeGroupes = Rangee & { groupes: readonly GroupeDeSynthese[] }

type DeQuoi = {
  etapes: Rangee & { montants: readonly (readonly [libelle: string, cents: Montant])[] }
  coupes: ReadonlyMap<Coupe, RangeeDeGroupes>
  /** The row under which charts stand side by side, and how many rows they have. */
  zone: { haut: number; lignes: number }
}

const CLAIR = '6F8FB8'
const SOMBRE = '1F3A5F'
/** Beside the steps, then under them: the left half of the page, and the right. */
const [A, F, K] = [0, 5, 10]

/** Groups named in the words that stand for a chart; more are in the table under it. */
const DITS_MAX = 12

const dire = (titre: string, faits: readonly string[]): string => {
  const suite = faits.length > DITS_MAX ? `\u00a0; et ${compter(faits.length - DITS_MAX, 'autre')}` : ''
  return `${titre}. ${faits.slice(0, DITS_MAX).join('\u00a0; ')}${suite}.`
}

/** What is asked and what is voted, side by side, for each group of one cutting. */
function demandeEtVote(
  coupe: Coupe,
  { premiere, derniere, groupes }: RangeeDeGroupes,
  forme: Pick<Graphique, 'sens' | 'place'>,
): Graphique[] {
  if (groupes.length === 0) return []
  const titre = `Demandé et voté, ${LIBELLE_COUPE[coupe].toLowerCase()}`
  const faits = groupes.map(
    (g) => `${g.libelle}\u00a0: demandé ${formatMontant(g.demandeCents)}, voté ${formatMontant(g.voteCents)}`,
  )
  return [
    {
      ...forme,
      titre,
      description: dire(titre, faits),
      libelles: 'A',
      premiere,
      derniere,
      series: [
        { nom: 'Demandé', lettre: 'D', couleur: CLAIR },
        { nom: 'Voté', lettre: 'H', couleur: SOMBRE },
      ],
    },
  ]
}

/** What the Synthèse draws: the steps of a grant beside their figures; under them, what is asked and voted by kind of structure and by month. */
export function graphiquesDeSynthese({ etapes, coupes, zone: { haut, lignes } }: DeQuoi): Graphique[] {
  const { premiere, derniere, montants } = etapes
  const titre = 'De la demande au paiement'
  const vide: RangeeDeGroupes = { premiere: 1, derniere: 0, groupes: [] }
  const cote = (gauche: number, droite: number) => ({
    de: { colonne: gauche, ligne: haut },
    a: { colonne: droite, ligne: haut + lignes },
  })
  return [
    {
      sens: 'COLONNES',
      titre,
      description: dire(titre, montants.map(([libelle, cents]) => `${libelle}\u00a0: ${formatMontant(cents)}`)),
      libelles: 'A',
      premiere,
      derniere,
      series: [{ nom: 'Montant', lettre: 'D', couleur: SOMBRE }],
      place: { de: { colonne: F, ligne: premiere - 2 }, a: { colonne: K, ligne: haut - 1 } },
    },
    ...demandeEtVote('genre', coupes.get('genre') ?? vide, { sens: 'BARRES', place: cote(A, F) }),
    ...demandeEtVote('mois', coupes.get('mois') ?? vide, { sens: 'COLONNES', place: cote(F, K) }),
  ] // prettier-ignore
}

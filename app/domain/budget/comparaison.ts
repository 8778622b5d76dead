import type { BudgetLu, Cote, LigneBudget, NatureLigne } from '#domain/budget/budget'
import type { Constat } from '#domain/budget/constat'
import { estMuette } from '#domain/budget/controles'
import type { Montant } from '#domain/budget/montant'
import { totauxDe, type Totaux } from '#domain/budget/totaux'
import { plier } from '#domain/texte'

export type LigneComparee = {
  sens: 'AJOUTEE' | 'RETIREE' | 'CHANGEE'
  cote: Cote
  nature: NatureLigne
  code: string
  libelle: string
  /** The label it had, when it changed. */
  libelleAvant: string | null
  avant: Montant | null
  apres: Montant | null
  /** Where it stands now; where it stood, for a line that is gone. */
  cellule: string
}

export type TotalCompare = { quoi: keyof Totaux; avant: Montant | null; apres: Montant | null }

type Dit = Pick<Constat, 'regle' | 'cas' | 'cellule'>

/** What a budget sent again changed, its totals apart from its lines: nothing in these lists means that nothing did. */
export type Comparaison<C extends Dit> = {
  lignes: LigneComparee[]
  totaux: TotalCompare[]
  resolus: C[]
  nouveaux: C[]
  restants: C[]
}

type Version<C> = { budget: BudgetLu; constats: C[] }

const cleDe = ({ cote, code, libelle }: LigneBudget) => `${cote}/${code.toLowerCase()}/${plier(libelle)}`

/** Each line by its own words; the second of the same words is another line. */
function parCle(lignes: readonly LigneBudget[]): Map<string, LigneBudget> {
  const vues = new Map<string, number>()
  return new Map(
    lignes.map((ligne) => {
      const cle = cleDe(ligne)
      const rang = (vues.get(cle) ?? 0) + 1
      vues.set(cle, rang)
      return [`${cle}/${rang}`, ligne]
    }),
  )
}

type Paire = { avant: LigneBudget | undefined; apres: LigneBudget | undefined }

/** Lines of both versions, first by their words, then those left alone by their code: a line renamed is the same line. */
function apparier(avant: BudgetLu, apres: BudgetLu): Paire[] {
  const [vieilles, neuves] = [parCle(avant.lignes), parCle(apres.lignes)]
  const seules = [...vieilles].filter(([cle]) => !neuves.has(cle)).map(([, ligne]) => ligne)
  const prendre = (ligne: LigneBudget): LigneBudget | undefined => {
    const rang = seules.findIndex((l) => ligne.code !== '' && l.cote === ligne.cote && l.code === ligne.code)
    return rang < 0 ? undefined : seules.splice(rang, 1)[0]
  }
  const actuelles = [...neuves].map(([cle, ligne]): Paire => ({ avant: vieilles.get(cle) ?? prendre(ligne), apres: ligne })) // prettier-ignore
  return [...actuelles, ...seules.map((ligne): Paire => ({ avant: ligne, apres: undefined }))]
}

function comparer({ avant, apres }: Paire): LigneComparee[] {
  const ligne = apres ?? avant
  if (!ligne || ligne.nature === 'TOTAL' || ligne.nature === 'TOTAL_GENERAL') return []
  const { cote, nature, code, libelle, cellule } = ligne
  const [vieux, neuf] = [avant?.montantCents ?? null, apres?.montantCents ?? null]
  const libelleAvant = avant && apres && plier(avant.libelle) !== plier(apres.libelle) ? avant.libelle : null
  const memeTexte = avant?.montantCents !== null || avant.texteLu === apres?.texteLu
  if (avant && apres && vieux === neuf && memeTexte && libelleAvant === null) return []
  const sens = !avant ? 'AJOUTEE' : !apres ? 'RETIREE' : 'CHANGEE'
  return [{ sens, cote, nature, code, libelle, libelleAvant, avant: vieux, apres: neuf, cellule }]
}

/** Findings that there may be several of, told apart by the line or the funder they are about. */
const PAR_LIGNE = new Set<Constat['cas']>([
  'GROUPE_FAUX',
  'TOTAL_FAUX',
  'TOTAL_TAPE',
  'RESULTAT_PERIME',
  'MONTANT_NEGATIF',
  'MONTANT_ILLISIBLE',
  'MONTANT_EN_TEXTE',
  'FINANCEUR_ABSENT',
  'FINANCEUR_DIFFERENT',
  'FINANCEUR_SANS_ETAT',
  'MEME_FINANCEMENT',
  'IDENTITE_DIFFERENTE',
])

/** A finding is the same one when it is of the same rule about the same line, wherever that line went. */
function cleDuConstat({ lignes, cofinancements }: BudgetLu, { regle, cas, cellule }: Dit): string {
  if (!PAR_LIGNE.has(cas)) return `${regle}/${cas}`
  const ligne = lignes.find((l) => l.cellule === cellule)
  const financeur = cofinancements.find((c) => c.cellule === cellule)?.financeur
  return `${regle}/${cas}/${ligne ? cleDe(ligne) : financeur ? plier(financeur) : (cellule ?? '')}`
}

const TOTAUX: (keyof Totaux)[] = ['charges', 'produits', 'departement', 'nature86', 'nature87']

/** Compares a budget with the one it replaces, both judged in the same light. What can no longer be judged is not solved. */
export function comparerBudgets<C extends Dit>(avant: Version<C>, apres: Version<C>): Comparaison<C> {
  const [vieux, neufs] = [totauxDe(avant.budget), totauxDe(apres.budget)]
  const clesAvant = new Set(avant.constats.map((c) => cleDuConstat(avant.budget, c)))
  const clesApres = new Set(apres.constats.map((c) => cleDuConstat(apres.budget, c)))
  const dejaLa = (c: C) => clesAvant.has(cleDuConstat(apres.budget, c))
  return {
    lignes: apparier(avant.budget, apres.budget).flatMap(comparer),
    totaux: TOTAUX.filter((quoi) => vieux[quoi] !== neufs[quoi]).map((quoi) => ({ quoi, avant: vieux[quoi], apres: neufs[quoi] })), // prettier-ignore
    resolus: avant.constats.filter(
      (c) => !clesApres.has(cleDuConstat(avant.budget, c)) && !estMuette(apres.budget, c.regle),
    ),
    nouveaux: apres.constats.filter((c) => !dejaLa(c)),
    restants: apres.constats.filter(dejaLa),
  }
}

import type { No } from '#domain/result'
import type { RegleDeRepartition, Repartition } from '#domain/simulation/repartition'
import type { LettreDeScenario, RefusMain, RefusScenario } from '#domain/simulation/scenario'
import { accorder, compter } from '#domain/nombre'
import { montantCourt } from '#libelles/budget/montant'

export const LIBELLE_REGLE: Record<RegleDeRepartition, string> = {
  PRORATA: 'Au prorata du montant demandé',
  PARTS_EGALES: 'À parts égales',
  PLAFOND_PAR_JEUNE: 'Plafond par jeune',
  PRIORITE: 'Par ordre de priorité',
  SCORE: 'Par score',
  MAIN: 'À la main seulement',
}

/** What each rule does, in one sentence. */
export const REGLE_DITE: Record<RegleDeRepartition, string> = {
  PRORATA: 'Chaque dossier reçoit la même part de ce qu’il demande.',
  PARTS_EGALES: 'Chaque dossier reçoit la même somme, sans dépasser ce qu’il demande\u00a0; le reste va aux autres.',
  PLAFOND_PAR_JEUNE:
    'Au plus tant par jeune, sans dépasser ce qui est demandé\u00a0; si l’enveloppe n’y suffit pas, au prorata. Un dossier dont le nombre de jeunes n’est pas connu ne reçoit rien\u00a0: donnez-lui un montant à la main.',
  PRIORITE: 'Chaque dossier, dans l’ordre, reçoit tout ce qu’il demande tant qu’il reste de l’enveloppe.',
  SCORE:
    'Chaque dossier, du meilleur score au moins bon, reçoit tout ce qu’il demande tant qu’il reste de l’enveloppe. À score égal, l’ordre de priorité. Un dossier sans lecture rendue vient après ceux qui en ont une\u00a0: il ne compte pas pour zéro.',
  MAIN: 'Seuls les montants donnés à la main sont attribués.',
}

/** Said on the page: how the last cents are given, by the rules that leave any. */
export const ARRONDIS =
  'Les montants sont exacts au centime. Au prorata, par jeune et à parts égales, chaque part est arrondie au centime inférieur, puis les centimes qui restent vont aux plus grands restes et, à restes égaux comme à parts égales, aux premiers dossiers de la liste. Les autres règles n’arrondissent rien.'

/** How many dossiers have no score, and where the rule by score puts them. */
export const direSansScore = (n: number): string =>
  `${compter(n, 'dossier')} sans lecture rendue\u00a0: la règle par score ${accorder(n, 'le', 'les')} place après ceux qui en ont une.`

export const LIBELLE_REFUS_SCENARIO: Record<RefusScenario, string> = {
  REGLE_INCONNUE: 'Choisissez une règle.',
  ENVELOPPE_ILLISIBLE: 'Écrivez l’enveloppe en euros, par exemple 50\u202f000 ou 50\u202f000,50.',
  PLAFOND_ILLISIBLE: 'Écrivez le plafond par jeune en euros, par exemple 150.',
}

/** Why the amounts by hand are not kept; `detail` is the dossier that stops them. */
export const libelleRefusMain = ({ reason, detail = '' }: No<RefusMain>): string =>
  reason === 'MONTANT_ILLISIBLE'
    ? `Dossier ${detail}\u00a0: écrivez un montant en euros, par exemple 4\u202f500 ou 4\u202f500,50, ou videz la case.`
    : `Dossier ${detail}\u00a0: le montant dépasse le montant demandé.`

export const LIBELLE_REFUS_FIGER = {
  PAS_REGLE: 'Réglez d’abord ce scénario.',
  LISTE_CLOSE: 'La liste de cette séance est arrêtée\u00a0: ce qu’elle soumet au vote ne change plus.',
  AUCUN_DOSSIER: 'Aucun dossier n’a de proposition.',
  TROP_DE_DOSSIERS: 'Il y a trop de dossiers pour un seul lot.',
} as const

/** Said of a dossier to which the scenario gives nothing, in the reason of its proposition. */
export const RIEN_DONNE = 'Ce scénario ne lui attribue rien.'

/** Said before a scenario becomes propositions: what those to which it gives nothing become. */
export const direSansAide = (n: number): string =>
  `${compter(n, 'dossier')} sans aide\u00a0: ${accorder(n, 'il reçoit', 'ils reçoivent')} une proposition défavorable, et ${accorder(n, 'reste', 'restent')} dans la simulation.`

/** The reason of the propositions made of a scenario: « Scénario B : à parts égales, enveloppe de 50 000 €. » */
export function motifDuScenario(
  lettre: LettreDeScenario,
  { regle, enveloppeCents, plafondParJeuneCents }: Repartition,
): string {
  const nom = LIBELLE_REGLE[regle]
  const plafond = regle === 'PLAFOND_PAR_JEUNE' ? ` (${montantCourt(plafondParJeuneCents)})` : ''
  return `Scénario ${lettre}\u00a0: ${nom.charAt(0).toLowerCase()}${nom.slice(1)}${plafond}, enveloppe de ${montantCourt(enveloppeCents)}.`
}

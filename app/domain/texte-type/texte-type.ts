import { A_COMPLETER } from '#domain/courriel/message'
import { type Place, type RefusTexte, verifierTexte } from '#domain/courriel/textes'
import { remplirMessage, type ValeursDeMessage, VARIABLES_DE_MESSAGE } from '#domain/lot-actes/message-type'
import { no, ok, type Result } from '#domain/result'
import { nettoyer } from '#domain/texte'

/** Where ready words are offered: what an officer writes there. Those of a motif say it in the campagne's own words; the motif itself is the law's. */
export const USAGES_TEXTE = [
  'MESSAGE',
  'NOTE',
  'COMPLEMENT',
  'NON_CONFORMITE',
  'REFUS',
  'IRRECEVABILITE',
  'SANS_SUITE',
] as const
export type UsageTexte = (typeof USAGES_TEXTE)[number]

/** Where words between braces are replaced by those of the dossier or fiche that is written about. */
const A_VARIABLES: readonly UsageTexte[] = ['MESSAGE', 'NOTE']

export const variablesDe = (usage: UsageTexte): readonly string[] =>
  A_VARIABLES.includes(usage) ? VARIABLES_DE_MESSAGE : []

const placeDe = (usage: UsageTexte): Place => ({
  variables: variablesDe(usage),
  requises: [],
  facultatif: false,
  enUneLigne: false,
})

/** Characters of its name: it is chosen in a list. */
export const NOM_TEXTE_MAX = 80

/** One of them as it is typed; `campagne` is the code of the one it is for, empty where it is for all. */
export type TexteSaisi = { nom: string; corps: string; campagne: string }

export type RefusTexteType =
  | RefusTexte
  | 'SANS_NOM'
  | 'NOM_TROP_LONG'
  | 'NOM_PRIS'
  | 'RETIRE'
  | 'RIEN_N_A_CHANGE'
  | 'CAMPAGNE_INCONNUE'
  | 'CAMPAGNE_ARCHIVEE'

/** Ready words as they may be kept: a name, and words that name between braces what their place has and nothing else. */
export function lireTexteType(
  usage: UsageTexte,
  saisi: Pick<TexteSaisi, 'nom' | 'corps'>,
): Result<{ nom: string; corps: string }, RefusTexteType> {
  const nom = nettoyer(saisi.nom)
  if (nom === '') return no('SANS_NOM')
  if (nom.length > NOM_TEXTE_MAX) return no('NOM_TROP_LONG')
  const corps = verifierTexte(saisi.corps, placeDe(usage))
  return corps.ok ? ok({ nom, corps: corps.value }) : corps
}

/** The words for the dossier or the fiche that is written about; what is not known of it is a blank that its author fills. */
export const motsDuTexte = (corps: string, { numero, objet, structure }: Partial<ValeursDeMessage>): string =>
  remplirMessage(corps, {
    numero: numero || A_COMPLETER,
    objet: objet || A_COMPLETER,
    structure: structure || A_COMPLETER,
  })

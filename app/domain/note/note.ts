import { no, ok, type Result } from '#domain/result'
import { plier } from '#domain/texte'

/** Characters of a note. */
export const LONGUEUR_MAX_NOTE = 5_000

export type RefusNote = 'NOTE_VIDE' | 'NOTE_TROP_LONGUE' | 'PAS_VOTRE_NOTE' | 'NOTE_RETIREE'

/** What an officer wrote, without the blank around it; a note says something. */
export function lireNote(texte: string): Result<string, 'NOTE_VIDE' | 'NOTE_TROP_LONGUE'> {
  const nu = texte.trim()
  if (nu === '') return no('NOTE_VIDE')
  return nu.length > LONGUEUR_MAX_NOTE ? no('NOTE_TROP_LONGUE') : ok(nu)
}

/** May this agent change or take back this note? It is theirs, and still there. */
export function verifierAuteur(
  note: { auteurId: string; retireeLe: Date | null },
  agent: { id: string },
): Result<undefined, 'PAS_VOTRE_NOTE' | 'NOTE_RETIREE'> {
  if (note.auteurId !== agent.id) return no('PAS_VOTRE_NOTE')
  return note.retireeLe ? no('NOTE_RETIREE') : ok()
}

type Nommable = { id: string; prenom: string; nom: string }

/** How a note names somebody: `@Camille Duriez`. */
export const nommer = ({ prenom, nom }: Pick<Nommable, 'prenom' | 'nom'>): string => `@${prenom} ${nom}`.trim()

/**
 * The officers that a note names, accents and capitals aside. A longer name is not cut into a shorter one: `@Anne Marie` does not name Anne,
 * and `@Camille Duriezot` nobody.
 */
export function nommesDans<A extends Nommable>(texte: string, agents: readonly A[]): A[] {
  const suites = texte
    .split('@')
    .slice(1)
    .map((suite) => `${plier(suite)} `)
  const nommes = suites.flatMap((suite) => {
    const possibles = agents.filter((agent) => suite.startsWith(`${plier(`${agent.prenom} ${agent.nom}`)} `))
    const longueur = (agent: A) => `${agent.prenom} ${agent.nom}`.length
    const plusLong = Math.max(...possibles.map(longueur))
    return possibles.filter((agent) => longueur(agent) === plusLong)
  })
  return [...new Set(nommes)]
}

/** A note that names an officer who has not said they saw it; it is on a dossier (`numero`) or on a fiche (its id). */
export type MentionAVoir = {
  id: string
  /** Whom it names, where that is one whom the reader stands in for. */
  pour: string | null
  par: string
  texte: string
  numero: string | null
  objet: string | null
  fiche: string | null
  titre: string | null
}

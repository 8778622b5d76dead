import { hasDroit, type Role } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'

/** The bannettes whose narrowings can be kept under a name, by the first word of their address. */
export const BANNETTES = ['dossiers', 'pre-projets', 'courriels'] as const
export type Bannette = (typeof BANNETTES)[number]

/** Letters of a name, and of the address that is kept. */
export const NOM_VUE_MAX = 60
const RECHERCHE_MAX = 1_500

/** What is of the moment, and not of the narrowing. */
const DU_MOMENT = ['page', 'retour']

export type RefusVue = 'SANS_NOM' | 'NOM_TROP_LONG' | 'TROP_LONGUE'

export type SaisieVue = { nom: string; recherche: string; partagee: boolean }

/** What is kept of a narrowing: its name, and what follows `?` in the address, but for the page. */
export function nommerVue({ nom, recherche, partagee }: SaisieVue): Result<SaisieVue, RefusVue> {
  const dit = nom.replace(/\s+/gu, ' ').trim()
  if (dit === '') return no('SANS_NOM')
  if (dit.length > NOM_VUE_MAX) return no('NOM_TROP_LONG')
  const filtres = recherche
    .replace(/^\?/, '')
    .split('&')
    .filter((un) => un !== '' && !DU_MOMENT.includes(un.split('=')[0] ?? ''))
    .join('&')
  return filtres.length > RECHERCHE_MAX ? no('TROP_LONGUE') : ok({ nom: dit, recherche: filtres, partagee })
}

/** Its owner may take away a view, or who may take away that of a colleague where it is shared: nobody else sees one that is not. */
export const peutRetirerVue = (
  agent: { id: string; role: Role },
  vue: { agentId: string; partagee: boolean },
): boolean => vue.agentId === agent.id || (vue.partagee && hasDroit(agent, 'vue.retirer'))

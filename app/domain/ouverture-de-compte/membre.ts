import { no, ok, type Result } from '#domain/result'

/** What a demandeur may be in a structure: who may sign for it, who prepares its demandes, who only reads them. */
export const ROLES_MEMBRE = ['REPRESENTANT_LEGAL', 'REDACTEUR', 'LECTEUR'] as const
export type RoleMembre = (typeof ROLES_MEMBRE)[number]

export const estRoleMembre = (texte: string): texte is RoleMembre => (ROLES_MEMBRE as readonly string[]).includes(texte)

/**
 * The roles that who holds this one may give to somebody who asks to join their structure: none above their own, and an officer alone makes a
 * représentant légal. Empty for who answers nobody.
 */
export const rolesOfferts = (role: RoleMembre): readonly RoleMembre[] =>
  role === 'REPRESENTANT_LEGAL' ? ['REDACTEUR', 'LECTEUR'] : []

/** Who may sign for a structure says who its members are. */
export const peutGererMembres = (role: RoleMembre): boolean => role === 'REPRESENTANT_LEGAL'

export type RefusRetrait = 'DERNIER_REPRESENTANT'

/** A member leaves a structure; the last représentant légal stays, or nobody could say who its members are. */
export const retirerMembre = (
  { role }: { role: RoleMembre },
  { autresRepresentants }: { autresRepresentants: number },
): Result<true, RefusRetrait> =>
  role === 'REPRESENTANT_LEGAL' && autresRepresentants === 0 ? no('DERNIER_REPRESENTANT') : ok(true)

export type RefusDeRole = 'ROLE_NON_OFFERT' | 'DEJA_REPRESENTANT'

/** A member gets another role from who holds `par`: a représentant légal is neither made nor lowered so, by nobody of the structure. */
export function changerRole(
  { role }: { role: RoleMembre },
  { nouveau, par }: { nouveau: RoleMembre; par: RoleMembre },
): Result<true, RefusDeRole> {
  if (role === 'REPRESENTANT_LEGAL') return no('DEJA_REPRESENTANT')
  return rolesOfferts(par).includes(nouveau) ? ok(true) : no('ROLE_NON_OFFERT')
}

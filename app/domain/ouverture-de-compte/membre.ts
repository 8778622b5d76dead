/** What a demandeur may be in a structure: who may sign for it, who prepares its demandes, who only reads them. */
export const ROLES_MEMBRE = ['REPRESENTANT_LEGAL', 'REDACTEUR', 'LECTEUR'] as const
export type RoleMembre = (typeof ROLES_MEMBRE)[number]

export const estRoleMembre = (texte: string): texte is RoleMembre => (ROLES_MEMBRE as readonly string[]).includes(texte)

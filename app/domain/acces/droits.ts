/**
 * Who may do what, in one matrix. A role holds its own rights and those of the role before it.
 * Loaders, acts and buttons all ask here; the database and the screens say nothing of rights.
 */
export const ROLES = ['LECTEUR', 'INSTRUCTEUR', 'RESPONSABLE', 'ADMIN'] as const
export type Role = (typeof ROLES)[number]

const PROPRES = {
  LECTEUR: [
    'dossier.lire',
    'pre-projet.lire',
    'piece.lire',
    'journal.lire',
    'courriel.lire',
    'import.lire',
    'rapport.lire',
    'seance.lire',
  ],
  INSTRUCTEUR: [
    'dossier.instruire',
    'dossier.affecter',
    'dossier.deverrouiller',
    'pre-projet.examiner',
    'import.faire',
    'courriel.relancer',
    'courriel.ecrire',
    'note.ecrire',
    'rapport.demander',
    'seance.preparer',
    'compte.ouvrir',
  ],
  RESPONSABLE: [
    'dossier.decider',
    'dossier.passerOutre',
    'campagne.regler',
    'absence.direPourAutre',
    'journal.chercher',
    'dossier.deverrouillerApresVote',
    'seance.voter',
    'versement.enregistrer',
  ],
  ADMIN: ['agents.gerer', 'files.voir', 'envois.regler', 'vue.retirer'],
} as const satisfies Record<Role, readonly string[]>

export type Droit = (typeof PROPRES)[Role][number]

/** Someone who works on dossiers, as a signed-in session knows them. */
export type Agent = {
  type: 'AGENT'
  id: string
  nom: string
  prenom: string
  role: Role
  courriel: string
  /** The submission that an act of theirs answers to, and the run of it; none where no form was sent. */
  envoi?: { cle: string; passage: string }
}

const droitsDe = (role: Role): readonly Droit[] =>
  ROLES.slice(0, ROLES.indexOf(role) + 1).flatMap((r): readonly Droit[] => PROPRES[r])

/**
 * Every right that exists, from the lowest role to the highest.
 * @internal
 */
export const DROITS: readonly Droit[] = droitsDe('ADMIN')

const MATRICE: Record<Role, ReadonlySet<Droit>> = {
  LECTEUR: new Set(droitsDe('LECTEUR')),
  INSTRUCTEUR: new Set(droitsDe('INSTRUCTEUR')),
  RESPONSABLE: new Set(droitsDe('RESPONSABLE')),
  ADMIN: new Set(droitsDe('ADMIN')),
}

/** True when the role of this agent holds this right. Used to hide a button; `requireDroit` is what protects. */
export const hasDroit = (agent: Pick<Agent, 'role'>, droit: Droit): boolean => MATRICE[agent.role].has(droit)

/** The roles that hold this right. */
export const rolesAyant = (droit: Droit): Role[] => ROLES.filter((role) => hasDroit({ role }, droit))

/** May dossiers be given to this agent: their account is open, and they may instruct. Asked of whoever is given one, or stands in for one who is away. */
export const peutSuivre = (agent: Pick<Agent, 'role'> & { actif: boolean }): boolean =>
  agent.actif && hasDroit(agent, 'dossier.instruire')

/** Thrown when an agent does what their role does not allow; ends as a 403 page. */
export class Forbidden extends Error {
  readonly droit: Droit

  constructor(droit: Droit) {
    super(`forbidden: ${droit}`)
    this.name = 'Forbidden'
    this.droit = droit
  }
}

/** Stops an act or a read that the role of this agent does not allow. */
export function requireDroit(agent: Pick<Agent, 'role'>, droit: Droit): void {
  if (!hasDroit(agent, droit)) throw new Forbidden(droit)
}

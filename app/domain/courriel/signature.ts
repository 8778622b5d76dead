import type { Signataire } from '#domain/campagne/reglages'

/** Who acts, as their account names them; empty words are those of the campagne. */
export type Redacteur = { prenom: string; nom: string; qualite: string; telephone: string }

/**
 * Who signs a mail: the agent who acts, in their own name and at the address of the service (CRPA L111-2); nobody having acted
 * (`null`), whom the campagne names. The one place where a signature is made.
 */
export const signataireDe = (campagne: Signataire, agent: Redacteur | null): Signataire =>
  agent === null
    ? campagne
    : {
        ...campagne,
        prenom: agent.prenom,
        nom: agent.nom,
        qualite: agent.qualite || campagne.qualite,
        telephone: agent.telephone || campagne.telephone,
      }

const DUS = ['prenom', 'nom', 'qualite', 'adresse', 'telephone'] as const satisfies (keyof Signataire)[]

/** What a signatory still lacks of what a mail of an administration must say (CRPA L111-2). */
export const manqueAuSignataire = (signataire: Signataire): (typeof DUS)[number][] =>
  DUS.filter((mot) => signataire[mot].trim() === '')

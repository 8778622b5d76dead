import type { Reglages, Signataire } from '#domain/campagne/reglages'

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

/** One of them, by its name in the signatory. */
export type MotDuSignataire = (typeof DUS)[number]

/** Who signs a letter of decision, at the address of the service: whom the campagne names for letters; nobody being named, whom its mails name. */
export const signataireDesLettres = ({
  signataire,
  signataireLettres,
}: Pick<Reglages, 'signataire' | 'signataireLettres'>): Signataire =>
  Object.values(signataireLettres).every((mot) => mot.trim() === '')
    ? signataire
    : { ...signataire, ...signataireLettres }

/** What a signatory still lacks of what a mail of an administration must say (CRPA L111-2). */
export const manqueAuSignataire = (signataire: Signataire): MotDuSignataire[] =>
  DUS.filter((mot) => signataire[mot].trim() === '')

/** Whether nothing is lacking: who is named by half signs nothing. */
export const estSignataireEntier = (signataire: Signataire): boolean => manqueAuSignataire(signataire).length === 0

/** What a campagne lacks to sign, and the mails that the software would send by itself and does not while it does. */
export type AccusesTus = { manque: MotDuSignataire[]; modeles: ('fiche_recue' | 'ar_depot')[] }

/** Nobody acts in a receipt, so whom the campagne names signs it: without a whole signatory none leaves. Null when every receipt it wants can leave. */
export function accusesTus({
  signataire,
  accuseFiche,
  accuseReception,
}: Pick<Reglages, 'signataire' | 'accuseFiche' | 'accuseReception'>): AccusesTus | null {
  const manque = manqueAuSignataire(signataire)
  const modeles: AccusesTus['modeles'] = []
  if (accuseFiche) modeles.push('fiche_recue')
  if (accuseReception) modeles.push('ar_depot')
  return manque.length > 0 && modeles.length > 0 ? { manque, modeles } : null
}

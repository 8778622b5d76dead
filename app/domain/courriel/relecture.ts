import { type Modele, MODELES } from '#domain/courriel/courriel'
import { estAProuver } from '#domain/courriel/preuve'

/**
 * The mails that who they were written to may read again on the extranet: every one that is to be proved. The others give a link that serves once,
 * or are written to an agent or an expert.
 */
export const MODELES_RELUS: readonly Modele[] = MODELES.filter((modele) => estAProuver({ modele }))

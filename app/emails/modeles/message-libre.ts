import type { Signataire } from '#domain/campagne/reglages'
import { SALUT, signer } from '#emails/formules'
import { corps, mettreEnPage, type CourrielRendu } from '#emails/mise-en-page'

export type DonneesMessageLibre = { objet: string; texte: string; signature: Signataire }

/** What an officer writes in their own words, between a greeting and who answers (CRPA L111-2). */
export const messageLibre = ({ objet, texte, signature }: DonneesMessageLibre): CourrielRendu =>
  mettreEnPage(objet, [SALUT, ...corps(texte), ...signer(signature)])

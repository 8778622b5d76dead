import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import type { OrigineDossier } from '#domain/dossier/origine'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { no, ok, type Result } from '#domain/result'

export type RefusDeRepondre = 'LECTEUR_SEUL' | 'SUR_LE_PORTAIL' | 'RIEN_DEMANDE'

/**
 * May a file be given on the extranet for this pièce, in answer to what is asked of the dossier? Late as in time: what comes after the limit is looked at
 * as long as nothing was decided (CRPA L114-5). What was deposited on the portal is completed there.
 */
export function repondre(
  { role, origine }: { role: RoleMembre; origine: OrigineDossier },
  demandes: readonly { code: string | null }[] | null,
  code: string,
): Result<undefined, RefusDeRepondre> {
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  if (origine === 'PORTAIL') return no('SUR_LE_PORTAIL')
  return demandes?.some((une) => une.code === code) ? ok() : no('RIEN_DEMANDE')
}

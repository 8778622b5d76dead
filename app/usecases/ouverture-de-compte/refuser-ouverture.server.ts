import type { Demandeur } from '#domain/acces/acteur'
import type { Agent } from '#domain/acces/droits'
import { type RefusReponse, refuser } from '#domain/ouverture-de-compte/reponse'
import { ok, type Result } from '#domain/result'
import { compteRefuse } from '#emails/modeles/compte-extranet'
import type { Deps } from '#infra/deps'
import { structureVisee } from '#infra/stores/ouverture-de-compte/structures-connues'
import { type OuvertureVisee, repondreOuverture } from '#usecases/ouverture-de-compte/repondre-ouverture'

/** Does not open the account that somebody asked for, and writes to them why: an officer, or a représentant légal of the structure they ask to join. Throws NotFound, Conflict, Forbidden. */
export const refuserOuverture = (
  deps: Deps,
  acteur: Agent | Demandeur,
  { motif, ...visee }: OuvertureVisee & { motif: string },
): Promise<Result<undefined, RefusReponse>> =>
  repondreOuverture(deps, acteur, visee, async (tx, { etat, courriel, prenom, siret, raisonSociale }) => {
    const answer = refuser(etat, motif)
    if (!answer.ok) return answer
    const connue = await structureVisee(tx, siret)
    const structure = connue?.nom ?? raisonSociale
    return ok({
      acte: 'refuserOuverture',
      etat: 'REFUSEE',
      change: { motif: answer.value },
      detail: { courriel, siret, structure, motif: answer.value },
      mail: {
        fait: 'compte-refuse',
        modele: 'compte_refuse',
        mots: compteRefuse({ prenom, structure, motif: answer.value }),
      },
    })
  })

import type { Jour } from '#domain/temps/jour'
import { SALUT, guillemets, numeroDe, signer, type DonneesDossier } from '#emails/formules'
import { citation, leJour, mettreEnPage, p, type CourrielRendu } from '#emails/mise-en-page'

export type DonneesRefusDeverrouillage = DonneesDossier & {
  /** The day the wish reached us. */
  recueLe: Jour
  motif: string
}

/** M08: the wish is refused, why, and what the demandeur can still do (docs/domaine.md § 7.8). */
export function deverrouillageRefuse(donnees: DonneesRefusDeverrouillage): CourrielRendu {
  const { numero, objet, signature, recueLe, motif } = donnees
  return mettreEnPage(`Votre demande ${numeroDe(numero)} ne peut pas être modifiée`, [
    SALUT,
    p(
      `Le ${leJour(recueLe)}, vous nous avez demandé de modifier votre demande ${numeroDe(numero)} ${guillemets(objet)}. Nous ne pouvons pas l’ouvrir à modification.`,
    ),
    p('Pourquoi\u00a0:'),
    citation(motif),
    p(
      'Votre demande reste enregistrée telle que vous l’avez déposée et son examen continue. Si vous avez une précision à nous apporter, répondez à ce message.',
    ),
    ...signer(signature),
  ])
}

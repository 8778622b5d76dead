import type { Jour } from '#domain/temps/jour'
import { SALUT, guillemets, numeroDe, signer, voiesDeRecours, type DonneesDossier } from '#emails/formules'
import { enLigne, fort, jourAVenir, leJour, mettreEnPage, p, type CourrielRendu } from '#emails/mise-en-page'

export type DonneesArDepot = DonneesDossier & { rejetImpliciteLe: Jour; organismePublic: boolean }

/** M03: the electronic receipt of a deposit, with all that CRPA R112-11-1 wants in it (docs/domaine.md § 7.2). */
export function arDepot(donnees: DonneesArDepot): CourrielRendu {
  const { numero, objet, structure, deposeLe, signature, rejetImpliciteLe, organismePublic } = donnees
  return mettreEnPage(`Accusé de réception de votre demande ${numeroDe(numero)}`, [
    SALUT,
    p(
      'Nous avons bien reçu, le ',
      fort(leJour(deposeLe)),
      `, la demande de subvention ${numeroDe(numero)} de ${enLigne(structure)} pour le projet ${guillemets(objet)}.`,
    ),
    p(
      `Elle est suivie par le service ${guillemets(signature.service)} du Département du Pas-de-Calais, dont les coordonnées figurent au bas de ce message.`,
    ),
    p(
      'Sous réserve que votre demande soit complète, si vous n’avez reçu aucune réponse le ',
      jourAVenir(rejetImpliciteLe),
      ', elle sera considérée comme rejetée à cette date. S’il manque une pièce, nous vous la demanderons et cette date sera repoussée d’autant.',
    ),
    p('Ce message n’est pas un accord\u00a0: ne l’utilisez pas pour engager une dépense.'),
    ...voiesDeRecours(signature, { organismePublic, rejetLe: rejetImpliciteLe }),
    p(
      'Vos données servent à l’instruction de votre demande. Pour y accéder ou les faire corriger, écrivez au délégué à la protection des données du Département, à l’adresse ci-dessous.',
    ),
    ...signer(signature),
  ])
}

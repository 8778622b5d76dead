import type { Saisine } from '#domain/structure/saisine-du-tribunal'
import type { Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe, prose } from '#emails/composition'
import { PAS_UN_ACCORD, SALUTATION, SIGNATURE, VOIES_DE_RECOURS, SUIVI } from '#emails/morceaux'
import { guillemets, numeroDe, voiesDeRecours, type DonneesDossier } from '#emails/formules'
import { enLigne, fort, jourAVenir, leJour, p } from '#emails/mise-en-page'
import { VARIABLES_DOSSIER } from '#emails/variables'

export type DonneesArDepot = DonneesDossier & { rejetImpliciteLe: Jour; saisine: Saisine }

/** M03: the electronic receipt of a deposit, with all that CRPA R112-11-1 wants in it (docs/domaine.md § 7.2). */
export const arDepot: Composition<DonneesArDepot> = {
  objet: { maison: 'Accusé de réception de votre demande {numero}', requises: ['numero'] },
  variables: VARIABLES_DOSSIER,
  morceaux: [
    SALUTATION,
    fixe('Ce qui est reçu, et quand', ({ deposeLe, numero, structure, objet }) => [
      p(
        'Nous avons bien reçu, le ',
        fort(leJour(deposeLe)),
        `, la demande de subvention ${numeroDe(numero)} de ${enLigne(structure)} pour le projet ${guillemets(objet)}.`,
      ),
    ]),
    fixe('Le service qui suit la demande', ({ signature }) => [
      p(
        `Elle est suivie par le service ${guillemets(signature.service)} du Département du Pas-de-Calais, dont les coordonnées figurent au bas de ce message.`,
      ),
    ]),
    fixe('Ce que vaut le silence, et à quelle date', ({ rejetImpliciteLe }) => [
      p(
        'Sous réserve que votre demande soit complète, si vous n’avez reçu aucune réponse le ',
        jourAVenir(rejetImpliciteLe),
        ', elle sera considérée comme rejetée à cette date. S’il manque une pièce, nous vous la demanderons et cette date sera repoussée d’autant.',
      ),
    ]),
    prose('prudence', 'Ce que le message n’est pas', PAS_UN_ACCORD),
    fixe(VOIES_DE_RECOURS, ({ signature, saisine, rejetImpliciteLe }) =>
      voiesDeRecours(signature, { saisine, rejetLe: rejetImpliciteLe }),
    ),
    fixe('Les données personnelles', () => [
      p(
        'Vos données servent à l’instruction de votre demande. Pour y accéder ou les faire corriger, écrivez au délégué à la protection des données du Département, à l’adresse ci-dessous.',
      ),
    ]),
    SUIVI,
    avantDeSigner(),
    SIGNATURE,
  ],
}

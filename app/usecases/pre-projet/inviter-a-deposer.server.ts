import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { empechementInvitation, type RefusInvitation } from '#domain/fil-rouge/fil-rouge'
import { no, ok, type Result } from '#domain/result'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { courrielDInvitation } from '#emails/courriel-de-fiche'
import { promettreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { loadFicheEcrite } from '#infra/stores/pre-projet/fiche-ecrite'
import { agirSurPreProjet, type Vise } from '#usecases/pre-projet/agir-sur-pre-projet'

/** The structure of a favourable fiche is invited to deposit on e-partenaire, with its pièces and its last day. It may be invited again. */
export const inviterADeposer = (
  deps: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<CourrielCompose, RefusInvitation>> =>
  agirSurPreProjet<CourrielCompose, RefusInvitation>(deps, agent, {
    ...vise,
    acte: 'inviterADeposer',
    decider: async ({ tx, preProjet, le }) => {
      const tenus = await tx.rapprochement.count({ where: { preProjetId: preProjet.id, etat: 'CONFIRME' } })
      const echeanceDepot = preProjet.campagne && fromDate(preProjet.campagne.echeanceDepot)
      const today = jourDeParis(le)
      const refus = empechementInvitation({ ...preProjet, depose: tenus > 0, echeanceDepot, today })
      if (refus) return no(refus)
      const ecriture = { today, redacteur: await loadRedacteur(tx, agent.id) }
      const courriel = courrielDInvitation({ ...preProjet, ...(await loadFicheEcrite(tx, preProjet)) }, ecriture)
      return courriel ? ok(courriel) : no('SANS_ADRESSE')
    },
    change: (_, { le }) => ({ inviteLe: le }),
    detail: ({ destinataire }) => ({ courrielA: destinataire }),
    ensuite: async (courriel, { tx, preProjet: { id, version }, le }) => {
      await promettreCourriel(tx, agent, {
        cleUnique: cleUnique('invitation', `${id}/${version}`),
        mots: courriel,
        sujet: { preProjetId: id },
        faitLe: le,
        creeLe: le,
        partirLe: null,
        reponse: {},
      })
    },
  })

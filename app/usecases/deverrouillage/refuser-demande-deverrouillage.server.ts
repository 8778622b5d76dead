import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import { departDuCourriel } from '#domain/dossier/deverrouillage'
import { refuserSouhait, type RefusDeRefuser } from '#domain/dossier/souhait'
import { no, ok } from '#domain/result'
import { courrielDeRefusDeverrouillage } from '#emails/courriel-de-dossier'
import { promettreCourriel, reprendreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadRedacteur } from '#infra/stores/acces/agent'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'

type Visee = Vise & { demandeId: string }

/** Refuses a wish to be let back in and promises M08, which leaves later so that the answer can be taken back. */
export const refuserDemandeDeverrouillage = (
  deps: Deps,
  agent: Agent,
  { demandeId, motif, ...vise }: Visee & { motif: string },
) =>
  agirSurDossier<string, RefusDeRefuser>(deps, agent, {
    ...vise,
    droit: 'dossier.deverrouiller',
    decider: ({ dossier }) =>
      refuserSouhait(
        dossier.demandesDeverrouillage.find(({ id }) => id === demandeId),
        motif,
      ),
    ecrire: async ({ tx, dossier, value, le }) => {
      const { recueLe, courrielRecu } = await tx.demandeDeverrouillage.update({
        where: { id: demandeId },
        data: { etat: 'REFUSEE', motifRefus: value, traiteeParId: agent.id, traiteeLe: le },
        include: { courrielRecu: { select: { messageId: true, references: true } } },
      })
      const ecriture = { now: le, redacteur: await loadRedacteur(tx, agent.id) }
      const courriel = courrielDeRefusDeverrouillage(dossier, { recueLe, motif: value }, ecriture)
      await promettreCourriel(tx, agent, {
        // Refused again after having been taken back, it is another mail.
        cleUnique: cleUnique('refus-deverrouillage', `${demandeId}/${dossier.version}`),
        mots: courriel,
        sujet: { dossierId: dossier.id },
        faitLe: le,
        creeLe: le,
        partirLe: departDuCourriel(le),
        reponse: courrielRecu
          ? { enReponseA: courrielRecu.messageId, references: [...courrielRecu.references, courrielRecu.messageId] }
          : {},
      })
      await writeJournal(tx, agent, {
        acte: 'refuserDeverrouillage',
        objet: 'dossier',
        objetId: dossier.id,
        detail: { demandeId, motif: value, courrielA: courriel?.destinataire ?? null },
        le,
      })
    },
  })

/** Takes a refusal back while its mail has not left: the wish waits again. */
export const annulerRefusDeverrouillage = (deps: Deps, agent: Agent, { demandeId, ...vise }: Visee) =>
  agirSurDossier<null, 'COURRIEL_PARTI'>(deps, agent, {
    ...vise,
    droit: 'dossier.deverrouiller',
    decider: async ({ tx, dossier }) => {
      const souhait = dossier.demandesDeverrouillage.find(({ id }) => id === demandeId)
      if (souhait?.etat !== 'REFUSEE') return no('COURRIEL_PARTI')
      const ecrit = await tx.courriel.findFirst({
        where: {
          cleUnique: { startsWith: cleUnique('refus-deverrouillage', `${demandeId}/`) },
          etat: { not: 'ANNULE' },
        },
        select: { cleUnique: true },
      })
      return ecrit && (await reprendreCourriel(tx, ecrit.cleUnique)) ? ok(null) : no('COURRIEL_PARTI')
    },
    ecrire: async ({ tx, dossier, le }) => {
      await tx.demandeDeverrouillage.update({
        where: { id: demandeId },
        data: { etat: 'EN_ATTENTE', motifRefus: '', traiteeParId: null, traiteeLe: null },
      })
      const detail = { demandeId }
      await writeJournal(tx, agent, {
        acte: 'annulerRefusDeverrouillage',
        objet: 'dossier',
        objetId: dossier.id,
        detail,
        le,
      })
    },
  })

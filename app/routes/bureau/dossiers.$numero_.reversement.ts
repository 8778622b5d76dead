import { z } from 'zod'
import { parseMontant } from '#domain/budget/montant'
import type { RefusReversement } from '#domain/suite-accord/demande-de-reversement'
import { LIBELLE_REFUS_ANNULATION_REVERSEMENT, LIBELLE_REFUS_REVERSEMENT } from '#libelles/suite-accord/reversement'
import { annulerReversement } from '#usecases/suite-accord/annuler-reversement'
import { demanderReversement } from '#usecases/suite-accord/demander-reversement'
import { agentAction, agentRemonte } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const Montant = z.string('Donnez le montant à reverser.').transform((texte, ctx): bigint => {
  const cents = parseMontant(texte)
  if (cents === null) ctx.addIssue('Ce montant ne se lit pas\u00a0: écrivez des euros, par exemple 1\u202f250,50.')
  return cents ?? 0n
})

const ReversementForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('demander'),
    version,
    montant: Montant,
    motif: z.string().default(''),
    duLe: jourDuForm('Donnez le dernier jour pour reverser.'),
    modalites: z.string().default(''),
  }),
  z.object({ intent: z.literal('annuler'), version, reversementId: z.uuid(), motif: z.string().default('') }),
])

/** The field that a refusal is about; none where it is about the dossier. */
const CHAMP: Partial<Record<RefusReversement, string>> = {
  MONTANT_NUL: 'montant',
  PLUS_QUE_A_RENDRE: 'montant',
  MOTIF_TROP_COURT: 'motif',
  MOTIF_TROP_LONG: 'motif',
  MODALITES_TROP_COURTES: 'modalites',
  MODALITES_TROP_LONGUES: 'modalites',
  LIMITE_PASSEE: 'duLe',
}

/** Asks a structure to give back a part of what was paid, or takes that back; then the page of what follows the grant. */
export const action = agentAction(
  {
    params: { dossier: dossierDuNumero },
    form: ReversementForm,
    retour: ({ dossier }) => `${dossier.adresse}/suites`,
  },
  async ({ agent, deps, params: { dossier }, form, retour, refuser }) => {
    const vise = { dossierId: dossier.id, version: form.version }
    const fait = (texte: string) => redirectWithToast(retour, { texte, genre: 'success' })
    if (form.intent === 'annuler') {
      const { reversementId, motif } = form
      const answer = await annulerReversement(deps, agent, { ...vise, reversementId, motif })
      if (answer.ok) return fait('Demande de reversement annulée.')
      const champ = answer.reason.startsWith('MOTIF') ? 'motif' : undefined
      return refuser(LIBELLE_REFUS_ANNULATION_REVERSEMENT[answer.reason], champ)
    }
    const { montant: montantCents, motif, duLe, modalites } = form
    const answer = await demanderReversement(deps, agent, { ...vise, montantCents, motif, duLe, modalites })
    if (answer.ok) return fait('Reversement demandé.')
    return refuser(LIBELLE_REFUS_REVERSEMENT[answer.reason], CHAMP[answer.reason])
  },
)

export { agentRemonte as loader }

import { z } from 'zod'
import { parseMontant } from '#domain/budget/montant'
import { AVIS_PROPOSITION, type MontantVoulu, type RefusProposition } from '#domain/proposition/proposition'
import { LIBELLE_REFUS_PROPOSITION, LIBELLE_REFUS_PROPOSITION_SAISIE } from '#libelles/proposition/proposition'
import { proposerMontant, retirerProposition } from '#usecases/proposition/proposer-montant'
import { agentAction, agentRemonte } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

/** An amount in euros; empty: no aid. */
const Montant = z
  .string()
  .default('')
  .transform((texte, ctx): MontantVoulu => {
    if (!texte.trim()) return { base: 'AUCUN' }
    const montantCents = parseMontant(texte)
    if (montantCents === null)
      ctx.addIssue({ code: 'custom', message: LIBELLE_REFUS_PROPOSITION_SAISIE.MONTANT_ILLISIBLE })
    return { base: 'FIXE', montantCents: montantCents ?? 0n }
  })

const PropositionForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('proposer'),
    version,
    avis: z.enum(AVIS_PROPOSITION, 'Choisissez un avis.'),
    montant: Montant,
    motif: z.string().default(''),
  }),
  z.object({ intent: z.literal('retirer'), version }),
])

/** The field that a refusal is about; none where it is about the dossier. */
const CHAMP: Partial<Record<RefusProposition, string>> = {
  MONTANT_A_DONNER: 'montant',
  MONTANT_AVEC_AVIS_DEFAVORABLE: 'montant',
  MONTANT_NUL: 'montant',
  MONTANT_SUPERIEUR_AU_DEMANDE: 'montant',
  MOTIF_TROP_COURT: 'motif',
  MOTIF_TROP_LONG: 'motif',
}

/** What who instructs proposes for a dossier, or takes back; a refusal is told beside the form, which keeps what was typed. */
export const action = agentAction(
  {
    params: { dossier: dossierDuNumero },
    form: PropositionForm,
    retour: ({ dossier }) => `${dossier.adresse}/decision`,
  },
  async ({ agent, deps, params: { dossier }, form, retour, refuser }) => {
    const vise = { dossierId: dossier.id, version: form.version }
    if (form.intent === 'retirer') {
      const answer = await retirerProposition(deps, agent, vise)
      if (!answer.ok) return refuser(LIBELLE_REFUS_PROPOSITION[answer.reason])
      return redirectWithToast(retour, { texte: 'Proposition retirée.', genre: 'success' })
    }
    const { avis, montant, motif } = form
    const answer = await proposerMontant(deps, agent, { ...vise, avis, montant, motif })
    if (!answer.ok) return refuser(LIBELLE_REFUS_PROPOSITION[answer.reason], CHAMP[answer.reason])
    return redirectWithToast(retour, { texte: 'Proposition enregistrée.', genre: 'success' })
  },
)

export { agentRemonte as loader }

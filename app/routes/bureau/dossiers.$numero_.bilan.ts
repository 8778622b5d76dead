import { z } from 'zod'
import { parseMontant } from '#domain/budget/montant'
import { VERDICTS_BILAN, type RefusBilan } from '#domain/suite-accord/bilan-de-projet'
import { LIBELLE_REFUS_BILAN } from '#libelles/suite-accord/bilan-de-projet'
import { jugerBilan } from '#usecases/suite-accord/juger-bilan'
import { recevoirBilan, reprendreBilan } from '#usecases/suite-accord/recevoir-bilan'
import { agentAction, agentRemonte } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

/** An amount in euros; empty: none is given. */
const Depense = z
  .string()
  .default('')
  .transform((texte, ctx): bigint | null => {
    if (!texte.trim()) return null
    const cents = parseMontant(texte)
    if (cents === null) ctx.addIssue('Ce montant ne se lit pas\u00a0: écrivez des euros, par exemple 12\u202f480,50.')
    return cents
  })

const BilanForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('recevoir'), version, le: jourDuForm('Donnez le jour où le bilan est arrivé.') }),
  z.object({ intent: z.literal('reprendre'), version }),
  z.object({
    intent: z.literal('juger'),
    version,
    verdict: z.enum(VERDICTS_BILAN, 'Choisissez ce que vous en pensez.'),
    depense: Depense,
    motif: z.string().default(''),
  }),
])

/** The field that a refusal is about; none where it is about the dossier. */
const CHAMP: Partial<Record<RefusBilan, string>> = {
  JOUR_A_VENIR: 'le',
  AVANT_EXECUTOIRE: 'le',
  MOTIF_TROP_COURT: 'motif',
  MOTIF_TROP_LONG: 'motif',
  DEPENSE_A_DONNER: 'depense',
  DEPENSE_NEGATIVE: 'depense',
}

/** Says that a bilan came, takes that back, or says what is thought of it; then the page of what follows the grant. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: BilanForm, retour: ({ dossier }) => `${dossier.adresse}/suites` },
  async ({ agent, deps, params: { dossier }, form, retour, refuser }) => {
    const vise = { dossierId: dossier.id, version: form.version }
    const refuserPar = ({ reason }: { reason: RefusBilan }) => refuser(LIBELLE_REFUS_BILAN[reason], CHAMP[reason])
    const fait = (texte: string) => redirectWithToast(retour, { texte, genre: 'success' })
    switch (form.intent) {
      case 'recevoir': {
        const answer = await recevoirBilan(deps, agent, { ...vise, le: form.le })
        return answer.ok ? fait('Bilan dit reçu\u00a0: il est à examiner.') : refuserPar(answer)
      }
      case 'reprendre': {
        const answer = await reprendreBilan(deps, agent, vise)
        return answer.ok ? fait('Réception du bilan reprise.') : refuserPar(answer)
      }
      case 'juger': {
        const { verdict, depense: depenseCents, motif } = form
        const answer = await jugerBilan(deps, agent, { ...vise, verdict, depenseCents, motif })
        return answer.ok ? fait('Examen du bilan enregistré.') : refuserPar(answer)
      }
    }
  },
)

export { agentRemonte as loader }

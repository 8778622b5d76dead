import { z } from 'zod'
import type { RefusDemandeAvis, RefusProlongation } from '#domain/avis-expert/avis-expert'
import {
  LIBELLE_REFUS_DEMANDE_AVIS,
  LIBELLE_REFUS_PROLONGATION,
  LIBELLE_REFUS_REVOCATION,
} from '#libelles/avis-expert/avis-expert'
import { demanderAvisExpert } from '#usecases/avis-expert/demander-avis-expert'
import { prolongerAvisExpert } from '#usecases/avis-expert/prolonger-avis-expert'
import { revoquerAvisExpert } from '#usecases/avis-expert/revoquer-avis-expert'
import { agentAction, agentRemonte } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)
const jusquAu = jourDuForm('Donnez le dernier jour pour répondre.')
const texte = z.string().default('')

const AvisForm = z.discriminatedUnion('intent', [
  z.object({
    ...{ intent: z.literal('demander'), version, jusquAu },
    ...{ prenom: texte, nom: texte, courriel: texte, question: texte },
    confidentiel: z.literal('oui').optional(),
    pieces: z.array(z.uuid()).max(200).default([]),
  }),
  z.object({ intent: z.literal('prolonger'), version, avisId: z.uuid(), jusquAu }),
  z.object({ intent: z.literal('revoquer'), version, avisId: z.uuid() }),
])

/** The field that a refusal is about; none where it is about the dossier. */
const CHAMP: Partial<Record<RefusDemandeAvis | RefusProlongation, string>> = {
  NOM_A_DONNER: 'nom',
  NOM_TROP_LONG: 'nom',
  COURRIEL_ILLISIBLE: 'courriel',
  QUESTION_TROP_COURTE: 'question',
  QUESTION_TROP_LONGUE: 'question',
  JOUR_PASSE: 'jusquAu',
  JOUR_TROP_LOIN: 'jusquAu',
  JOUR_DEJA_DONNE: 'jusquAu',
}

/** Asks somebody outside for an avis, gives them more time, or takes their link back. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: AvisForm, retour: ({ dossier }) => `${dossier.adresse}/decision` },
  async ({ agent, deps, params: { dossier }, form: { version: lue, ...form }, retour, refuser }) => {
    const vise = { dossierId: dossier.id, version: lue }
    const fait = (dit: string) => redirectWithToast(retour, { texte: dit, genre: 'success' })
    switch (form.intent) {
      case 'demander': {
        const { intent: _, confidentiel, ...saisie } = form
        const answer = await demanderAvisExpert(deps, agent, {
          ...{ ...vise, ...saisie },
          confidentiel: confidentiel === 'oui',
        })
        if (!answer.ok) return refuser(LIBELLE_REFUS_DEMANDE_AVIS[answer.reason], CHAMP[answer.reason])
        return fait('Avis demandé\u00a0: un courriel donne son lien à la personne.')
      }
      case 'prolonger': {
        const { avisId, jusquAu: jour } = form
        const answer = await prolongerAvisExpert(deps, agent, { ...vise, avisId, jusquAu: jour })
        if (!answer.ok) return refuser(LIBELLE_REFUS_PROLONGATION[answer.reason], CHAMP[answer.reason])
        return fait('Lien prolongé.')
      }
      case 'revoquer': {
        const answer = await revoquerAvisExpert(deps, agent, { ...vise, avisId: form.avisId })
        return answer.ok
          ? fait('Lien retiré\u00a0: il ne s’ouvre plus.')
          : refuser(LIBELLE_REFUS_REVOCATION[answer.reason])
      }
    }
  },
)

export { agentRemonte as loader }

import { z } from 'zod'
import { parseMontant } from '#domain/budget/montant'
import type { DecisionDemandee, RefusDecision } from '#domain/dossier/decision'
import type { HorsSeance } from '#domain/dossier/vote-de-decision'
import { jourDuForm } from '#web/form'

const Precision = z.string().trim().max(2000, 'Raccourcissez\u00a0: 2000 caractères au plus.').default('')
const Motif = z.string('Choisissez un motif.').max(60)
/** Chosen, never guessed: whether a mail tells the demandeur. */
const Prevenir = z
  .enum(['oui', 'non'], 'Choisissez si le demandeur est prévenu par courriel.')
  .transform((reponse) => reponse === 'oui')
const commun = { version: z.coerce.number().int().min(0), intent: z.enum(['apercu', 'decider']), precision: Precision }

/** The délibération of a vote that no séance kept here held. */
const vote = {
  deliberation: z.string().trim().default(''),
  voteLe: jourDuForm('Donnez le jour du vote.'),
  executoireLe: jourDuForm('Donnez le jour depuis lequel la délibération est exécutoire.'),
}

const Montant = z.string('Indiquez un montant.').transform((texte, ctx) => {
  const montant = parseMontant(texte)
  if (montant === null)
    ctx.addIssue({ code: 'custom', message: 'Écrivez un montant en euros, par exemple 4\u202f500 ou 4\u202f500,50.' })
  return montant ?? 0n
})

/** What the page of a decision posts, by act. */
export const DecisionForm = z.discriminatedUnion('acte', [
  z.object({ ...commun, ...vote, acte: z.literal('accorder'), montant: Montant }),
  z.object({ ...commun, ...vote, acte: z.literal('refuser'), motif: Motif }),
  z.object({ ...commun, acte: z.literal('classerSansSuite'), motif: Motif, prevenir: Prevenir }),
  z.object({ ...commun, acte: z.literal('declarerHorsDelai') }),
  z.object({ ...commun, acte: z.literal('declarerIneligible'), motif: Motif }),
  z.object({ ...commun, acte: z.literal('retirer'), prevenir: Prevenir }),
  z.object({ ...commun, acte: z.literal('liberer') }),
  z.object({ ...commun, acte: z.literal('rouvrir'), avertissementLu: z.literal('oui').optional() }),
])

type Decidee = Exclude<z.infer<typeof DecisionForm>, { acte: 'rouvrir' | 'liberer' }>

const voteDit = ({ deliberation: reference, voteLe, executoireLe }: z.infer<z.ZodObject<typeof vote>>): HorsSeance => ({
  par: 'HORS_SEANCE',
  deliberation: { reference, le: voteLe, executoireLe },
})

/** The decision that a form asks for. */
export function decisionDuForm(form: Decidee): DecisionDemandee<HorsSeance> {
  const { precision } = form
  if (form.acte === 'accorder') return { acte: form.acte, montantCents: form.montant, precision, vote: voteDit(form) }
  if (form.acte === 'refuser') return { acte: form.acte, motif: form.motif, precision, vote: voteDit(form) }
  const { version: _version, intent: _intent, ...voulue } = form
  return voulue
}

const CHAMPS: Partial<Record<RefusDecision, string>> = {
  DELIBERATION_SANS_NUMERO: 'deliberation',
  DELIBERATION_TROP_LONGUE: 'deliberation',
  VOTE_A_VENIR: 'voteLe',
  EXECUTOIRE_AVANT_LE_VOTE: 'executoireLe',
  EXECUTOIRE_A_VENIR: 'executoireLe',
  DELIBERATION_ROUVERTE: 'deliberation',
  VOTE_AVANT_REOUVERTURE: 'voteLe',
}

/** The field in which this refusal is mended; undefined where it is no field of the vote. */
export const champDuRefus = (reason: RefusDecision): string | undefined => CHAMPS[reason]

import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { parseMontant } from '#domain/budget/montant'
import { NATURES_VERSEMENT, type RefusVersement } from '#domain/suite-accord/versement'
import { LIBELLE_REFUS_CONVENTION } from '#libelles/suite-accord/convention'
import { LIBELLE_REFUS_ANNULATION, LIBELLE_REFUS_VERSEMENT } from '#libelles/suite-accord/versement'
import { reversementsDemandes } from '#queries/suite-accord/reversements-demandes'
import { suitesDossier } from '#queries/suite-accord/suites-dossier'
import { SuitesDossier } from '#ui/suite-accord/suites-dossier'
import { annulerVersement } from '#usecases/suite-accord/annuler-versement'
import { enregistrerVersement } from '#usecases/suite-accord/enregistrer-versement'
import { reprendreConvention, signerConvention } from '#usecases/suite-accord/signer-convention'
import { agentAction, agentLoader } from '#web/agent-route'
import { jourDuForm } from '#web/form'
import { dossierDuNumero } from '#web/params'
import { redirectWithToast } from '#web/toast'

const version = z.coerce.number().int().min(0)

const Montant = z.string('Donnez le montant versé.').transform((texte, ctx): bigint => {
  const cents = parseMontant(texte)
  if (cents === null) ctx.addIssue('Ce montant ne se lit pas\u00a0: écrivez des euros, par exemple 1\u202f250,50.')
  return cents ?? 0n
})

const SuitesForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('verser'),
    version,
    nature: z.enum(NATURES_VERSEMENT, 'Choisissez la nature du versement.'),
    montant: Montant,
    le: jourDuForm('Donnez le jour du versement.'),
    reference: z.string().default(''),
  }),
  z.object({
    intent: z.literal('annulerVersement'),
    version,
    versementId: z.uuid(),
    motif: z.string().default(''),
  }),
  z.object({ intent: z.literal('signer'), version, le: jourDuForm('Donnez le jour de la signature.') }),
  z.object({ intent: z.literal('reprendre'), version }),
])

/** The field that a refusal is about; none where it is about the dossier. */
const CHAMP: Partial<Record<RefusVersement, string>> = {
  MONTANT_NUL: 'montant',
  PLUS_QUE_ACCORDE: 'montant',
  PLUS_QUE_VERSE: 'montant',
  REFERENCE_MANQUANTE: 'reference',
  REFERENCE_TROP_LONGUE: 'reference',
  DEJA_ENREGISTRE: 'reference',
  JOUR_A_VENIR: 'le',
  AVANT_EXECUTOIRE: 'le',
  AVANT_LA_CONVENTION: 'le',
  DEJA_SOLDE: 'nature',
}

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, now, params }) => ({
    suites: await suitesDossier(deps.db, params.dossier.id, now),
    reversements: await reversementsDemandes(deps.db, params.dossier.id, now),
    adresse: params.dossier.adresse,
    peutVerser: hasDroit(agent, 'versement.enregistrer'),
    peutSigner: hasDroit(agent, 'dossier.instruire'),
  }),
)

/** Records what follows a grant, or takes it back; a refusal is told beside the form, which keeps what was typed. */
export const action = agentAction(
  { params: { dossier: dossierDuNumero }, form: SuitesForm },
  async ({ agent, deps, params: { dossier }, form, refuser }) => {
    const vise = { dossierId: dossier.id, version: form.version }
    const fait = (texte: string) => redirectWithToast(`${dossier.adresse}/suites`, { texte, genre: 'success' })
    switch (form.intent) {
      case 'verser': {
        const { nature, montant: montantCents, le, reference } = form
        const answer = await enregistrerVersement(deps, agent, { ...vise, nature, montantCents, le, reference })
        if (!answer.ok) return refuser(LIBELLE_REFUS_VERSEMENT[answer.reason], CHAMP[answer.reason])
        return fait('Versement enregistré.')
      }
      case 'annulerVersement': {
        const { versementId, motif } = form
        const answer = await annulerVersement(deps, agent, { ...vise, versementId, motif })
        if (answer.ok) return fait('Versement annulé.')
        return refuser(LIBELLE_REFUS_ANNULATION[answer.reason], answer.reason.startsWith('MOTIF') ? 'motif' : undefined)
      }
      case 'signer': {
        const answer = await signerConvention(deps, agent, { ...vise, le: form.le })
        if (!answer.ok) return refuser(LIBELLE_REFUS_CONVENTION[answer.reason], 'le')
        return fait('Convention dite signée.')
      }
      case 'reprendre': {
        const answer = await reprendreConvention(deps, agent, vise)
        if (!answer.ok) return refuser(LIBELLE_REFUS_CONVENTION[answer.reason])
        return fait('Signature de la convention reprise.')
      }
    }
  },
)

export default function Suites() {
  return <SuitesDossier {...useLoaderData<typeof loader>()} />
}

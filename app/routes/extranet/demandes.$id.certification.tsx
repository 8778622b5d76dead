import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LONGUEUR_MAX_REPONSE } from '#domain/demande-en-ligne/reponses'
import { adresseDeposee, REFUS_DE_REMPLIR } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_DE_REDEPOSER, REFUS_DE_VALIDER } from '#libelles/demande-en-ligne/refus-de-depot'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { phraseEnVol } from '#libelles/demande-en-ligne/televersement'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { televersementsVus } from '#queries/extranet/televersements'
import { EtapeCertification } from '#ui/extranet/demande-en-ligne/etape-certification'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { redeposerDemande } from '#usecases/demande-en-ligne/redeposer-demande'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('demande-en-ligne') }

export const meta: MetaFunction = () => [{ title: 'Certification – Demande de subvention' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const enCours = await demandeEnCours(deps.db, demandeur, { ...params, now })
  if (!enCours) throw redirect(adresseDeposee(params.id))
  return {
    ...enCours,
    enVol: await televersementsVus(deps.db, demandeur, { pour: { demandeEnLigneId: params.id }, now }),
  }
})

const CertificationForm = z.object({
  version: z.coerce.number().int(),
  faitA: z.string('Dites où vous certifiez cette demande.').trim().min(1).max(LONGUEUR_MAX_REPONSE),
  certifie: z.literal('oui', 'Cochez la case pour certifier la demande.'),
  /** There where the page was made for a demande that was opened again. */
  redepot: z.literal('oui').optional(),
})

export const action = demandeurAction(
  { params: PARAMS, form: CertificationForm },
  async ({ deps, demandeur, params, form, arriveeLe, refuser }) => {
    const { redepot, ...certifie } = form
    const certification = { ...certifie, arriveeLe }
    if (redepot) {
      const redeposee = await redeposerDemande(deps, demandeur, { ...params, ...certification })
      if (!redeposee.ok)
        return refuser(
          redeposee.reason === 'FICHIER_EN_VOL'
            ? phraseEnVol(redeposee.detail ?? '')
            : REFUS_DE_REDEPOSER[redeposee.reason],
        )
      return redirect(adresseDuSuivi(redeposee.value.dossierId))
    }
    const deposee = await validerDemande(deps, demandeur, { ...params, ...certification })
    if (deposee.ok) return redirect(adresseDeposee(params.id))
    if (deposee.reason === 'FICHIER_EN_VOL') return refuser(phraseEnVol(deposee.detail ?? ''))
    return refuser({ ...REFUS_DE_REMPLIR, ...REFUS_DE_VALIDER }[deposee.reason])
  },
)

export default function Certification() {
  const enCours = useLoaderData<typeof loader>()
  return <EtapeCertification {...enCours} siret={enCours.structure.siret} recue={useActionData<Reponse>()} />
}

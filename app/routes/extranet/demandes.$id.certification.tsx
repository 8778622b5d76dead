import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { lireReponsesEnLigne, seDemande } from '#domain/demande-en-ligne/etapes'
import { LONGUEUR_MAX_REPONSE } from '#domain/demande-en-ligne/reponses'
import { longueur } from '#domain/texte'
import {
  adresseDeposee,
  adresseDEtape,
  phraseDeRefus,
  REFUS_DE_REMPLIR,
} from '#libelles/demande-en-ligne/demande-en-ligne'
import { phraseDeDepot } from '#libelles/demande-en-ligne/refus-de-depot'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { televersementsVus } from '#queries/extranet/televersements'
import { EtapeCertification } from '#ui/extranet/demande-en-ligne/etape-certification'
import type { Enregistree } from '#ui/extranet/demande-en-ligne/saisie/saisie-d-etape'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { redeposerDemande } from '#usecases/demande-en-ligne/redeposer-demande'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { champsDeSaisie } from '#web/demande-en-ligne/saisie-demandeur-route'
import { direPresence } from '#usecases/demande-en-ligne/presence/dire-presence'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('demande-en-ligne') }

export const meta: MetaFunction = () => [{ title: 'Certification – Demande de subvention' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const enCours = await demandeEnCours(deps.db, demandeur, { ...params, now })
  if (!enCours) throw redirect(adresseDeposee(params.id))
  await direPresence(deps, demandeur, { id: params.id, etape: 'CERTIFICATION' })
  return {
    ...enCours,
    enVol: await televersementsVus(deps.db, demandeur, { pour: { demandeEnLigneId: params.id }, now }),
  }
})

const oui = z.literal('oui').optional()

/** Kept, or left for the step before, it may be as it is; it is deposited certified. */
const CertificationForm = z
  .object({
    version: z.coerce.number().int(),
    faitA: z.string().trim().max(10_000).default(''),
    certifie: oui,
    /** There where the page was made for a demande that was opened again. */
    redepot: oui,
    /** The one button that deposits: whatever else sends the form, it is kept. */
    valider: oui,
    vers: z.literal('PIECES').optional(),
    ...champsDeSaisie(seDemande, lireReponsesEnLigne),
  })
  .superRefine(({ valider, faitA, certifie }, ctx) => {
    if (!valider) return
    const refuser = (champ: 'faitA' | 'certifie', message: string) =>
      ctx.addIssue({ code: 'custom', path: [champ], message })
    if (faitA === '') refuser('faitA', 'Dites où vous certifiez cette demande.')
    if (longueur(faitA) > LONGUEUR_MAX_REPONSE) refuser('faitA', phraseDeRefus({ champ: 'faitA', refus: 'TROP_LONG' }))
    if (!certifie) refuser('certifie', 'Cochez la case pour certifier la demande.')
  })

/** Keeps what is on the page, deposits it, or sends what was opened again. */
export const action = demandeurAction(
  { params: PARAMS, form: CertificationForm },
  async ({ deps, demandeur, params, form, arriveeLe, refuser, rester }) => {
    const { version, faitA, certifie, redepot, valider, vers, base, repris } = form
    if (!valider) {
      const miennes = { faitA, certifie: certifie ?? '' }
      const faite = await enregistrerEtape(deps, demandeur, {
        ...{ ...params, etape: 'CERTIFICATION', base, repris, miennes },
      })
      if (!faite.ok) return refuser(REFUS_DE_REMPLIR[faite.reason])
      if (vers && faite.value.divergences.length === 0) return redirect(adresseDEtape(params.id, vers))
      return rester({ enregistree: faite.value })
    }
    const certification = { ...params, version, arriveeLe, faitA, certifie: 'oui' as const }
    if (redepot) {
      const redeposee = await redeposerDemande(deps, demandeur, certification)
      if (!redeposee.ok) return refuser(phraseDeDepot(redeposee.reason, redeposee.detail))
      return redirect(adresseDuSuivi(redeposee.value.dossierId))
    }
    const deposee = await validerDemande(deps, demandeur, certification)
    if (deposee.ok) return redirect(adresseDeposee(params.id))
    return refuser(phraseDeDepot(deposee.reason, deposee.detail))
  },
)

export default function Certification() {
  const enCours = useLoaderData<typeof loader>()
  const recue = useActionData<Reponse<{ enregistree?: Enregistree }>>()
  return <EtapeCertification {...enCours} siret={enCours.structure.siret} recue={recue} />
}

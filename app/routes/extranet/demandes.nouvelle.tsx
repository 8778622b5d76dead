import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_DE_COMMENCER } from '#libelles/demande-en-ligne/refus-de-depot'
import { nouvelleDemande } from '#queries/extranet/nouvelle-demande'
import { NouvelleDemande } from '#ui/extranet/demande-en-ligne/nouvelle-demande'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { commencerDemande } from '#usecases/demande-en-ligne/commencer-demande'
import { demandeurAction, demandeurLoader } from '#web/demandeur-route'

/** No structure has this id. */
const AUCUNE = '00000000-0000-0000-0000-000000000000'

const NouvelleSearch = z.object({
  structure: z.uuid().catch(AUCUNE).default(AUCUNE),
  /** The fiche that is chosen as the page opens. */
  fiche: z.uuid().nullable().catch(null).default(null),
})

const NouvelleForm = z.object({
  structureId: z.uuid(),
  code: z.string('Choisissez un type de demande.').max(60),
  ficheId: z.uuid().optional(),
})

export const meta: MetaFunction = () => [{ title: 'Nouvelle demande de subvention – Europe et international' }]

export const loader = demandeurLoader({ search: NouvelleSearch }, ({ deps, demandeur, now, search }) =>
  nouvelleDemande(deps.db, demandeur, { structureId: search.structure, ficheId: search.fiche, now }),
)

export const action = demandeurAction({ form: NouvelleForm }, async ({ deps, demandeur, form, cleEnvoi, refuser }) => {
  const commencee = await commencerDemande(deps, demandeur, { ...form, ficheId: form.ficheId ?? null, cleEnvoi })
  return commencee.ok
    ? redirect(adresseDEtape(commencee.value.id, 'STRUCTURE'))
    : refuser(REFUS_DE_COMMENCER[commencee.reason], commencee.reason === 'FICHE_D_UNE_AUTRE' ? 'ficheId' : 'code')
})

export default function Nouvelle() {
  return <NouvelleDemande {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}

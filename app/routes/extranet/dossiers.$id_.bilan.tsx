import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CHAMPS_BILAN, estChampBilan, lireReponsesBilan, TEXTE_BILAN_MAX } from '#domain/suite-accord/bilan-rendu'
import { adresseDesFichiersDuBilan, adresseDuSuivi } from '#libelles/demandeur/adresses'
import { phraseDeRendre } from '#libelles/demandeur/rendre-bilan'
import { bilanARendre } from '#queries/extranet/bilan-a-rendre'
import { BilanDonne } from '#ui/extranet/suite-accord/bilan-donne'
import { type BilanGarde, BilanQuestions } from '#ui/extranet/suite-accord/bilan-questions'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { enregistrerBilan } from '#usecases/suite-accord/enregistrer-bilan'
import { champsDeSaisie } from '#web/demande-en-ligne/saisie-demandeur-route'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('dossier') }

const BilanForm = z.object({
  ...Object.fromEntries(
    CHAMPS_BILAN.map((champ) => [
      champ,
      z
        .string()
        .max(4 * TEXTE_BILAN_MAX)
        .optional(),
    ]),
  ),
  ...champsDeSaisie(estChampBilan, lireReponsesBilan),
  vers: z.literal('FICHIERS').optional(),
})

export { shouldRevalidate } from '#ui/kit/reprise/apres-un-echec'

export const meta: MetaFunction = () => [{ title: 'Rendre le bilan – Europe et international' }]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const bilan = await bilanARendre(deps.db, demandeur, { ...params, now })
  if (!bilan) throw redirect(adresseDuSuivi(params.id))
  return bilan
})

/** Keeps what is on the page, and goes on to the files where it is asked. */
export const action = demandeurAction(
  { params: PARAMS, form: BilanForm },
  async ({ deps, demandeur, params, form, refuser, rester }) => {
    const { base, repris, prendre, vers, ...miennes } = form
    const vise = { dossierId: params.id, base, repris, miennes: { ...lireReponsesBilan(miennes), ...prendre } }
    const faite = await enregistrerBilan(deps, demandeur, vise)
    if (!faite.ok) return refuser(phraseDeRendre(faite.reason))
    if (vers && faite.value.divergences.length === 0) return redirect(adresseDesFichiersDuBilan(params.id))
    return rester({ enregistree: faite.value })
  },
)

export default function Bilan() {
  const bilan = useLoaderData<typeof loader>()
  const recue = useActionData<Reponse<{ enregistree: BilanGarde }>>()
  return bilan.empechement ? <BilanDonne bilan={bilan} /> : <BilanQuestions bilan={bilan} recue={recue} />
}

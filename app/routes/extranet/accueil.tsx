import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LONGUEUR_MAX_MOTS } from '#domain/demandeur/affinage'
import { LONGUEUR_MAX_CORRECTION } from '#domain/demandeur/correction'
import { lireEtatDit } from '#domain/demandeur/etat-dit'
import { DISPOSITIFS } from '#domain/dispositif'
import { phraseCorrection } from '#libelles/demandeur/correction'
import { accueilDuDemandeur } from '#queries/extranet/accueil-demandeur'
import { AccueilDemandeur } from '#ui/extranet/accueil-demandeur'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { demanderCorrection } from '#usecases/demandeur/demander-correction'
import { demandeurAction, demandeurLoader } from '#web/demandeur-route'

/** Which of their structures, none is the first; and what its list is narrowed to. */
const AccueilSearch = z.object({
  structure: z.uuid().nullable().catch(null).default(null),
  q: z.string().max(LONGUEUR_MAX_MOTS).catch('').default(''),
  type: z.enum(DISPOSITIFS).nullable().catch(null).default(null),
  mention: z.string().max(LONGUEUR_MAX_MOTS).catch('').default(''),
  etat: z.string().default('').transform(lireEtatDit),
})

const CorrectionForm = z.object({
  structureId: z.uuid(),
  texte: z
    .string()
    .max(4 * LONGUEUR_MAX_CORRECTION)
    .default(''),
})

export const meta: MetaFunction = () => [{ title: 'Vos demandes de subvention – Europe et international' }]

export const loader = demandeurLoader({ search: AccueilSearch }, ({ deps, demandeur, now, search }) =>
  accueilDuDemandeur(deps.db, {
    ...{ demandeurId: demandeur.id, voulue: search.structure, now },
    affinage: { mots: search.q, dispositif: search.type, statutPortail: search.mention, etat: search.etat },
  }),
)

export const action = demandeurAction(
  { form: CorrectionForm },
  async ({ deps, demandeur, form, cleEnvoi, ip, refuser, rester }) => {
    const answer = await demanderCorrection(deps, demandeur, { ...form, cleEnvoi, ip })
    if (answer.ok) return rester({ envoyee: true })
    const phrase = phraseCorrection(answer.reason, answer.detail)
    return answer.reason === 'SANS_TEXTE' || answer.reason === 'TROP_LONG' ? refuser(phrase, 'texte') : refuser(phrase)
  },
)

export default function Accueil() {
  return <AccueilDemandeur {...useLoaderData<typeof loader>()} recue={useActionData<Reponse<{ envoyee: boolean }>>()} />
}

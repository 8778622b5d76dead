import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CHAMPS_FIXES, lireReponsesEnLigne, seDemande } from '#domain/demande-en-ligne/etapes'
import { questionPosee } from '#domain/demande-en-ligne/questions-de-campagne'
import {
  adresseDeposee,
  adresseDEtape,
  REFUS_DE_REMPLIR,
  TITRE_ETAPE,
} from '#libelles/demande-en-ligne/demande-en-ligne'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { EtapeEcriteVue } from '#ui/extranet/demande-en-ligne/etape-ecrite'
import type { Enregistree } from '#ui/extranet/demande-en-ligne/saisie/saisie-d-etape'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { champsDeSaisie } from '#web/demande-en-ligne/saisie-demandeur-route'
import { direPresence } from '#usecases/demande-en-ligne/presence/dire-presence'
import { demandeurAction, demandeurLoader, unDe, uuid } from '#web/demandeur-route'

const ETAPES = { structure: 'STRUCTURE', projet: 'PROJET' } as const

const PARAMS = { id: uuid('demande-en-ligne'), etape: unDe('etape', ['structure', 'projet']) }

const CHAMPS = [...CHAMPS_FIXES.STRUCTURE, ...CHAMPS_FIXES.PROJET]

const reponse = z.string().max(10_000)

const EtapeForm = z.object({
  ...Object.fromEntries(CHAMPS.map((champ) => [champ, reponse.optional()])),
  /** Those of the campagne's own questions, by the id of their field. */
  questions: z.record(z.string(), reponse).default({}),
  ...champsDeSaisie(seDemande, lireReponsesEnLigne),
  vers: z.enum(['STRUCTURE', 'PROJET', 'PIECES']).optional(),
})

export { shouldRevalidate } from '#ui/kit/reprise/apres-un-echec'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? TITRE_ETAPE[data.etape] : 'Étape'} – Demande de subvention` },
]

export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  const enCours = await demandeEnCours(deps.db, demandeur, { id: params.id, now })
  if (!enCours) throw redirect(adresseDeposee(params.id))
  await direPresence(deps, demandeur, { id: params.id, etape: ETAPES[params.etape] })
  return { ...enCours, etape: ETAPES[params.etape] }
})

/** Keeps what is on the page, and goes on to the next step where it is asked. */
export const action = demandeurAction(
  { params: PARAMS, form: EtapeForm },
  async ({ deps, demandeur, params, form, refuser, rester }) => {
    const { base, repris, prendre, vers, questions, ...fixes } = form
    const posees = Object.entries(questions).map(([id, dite]) => [questionPosee(id), dite] as const)
    const faite = await enregistrerEtape(deps, demandeur, {
      id: params.id,
      etape: ETAPES[params.etape],
      ...{ base, repris },
      miennes: { ...lireReponsesEnLigne({ ...fixes, ...Object.fromEntries(posees) }), ...prendre },
    })
    if (!faite.ok) return refuser(REFUS_DE_REMPLIR[faite.reason])
    if (vers && faite.value.divergences.length === 0) return redirect(adresseDEtape(params.id, vers))
    return rester({ enregistree: faite.value })
  },
)

export default function Etape() {
  const enCours = useLoaderData<typeof loader>()
  // A step has its own fields: nothing of one is left when the other comes.
  return (
    <EtapeEcriteVue key={enCours.etape} {...enCours} recue={useActionData<Reponse<{ enregistree: Enregistree }>>()} />
  )
}

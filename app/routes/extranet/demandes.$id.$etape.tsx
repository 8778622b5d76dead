import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CHAMPS_D_ETAPE, lireReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
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

const CHAMPS = [...CHAMPS_D_ETAPE.STRUCTURE, ...CHAMPS_D_ETAPE.PROJET]

const EtapeForm = z.object({
  ...Object.fromEntries(CHAMPS.map((champ) => [champ, z.string().max(10_000).optional()])),
  ...champsDeSaisie(CHAMPS, lireReponsesEnLigne),
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
    const { base, repris, prendre, vers, ...miennes } = form
    const faite = await enregistrerEtape(deps, demandeur, {
      id: params.id,
      etape: ETAPES[params.etape],
      ...{ base, repris },
      miennes: { ...lireReponsesEnLigne(miennes), ...prendre },
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

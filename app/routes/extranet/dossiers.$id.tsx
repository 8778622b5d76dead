import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SECTIONS } from '#domain/dossier/deverrouillage'
import { LONGUEUR_MAX_SOUHAIT } from '#domain/demande-en-ligne/modification-voulue'
import { phraseDeVouloir } from '#libelles/demandeur/suivi'
import { suiviDuDemandeur } from '#queries/extranet/dossier-suivi'
import { DossierSuivi } from '#ui/extranet/dossier-suivi/dossier-suivi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { demanderModification } from '#usecases/deverrouillage/demander-modification'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('dossier') }

const SouhaitForm = z.object({
  sections: z.preprocess((v) => (v === undefined ? [] : [v].flat()), z.array(z.enum(SECTIONS)).max(SECTIONS.length)),
  texte: z
    .string()
    .max(4 * LONGUEUR_MAX_SOUHAIT)
    .default(''),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.numero ? `Demande ${data.numero}` : 'Votre demande'} – Europe et international` },
]

export const loader = demandeurLoader({ params: PARAMS }, ({ deps, demandeur, now, params }) =>
  suiviDuDemandeur(deps.db, demandeur, { ...params, now }),
)

/** Asks for an exceptional change. */
export const action = demandeurAction(
  { params: PARAMS, form: SouhaitForm },
  async ({ deps, demandeur, params, form, refuser, rester }) => {
    const demandee = await demanderModification(deps, demandeur, { dossierId: params.id, ...form })
    if (demandee.ok) return rester({ demandee: true })
    const phrase = phraseDeVouloir(demandee.reason, demandee.detail)
    if (demandee.reason === 'AUCUNE_SECTION') return refuser(phrase, 'sections')
    return demandee.reason === 'TEXTE_TROP_COURT' || demandee.reason === 'TEXTE_TROP_LONG'
      ? refuser(phrase, 'texte')
      : refuser(phrase)
  },
)

export default function Suivi() {
  return <DossierSuivi suivi={useLoaderData<typeof loader>()} recue={useActionData<Reponse<{ demandee: boolean }>>()} />
}

import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { adresseDesFichiersDuBilan } from '#libelles/demandeur/adresses'
import { phraseDeRendre } from '#libelles/demandeur/rendre-bilan'
import { fichierDuBilan } from '#queries/extranet/bilan-a-rendre'
import { retirerFichierDeBilan } from '#usecases/suite-accord/retirer-fichier-de-bilan'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('dossier'), fichierId: uuid('fichier') }

/** Nothing is shown of one file alone. */
export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, params }) => {
  await fichierDuBilan(deps.db, demandeur, params)
  return redirect(adresseDesFichiersDuBilan(params.id))
})

/** Takes one file away from the bilan that is being written. */
export const action = demandeurAction(
  { params: PARAMS, form: z.object({}) },
  async ({ deps, demandeur, params: { id, fichierId }, refuser }) => {
    const retire = await retirerFichierDeBilan(deps, demandeur, { dossierId: id, fichierId })
    return retire.ok ? redirect(adresseDesFichiersDuBilan(id)) : refuser(phraseDeRendre(retire.reason))
  },
)

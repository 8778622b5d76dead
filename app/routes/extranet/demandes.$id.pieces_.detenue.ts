import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_DE_DETENUE } from '#libelles/demande-en-ligne/refus-de-piece'
import { piecesDeDemande } from '#queries/extranet/pieces-de-demande'
import { donnerDetenue } from '#usecases/demande-en-ligne/donner-detenue'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('demande-en-ligne') }

/** Nothing is shown of it alone. */
export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, now, params }) => {
  await piecesDeDemande(deps.db, demandeur, { ...params, now })
  return redirect(adresseDEtape(params.id, 'PIECES'))
})

/** Gives again what an earlier dossier holds. */
export const action = demandeurAction(
  { params: PARAMS, form: z.object({ code: z.string(), detenueId: z.guid() }) },
  async ({ deps, demandeur, params, form, refuser }) => {
    const donnee = await donnerDetenue(deps, demandeur, { ...params, ...form })
    if (donnee.ok) return redirect(adresseDEtape(params.id, 'PIECES'))
    return refuser(donnee.detail ?? REFUS_DE_DETENUE[donnee.reason])
  },
)

import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'
import { fichierDeDemande } from '#queries/extranet/pieces-de-demande'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('demande-en-ligne'), pieceId: uuid('piece-en-ligne') }

/** Nothing is shown of one file alone. */
export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, params }) => {
  await fichierDeDemande(deps.db, demandeur, params)
  return redirect(adresseDEtape(params.id, 'PIECES'))
})

/** Takes one file away. */
export const action = demandeurAction(
  { params: PARAMS, form: z.object({ vue: z.string().default('') }) },
  async ({ deps, demandeur, params, form, refuser }) => {
    const retiree = await retirerPiece(deps, demandeur, { ...params, ...form })
    return retiree.ok ? redirect(adresseDEtape(params.id, 'PIECES')) : refuser(REFUS_DE_PIECE[retiree.reason])
  },
)

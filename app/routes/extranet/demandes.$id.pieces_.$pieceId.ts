import { z } from 'zod'
import { REFUS_DE_REMPLIR } from '#libelles/demande-en-ligne/demande-en-ligne'
import { retirerPiece } from '#usecases/demande-en-ligne/retirer-piece'
import { DEMANDE, versEtape } from '#web/demande-en-ligne'
import { demandeurAction, uuid } from '#web/demandeur-route'

/** Takes one file away. */
export const action = demandeurAction(
  { params: { ...DEMANDE, pieceId: uuid('piece-en-ligne') }, form: z.object({}) },
  async ({ deps, demandeur, params, refuser }) => {
    const retiree = await retirerPiece(deps, demandeur, params)
    return retiree.ok ? versEtape(params.id, 'PIECES') : refuser(REFUS_DE_REMPLIR[retiree.reason])
  },
)

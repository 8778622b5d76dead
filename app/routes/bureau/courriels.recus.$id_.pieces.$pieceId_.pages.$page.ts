import { z } from 'zod'
import { imagePieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendImage } from '#web/downloads'
import { searchParams, uuidParam } from '#web/params'

const Page = z.coerce.number().int().min(1).max(10_000).catch(1)
const Largeur = z.coerce.number().int().min(100).max(2_000).catch(1_000)

/** One page of a file of a received mail as a picture. */
export const loader = agentLoader('courriel.lire', async ({ params, request }) =>
  sendImage(
    await imagePieceJointe(deps, {
      courriel: { id: uuidParam('courriel-recu', params.id) },
      pieceId: uuidParam('piece-jointe', params.pieceId),
      page: Page.parse(params.page),
      largeur: Largeur.parse(searchParams(request)['largeur']),
    }),
  ),
)

import { z } from 'zod'
import { ETAPES } from '#domain/demande-en-ligne/etapes'
import { direPresence } from '#usecases/demande-en-ligne/presence/dire-presence'
import { demandeurLoader, uuid } from '#web/demandeur-route'

const PresenceSearch = z.object({ etape: z.enum(ETAPES).catch('STRUCTURE').default('STRUCTURE') })

/** Who else fills in this demande, for a page that stays open; asking says that one is there. */
export const loader = demandeurLoader(
  { params: { id: uuid('demande-en-ligne') }, search: PresenceSearch, deSoiMeme: true },
  async ({ deps, demandeur, params, search }) =>
    Response.json(await direPresence(deps, demandeur, { ...params, ...search }), {
      headers: { 'Cache-Control': 'no-store' },
    }),
)

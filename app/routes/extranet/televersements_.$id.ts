import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'
import { commencerTeleversement } from '#usecases/demande-en-ligne/commencer-televersement'
import { recevoirMorceau } from '#usecases/demande-en-ligne/recevoir-morceau'
import { terminerTeleversement } from '#usecases/demande-en-ligne/terminer-televersement'
import { demandeurTeleversement, uuid } from '#web/demandeur-route'

/** One file on its way: how much of it has come (HEAD), the rest of it (PATCH), or nothing more (DELETE). */
export const { loader, action } = demandeurTeleversement(
  { id: uuid('televersement') },
  {
    commencer: commencerTeleversement,
    recevoir: recevoirMorceau,
    terminer: terminerTeleversement,
    abandonner: abandonnerTeleversement,
  },
)

import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'
import { commencerTeleversement } from '#usecases/demande-en-ligne/commencer-televersement'
import { recevoirMorceau } from '#usecases/demande-en-ligne/recevoir-morceau'
import { terminerTeleversement } from '#usecases/demande-en-ligne/terminer-televersement'
import { demandeurTeleversement } from '#web/demandeur-route'

/** Where a file that leaves piece by piece is announced (tus, creation). */
export const { loader, action } = demandeurTeleversement(
  {},
  {
    commencer: commencerTeleversement,
    recevoir: recevoirMorceau,
    terminer: terminerTeleversement,
    abandonner: abandonnerTeleversement,
  },
)

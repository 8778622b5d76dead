import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'
import { commencerTeleversement } from '#usecases/demande-en-ligne/commencer-televersement'
import { recevoirMorceau } from '#usecases/demande-en-ligne/recevoir-morceau'
import { terminerTeleversement } from '#usecases/demande-en-ligne/terminer-televersement'

/** What may be done of a file that comes piece by piece, as the protocol that carries it asks for. */
export const televersement = {
  commencer: commencerTeleversement,
  recevoir: recevoirMorceau,
  terminer: terminerTeleversement,
  abandonner: abandonnerTeleversement,
}

import { traitementDeLot } from '#jobs/catalogue'
import { abandonnerLot, traiterLot } from '#usecases/lot/traiter-lot'
import { defineHandler } from '../define-handler'

/** Reads one lot. */
export const traiterLotHandler = defineHandler(traitementDeLot, {
  async run({ lotId }, { db, storage, now }) {
    await traiterLot({ db, storage, now }, lotId)
  },
  onDead: async ({ lotId }, motif, { db }) => {
    await abandonnerLot(db, lotId, motif)
  },
})

import { traiterLot } from '#jobs/catalogue'
import { abandonnerLot, traiterLot as traiter } from '#usecases/lot/traiter-lot'
import { defineHandler } from '../define-handler'

/** Reads one lot. */
export const traiterLotHandler = defineHandler(traiterLot, {
  async run({ lotId }, { db, storage, now }) {
    await traiter({ db, storage, now }, lotId)
  },
  onDead: async ({ lotId }, motif, { db }) => {
    await abandonnerLot(db, lotId, motif)
  },
})

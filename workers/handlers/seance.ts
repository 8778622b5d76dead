import { dessinDesLettres } from '#jobs/seance'
import { dessinerLettres } from '#usecases/seance/dessiner-lettres'
import { defineHandler } from '../define-handler'

/** Draws the letters of a séance before they are told. */
export const dessinerLettresHandler = defineHandler(dessinDesLettres, {
  async run({ seanceId }, { log, ...deps }) {
    const { dessinees, enEchec } = await dessinerLettres(deps, seanceId)
    if (enEchec.length > 0) log.error({ seanceId, enEchec }, 'letters were not composed')
    log.info({ seanceId, dessinees }, 'letters drawn')
  },
})

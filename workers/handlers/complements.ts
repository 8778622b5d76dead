import { relanceDeLigne, suiviDesComplements } from '#jobs/catalogue'
import { abandonnerLigne, relancerLigne } from '#usecases/complement/relancer-ligne'
import { suivreComplements } from '#usecases/complement/suivre-complements'
import { defineHandler } from '../define-handler'

/** Says what is past its limit and reminds of what is near it. A run that dies is made up for by the next one. */
export const suivreComplementsHandler = defineHandler(suiviDesComplements, {
  async run(_, { log, ...deps }) {
    log.debug(await suivreComplements(deps), 'compléments followed')
  },
})

/** Reminds one dossier of a batch. */
export const relancerLigneHandler = defineHandler(relanceDeLigne, {
  run: (ligne, deps) => relancerLigne(deps, ligne),
  onDead: async (ligne, motif, deps) => {
    await abandonnerLigne(deps, ligne, motif)
  },
})

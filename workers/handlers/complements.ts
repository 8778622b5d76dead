import { relancerLigne, suivreComplements } from '#jobs/catalogue'
import { abandonnerLigne, relancerLigne as relancer } from '#usecases/complement/relancer-ligne'
import { suivreComplements as suivre } from '#usecases/complement/suivre-complements'
import { defineHandler } from '../define-handler'

/** Says what is past its limit and reminds of what is near it. A run that dies is made up for by the next one. */
export const suivreComplementsHandler = defineHandler(suivreComplements, {
  async run(_, { log, ...deps }) {
    log.debug(await suivre(deps), 'compléments followed')
  },
})

/** Reminds one dossier of a batch. */
export const relancerLigneHandler = defineHandler(relancerLigne, {
  run: (ligne, deps) => relancer(deps, ligne),
  onDead: async (ligne, motif, deps) => {
    await abandonnerLigne(deps, ligne, motif)
  },
})

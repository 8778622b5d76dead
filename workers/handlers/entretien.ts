import {
  balayageDesFichiers,
  purgeDesPerimes,
  rappelDesDeverrouillages,
  fermetureDesDeverrouillages,
  repriseDesTravaux,
  reexamenDesRecevabilites,
  resserrementDesComptes,
  verificationDesComptes,
} from '#jobs/catalogue'
import { rappelDesDemandes } from '#jobs/demandeur'
import { annonceDeChangement } from '#jobs/reglement'
import { annoncerChangement } from '#usecases/demande-en-ligne/annoncer-changement'
import { balayerFichiers } from '#usecases/entretien/balayer-fichiers'
import { purgerPerimes } from '#usecases/entretien/purger-perimes'
import { purgerTeleversements } from '#usecases/entretien/purger-televersements'
import { rappelerDemandes } from '#usecases/demande-en-ligne/rappeler-demandes'
import { rappelerDeverrouillages } from '#usecases/deverrouillage/rappeler-deverrouillages'
import { refermerDeverrouillages } from '#usecases/deverrouillage/refermer-deverrouillages'
import { reexaminerRecevabilites } from '#usecases/entretien/reexaminer-recevabilites'
import { reprendreTravaux } from '#usecases/entretien/reprendre-travaux'
import { resserrerComptes } from '#infra/stores/comptes'
import { verifierComptes } from '#usecases/entretien/verifier-comptes'
import { defineHandler } from '../define-handler'

/** Closes what has passed its échéance. A run that dies is made up for by the next one, here as below. */
export const refermerDeverrouillagesHandler = defineHandler(fermetureDesDeverrouillages, {
  async run(_, { log, ...deps }) {
    log.debug(await refermerDeverrouillages(deps), 'déverrouillages closed')
  },
})

export const rappelerDeverrouillagesHandler = defineHandler(rappelDesDeverrouillages, {
  async run(_, { log, ...deps }) {
    log.debug(await rappelerDeverrouillages(deps), 'déverrouillages reminded')
  },
})

export const rappelerDemandesHandler = defineHandler(rappelDesDemandes, {
  async run(_, { log, ...deps }) {
    log.debug(await rappelerDemandes(deps), 'demandes on line reminded of')
  },
})

export const annoncerChangementHandler = defineHandler(annonceDeChangement, {
  async run(vise, { log, ...deps }) {
    log.debug(await annoncerChangement(deps, vise), 'demandes on line told of a change of their règlement')
  },
})

export const reprendreTravauxHandler = defineHandler(repriseDesTravaux, {
  async run(_, { log, queueOf, db, now }) {
    const repris = await reprendreTravaux({ db, now, connus: (queue, ids) => queueOf(queue).known(ids) })
    if (Object.values(repris).some((nombre) => nombre > 0)) log.warn(repris, 'the queue had lost work, promised anew')
  },
})

export const purgerPerimesHandler = defineHandler(purgeDesPerimes, {
  async run(_, { log, ...deps }) {
    const televersements = await purgerTeleversements(deps)
    log.debug({ ...(await purgerPerimes(deps)), ...televersements }, 'purged')
  },
})

export const balayerFichiersHandler = defineHandler(balayageDesFichiers, {
  async run(_, { log, ...deps }) {
    log.info(await balayerFichiers(deps), 'files swept')
  },
})

export const reexaminerRecevabilitesHandler = defineHandler(reexamenDesRecevabilites, {
  async run(_, { log, db }) {
    log.debug({ changes: await reexaminerRecevabilites({ db }) }, 'recevabilités examined anew')
  },
})

export const resserrerComptesHandler = defineHandler(resserrementDesComptes, {
  async run(_, { db }) {
    await resserrerComptes(db)
  },
})

export const verifierComptesHandler = defineHandler(verificationDesComptes, {
  async run(_, { log, ...deps }) {
    const { ecarts } = await verifierComptes(deps)
    if (ecarts.length > 0) log.error({ ecarts }, 'kept counts were not what the rows say, counted anew')
  },
})

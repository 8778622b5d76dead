import { setTimeout } from 'node:timers/promises'
import { estAProuver } from '#domain/courriel/preuve'
import { motsASortir } from '#infra/stores/acces/lien-secret'
import { envoiDeCourriel } from '#jobs/catalogue'
import { repriseDesEnvois, sondeDesEnvois } from '#jobs/envois'
import { fichiersJoints } from '#queries/courriel/fichiers-joints'
import { constaterEchec } from '#usecases/courriel/constater-echec'
import { declarerCourrielEnEchec } from '#usecases/courriel/declarer-courriel-en-echec'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { type Depart, prendreDepart } from '#usecases/courriel/prendre-depart'
import { faireAvancer } from '#usecases/courriel/allure/faire-avancer'
import { reprendreEnvois } from '#usecases/courriel/reprendre-envois'
import { retenirSansLettre } from '#usecases/courriel/retenir-sans-lettre'
import { prendreSonde, reprendreApresSonde } from '#usecases/courriel/sonder-envois'
import { transmettreCourriel } from '#usecases/courriel/transmettre-courriel'
import { defineHandler, type JobContext } from '../define-handler'

/** How often, and how many times, what the server said is written again while the database is away: nobody else knows it. */
const PATIENCE = { ms: 1_000, fois: 120 }

async function insister(ecrire: () => Promise<unknown>): Promise<void> {
  for (let fois = 1; ; fois += 1) {
    try {
      await ecrire()
      return
    } catch (error) {
      if (fois >= PATIENCE.fois) throw error
      await setTimeout(PATIENCE.ms)
    }
  }
}

/**
 * Hands one courriel over to the server, under the hold of this run. What is written before the first byte of the message keeps it from being
 * handed over a second time, whatever dies in between; an end that nobody saw is told to an officer.
 */
async function envoyer(
  { courriel, prise }: Depart,
  sonde: boolean,
  { log, mailer, ...deps }: JobContext,
): Promise<void> {
  const courrielId = courriel.id
  const facteurs = { automatique: courriel.acteurType === 'SYSTEME', aProuver: estAProuver(courriel) }
  const joints = await fichiersJoints(deps, courriel)
  if (!joints) {
    await retenirSansLettre(deps, { courrielId, prise })
    log.warn({ courrielId }, 'a mail is held: its letter was not drawn')
    return
  }
  const envoi = await mailer.send({ ...motsASortir(courriel), ...facteurs, joints }, (copie) =>
    transmettreCourriel(deps, { courrielId, prise, copie }),
  )
  await insister(async () => {
    if ('echec' in envoi) {
      const cause = await constaterEchec(deps, { courrielId, prise, echec: envoi.echec, sonde })
      log.warn({ courrielId, cause }, 'courriel not sent')
    } else await declarerCourrielEnvoye(deps, { courrielId, prise, ...envoi.pris })
  })
  if ('pris' in envoi && sonde) await reprendreApresSonde(deps)
}

/** Sends one courriel that the gate lets through as it leaves. One that is sent, held, in other hands, or whose failure an officer must look at, is left alone. */
export const envoyerCourrielHandler = defineHandler(envoiDeCourriel, {
  async run({ courrielId }, context) {
    const depart = await prendreDepart(context, courrielId)
    if (depart) await envoyer(depart, false, context)
  },
  onDead: ({ courrielId }, motif, deps) => declarerCourrielEnEchec(deps, { courrielId, motif }),
})

/** One mail asks whether mails leave again. */
export const sonderEnvoisHandler = defineHandler(sondeDesEnvois, {
  async run({ essai }, context) {
    const depart = await prendreSonde(context, essai)
    if (depart) await envoyer(depart, true, context)
  },
})

export const reprendreEnvoisHandler = defineHandler(repriseDesEnvois, {
  async run(_, { log, ...deps }) {
    const repris = { ...(await reprendreEnvois(deps)), appeles: await faireAvancer(deps) }
    if (Object.values(repris).some(Boolean)) log.warn(repris, 'mails taken up')
  },
})

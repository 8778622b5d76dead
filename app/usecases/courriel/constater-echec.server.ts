import { randomInt } from 'node:crypto'
import { SYSTEME } from '#domain/acces/acteur'
import { type CauseDUnEssai, causeDe, type EchecEnvoi } from '#domain/courriel/echec-envoi'
import { attenteMs, type Suite, suiteDe } from '#domain/courriel/suspension'
import type { Tx } from '#infra/db'
import type { DepsEnvoi } from '#infra/deps'
import { promiseJob } from '#infra/outbox'
import { laisserSaPlace } from '#infra/stores/courriel/allure'
import { regarderAutour } from '#infra/stores/courriel/autour'
import {
  type Expedition,
  libererEnvois,
  lockExpedition,
  prolongerSuspension,
  suspendreEnvois,
} from '#infra/stores/courriel/expedition'
import { envoiDeCourriel } from '#jobs/catalogue'
import type { Prisma } from '#prisma'
import { ecrireEchec, motsDuServeur } from '#usecases/courriel/declarer-courriel-en-echec'
import { oublierCopie } from '#usecases/courriel/garder-copie'

type Essai = {
  courrielId: string
  /** The hold under which it was tried. */
  prise: string
  echec: EchecEnvoi
  /** It was tried to know whether mails leave again. */
  sonde: boolean
}

type Courriel = Prisma.CourrielGetPayload<object>

/**
 * A try failed: the mail fails alone, or waits, and the sending with it (#domain/courriel/suspension). What was decided of it meanwhile, by
 * another run or by an officer, stays. Gives what the try ended in, for the log.
 */
export async function constaterEchec(
  { db, now, rythme }: DepsEnvoi,
  { courrielId, prise, echec, sonde }: Essai,
): Promise<CauseDUnEssai> {
  const cause = causeDe(echec)
  await db.$transaction(async (tx) => {
    const le = now()
    const expedition = await lockExpedition(tx, 'UPDATE')
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId } })
    if (courriel?.etat !== 'A_ENVOYER' || courriel.prise !== prise) return
    await laisserSaPlace(tx, courriel.destinataire)
    const reponse = motsDuServeur(echec.reponse || echec.code)
    const { pareils, ...autour } = await regarderAutour(tx, { courriel, cause, reponse, le })
    if (cause !== 'ISSUE_INCONNUE') await oublierCopie(tx, prise)
    const suite = suiteDe(cause, {
      ...autour,
      suspendue: expedition.suspension?.cause ?? null,
      sonde,
      expire: courriel.attendDepuis !== null && le.getTime() - courriel.attendDepuis.getTime() >= rythme.duree,
    })
    if (suite.type === 'ECHOUER') await ecrireEchec(tx, { courrielId, cause: suite.cause, erreur: reponse, le })
    else await remettre(tx, courriel, { cause, erreur: reponse, echecLe: le })
    if (suite.type === 'REPORTER') {
      const quand = new Date(le.getTime() + attenteMs(courriel.tentatives - 1, randomInt(1000) / 1000, rythme))
      await promiseJob(tx, envoiDeCourriel, { courrielId }, quand)
    }
    if (suspensionDe(suite) === 'REFUS_GENERAL') await reprendre(tx, pareils)
    await regler(tx, { expedition, suite, sonde, reponse, le, rythme })
  })
  return cause
}

const suspensionDe = (suite: Suite) =>
  suite.type === 'SUSPENDRE' ? suite.cause : suite.type === 'ECHOUER' ? suite.suspendre : null

/** It waits for another try, whatever it met: the server did not take it. */
const remettre = (tx: Tx, { id }: Courriel, essai: { cause: CauseDUnEssai; erreur: string; echecLe: Date }) =>
  tx.courriel.updateMany({
    where: { id, etat: 'A_ENVOYER' },
    data: { ...essai, prise: null, prisLe: null, transmisLe: null, version: { increment: 1 } },
  })

/** Those that failed alone before it was known that all meet the same refusal wait again, as if nothing had been said of them. */
const reprendre = (tx: Tx, ids: readonly string[]) =>
  tx.$executeRaw`UPDATE courriel SET etat = 'A_ENVOYER', attend_depuis = echec_le, transmis_le = NULL, version = version + 1
    WHERE id = ANY(${ids}::uuid[]) AND etat = 'ECHEC'`

type Reglement = { expedition: Expedition; suite: Suite; sonde: boolean; reponse: string; le: Date } & Pick<
  DepsEnvoi,
  'rythme'
>

/** The sending goes on, is suspended, or stays so; a mail that was on its way when others met the fault changes nothing of it. */
async function regler(tx: Tx, { expedition: { suspension }, suite, sonde, reponse, le, rythme }: Reglement) {
  const cause = suspensionDe(suite)
  if (cause && !suspension) await suspendreEnvois(tx, SYSTEME, { cause, reponse, le, rythme })
  if (!suspension || !sonde) return
  if (cause) await prolongerSuspension(tx, { essais: suspension.essais, cause, reponse, le, rythme })
  else await libererEnvois(tx, SYSTEME, le)
}

import { Conflict, NotFound } from '#infra/errors'
import { envoiDeCourriel } from '#jobs/catalogue'
import { declarerCourrielEnEchec } from '#usecases/courriel/declarer-courriel-en-echec'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { defineHandler } from '../define-handler'

/**
 * Sends one courriel. One that is sent, or whose failure an officer must look at, is left alone. A crash between the SMTP server's
 * yes and our update sends it again under the same Message-ID, which mail systems can fold into one: at least once is what SMTP
 * allows.
 */
export const envoyerCourrielHandler = defineHandler(envoiDeCourriel, {
  async run({ courrielId }, { db, mailer, now, log }) {
    const courriel = await db.courriel.findUnique({ where: { id: courrielId } })
    if (!courriel) throw new NotFound('courriel', courrielId)
    if (courriel.etat !== 'A_ENVOYER') return

    const claimed = await db.courriel.updateMany({
      where: { id: courrielId, version: courriel.version },
      data: { tentatives: { increment: 1 }, version: { increment: 1 } },
    })
    if (claimed.count === 0) throw new Conflict('courriel', courrielId)

    const answer = await mailer.send({ ...courriel, automatique: courriel.acteurType === 'SYSTEME' })
    if (answer.ok) return declarerCourrielEnvoye({ db, now }, courrielId)
    log.warn({ courrielId, motif: answer.detail }, 'courriel refused for good')
    await declarerCourrielEnEchec({ db, now }, { courrielId, motif: answer.detail ?? answer.reason })
  },
  onDead: ({ courrielId }, motif, deps) => declarerCourrielEnEchec(deps, { courrielId, motif }),
})

import { envoiDeCourriel } from '#jobs/catalogue'
import { declarerCourrielEnEchec } from '#usecases/courriel/declarer-courriel-en-echec'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { defineHandler } from '../define-handler'

/**
 * Sends one courriel that the gate lets through as it leaves. One that is sent, held, or whose failure an officer must look at, is left alone. A crash between the SMTP server's
 * yes and our update sends it again under the same Message-ID, which mail systems can fold into one: at least once is what SMTP
 * allows.
 */
export const envoyerCourrielHandler = defineHandler(envoiDeCourriel, {
  async run({ courrielId }, { db, mailer, now, log }) {
    const courriel = await prendreDepart({ db, now }, courrielId)
    if (!courriel) return

    const answer = await mailer.send({ ...courriel, automatique: courriel.acteurType === 'SYSTEME' })
    if (answer.ok) return declarerCourrielEnvoye({ db, now }, courrielId)
    log.warn({ courrielId, motif: answer.detail }, 'courriel refused for good')
    await declarerCourrielEnEchec({ db, now }, { courrielId, motif: answer.detail ?? answer.reason })
  },
  onDead: ({ courrielId }, motif, deps) => declarerCourrielEnEchec(deps, { courrielId, motif }),
})

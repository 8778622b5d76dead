import type { EchecEnvoi } from '#domain/courriel/echec-envoi'
import { RYTHME } from '#domain/courriel/suspension'
import { envoisSuspendus } from '#queries/courriel/envois-suspendus'
import { constaterEchec } from '#usecases/courriel/constater-echec'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { type Depart, prendreDepart } from '#usecases/courriel/prendre-depart'
import { prendreSonde } from '#usecases/courriel/sonder-envois'
import { transmettreCourriel } from '#usecases/courriel/transmettre-courriel'
import type { Monde } from '../workers/monde'

/** Tries to send, step by step and on a clock of their own, as a worker would make them. Read `monde` inside tests. */
export function desEssais(monde: Monde, debut: Date) {
  let instant = debut
  const deps = () => ({ db: monde.db, now: () => instant, rythme: RYTHME })
  const suspension = () => envoisSuspendus(monde.db)

  async function prendre(id: string): Promise<Depart> {
    const depart = await prendreDepart(deps(), id)
    if (!depart) throw new Error('nothing to send')
    return depart
  }
  const echoue = ({ courriel, prise }: Depart, reponse: string, change: Partial<EchecEnvoi> = {}, sonde = false) =>
    constaterEchec(deps(), {
      courrielId: courriel.id,
      prise,
      sonde,
      echec: { etape: 'DESTINATAIRE', code: '', reponse, transmis: false, ...change },
    })

  return {
    deps,
    suspension,
    prendre,
    echoue,
    instant: () => instant,
    avancer: (ms: number) => void (instant = new Date(instant.getTime() + ms)),
    /** No mail, no promise, nothing suspended, and the clock at its start. */
    async remettre() {
      instant = debut
      await monde.db.courriel.deleteMany()
      await monde.db.outboxJob.deleteMany()
      await monde.db.expedition.update({
        where: { id: 1 },
        data: { suspendueDepuis: null, cause: null, reponse: '', essais: 0, prochainEssaiLe: null },
      })
    },
    lire: (id: string) => monde.db.courriel.findUniqueOrThrow({ where: { id } }),
    actes: async () =>
      (await monde.db.entreeJournal.findMany({ where: { objet: 'envois' }, orderBy: { id: 'asc' } })).map(
        ({ acte }) => acte,
      ),
    promesses: (courrielId: string) =>
      monde.db.outboxJob.count({ where: { payload: { path: ['courrielId'], equals: courrielId } } }),
    essayer: async (id: string, reponse: string, change: Partial<EchecEnvoi> = {}) =>
      echoue(await prendre(id), reponse, change),
    async partir(id: string) {
      const { prise } = await prendre(id)
      await transmettreCourriel(deps(), { courrielId: id, prise, ...PRIS })
      await declarerCourrielEnvoye(deps(), { courrielId: id, prise, ...PRIS })
    },
    /** The next try, at its hour. */
    async sonder() {
      const vue = await suspension()
      if (!vue) throw new Error('not suspended')
      instant = vue.prochainEssaiLe
      return prendreSonde(deps(), vue.prochainEssaiLe.getTime())
    },
  }
}

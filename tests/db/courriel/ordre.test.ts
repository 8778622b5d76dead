import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { precedentDe, prochainRegard } from '#domain/courriel/ordre'
import { RYTHME } from '#domain/courriel/suspension'
import { prendreSonde } from '#usecases/courriel/sonder-envois'
import { unMondeEnLigne } from '../demande-en-ligne/monde'
import { unEnvoi } from './envoi-en-ligne'

describe('the two mails of a deposit', () => {
  const monde = unMondeEnLigne()
  const { arrives, envoyer } = unEnvoi(monde)

  async function unDepot() {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    const deposee = await monde.valider(anne, id)
    const { id: dossierId } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const deux = await monde.db.courriel.findMany({ where: { dossierId }, orderBy: { modele: 'asc' } })
    const [accuse, confirmation] = deux.map(({ id: un }) => un)
    return { accuse: accuse ?? '', confirmation: confirmation ?? '' }
  }
  const recus = (...ids: string[]) =>
    arrives()
      .map(({ messageId }) => messageId)
      .filter((recu) => ids.some((id) => recu === `<${id}@mcei.test>`))
  const promessesDe = (courrielId: string) =>
    monde.db.outboxJob.findMany({
      where: { payload: { path: ['courrielId'], equals: courrielId } },
      orderBy: { createdAt: 'asc' },
    })

  test('the accusé de réception waits for the confirmation, whichever is called first', async () => {
    const { accuse, confirmation } = await unDepot()
    const avant = await promessesDe(accuse)
    await envoyer(accuse)
    expect(recus(accuse, confirmation)).toEqual([])
    const apres = await promessesDe(accuse)
    expect(apres).toHaveLength(avant.length + 1)
    const { creeLe, tentatives } = await monde.db.courriel.findUniqueOrThrow({ where: { id: accuse } })
    expect(apres.at(-1)?.runAt.getTime()).toBeGreaterThan(creeLe.getTime())
    expect(tentatives).toBe(0)
    await envoyer(confirmation)
    await envoyer(accuse)
    expect(recus(accuse, confirmation)).toEqual([`<${confirmation}@mcei.test>`, `<${accuse}@mcei.test>`])
  })

  test.each([
    { etat: 'RETENU', motifRetenue: 'ADRESSE_EN_ECHEC' },
    { etat: 'ECHEC', cause: 'INJOIGNABLE' },
    { etat: 'ANNULE' },
  ] as const)('it does not wait for one that is $etat', async (data) => {
    const { accuse, confirmation } = await unDepot()
    await monde.db.courriel.update({ where: { id: confirmation }, data })
    await envoyer(accuse)
    expect(recus(accuse, confirmation)).toEqual([`<${accuse}@mcei.test>`])
  })

  test('nor does it go first where one mail tries a relay that failed', async () => {
    const { accuse, confirmation } = await unDepot()
    const le = monde.depsA().now()
    const attente = (id: string, attendDepuis: Date) =>
      monde.db.courriel.update({ where: { id }, data: { attendDepuis } })
    await attente(accuse, new Date(le.getTime() - 60_000))
    await attente(confirmation, le)
    const suspendue = { suspendueDepuis: le, cause: 'INJOIGNABLE', reponse: '', essais: 0, prochainEssaiLe: le }
    await monde.db.expedition.update({ where: { id: 1 }, data: suspendue })
    const sonde = await prendreSonde({ ...monde.depsA(), rythme: RYTHME }, le.getTime())
    expect(sonde?.courriel.id).toBe(confirmation)
    // In the hands of that try, it is taken by no other, and the accusé still waits for it.
    await monde.db.expedition.update({ where: { id: 1 }, data: suspendue })
    expect(await prendreSonde({ ...monde.depsA(), rythme: RYTHME }, le.getTime())).toBeNull()
    const libre = { suspendueDepuis: null, cause: null, prochainEssaiLe: null }
    await monde.db.expedition.update({ where: { id: 1 }, data: libre })
  })

  test('no other mail waits for another', () => {
    expect(precedentDe('ar_depot')).toBe('confirmation_envoi')
    expect(['confirmation_envoi', 'relance', 'un_modele_d_ailleurs', 'toString'].map(precedentDe)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('it is looked at again after five seconds at least and ten minutes at most', () => {
    fc.assert(
      fc.property(fc.nat({ max: 90 * 86_400_000 }), (age) => {
        const attente = prochainRegard(new Date(0), new Date(age)).getTime() - age
        expect(attente).toBe(Math.min(Math.max(age / 2, 5_000), 600_000))
      }),
    )
  })
})

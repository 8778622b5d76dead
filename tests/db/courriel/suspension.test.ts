import { beforeEach, describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { attenteMs, RYTHME } from '#domain/courriel/suspension'
import { Conflict } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { sondeDesEnvois } from '#jobs/envois'
import { metriques } from '#queries/cadre/metriques'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { reessayerEnvois } from '#usecases/courriel/reessayer-envois'
import { reprendreEnvois } from '#usecases/courriel/reprendre-envois'
import { prendreSonde, reprendreApresSonde } from '#usecases/courriel/sonder-envois'
import { tenirPourEnvoye } from '#usecases/courriel/tenir-pour-envoye'
import { transmettreCourriel } from '#usecases/courriel/transmettre-courriel'
import { unAgentEnBase, unCourriel } from '../workers/faits'
import { desEssais } from './essais'
import { unMonde } from '../workers/monde'

const DEBUT = new Date('2025-06-02T08:00:00Z')

describe('the sending, when the server or our account fails', () => {
  const monde = unMonde('postgres')
  const {
    deps,
    avancer,
    instant,
    remettre,
    lire,
    suspension,
    actes,
    promesses,
    prendre,
    echoue,
    essayer,
    partir,
    sonder,
  } = desEssais(monde, DEBUT)

  beforeEach(remettre)

  test('one refusal of our account suspends all; each mail waits, untouched, and one is tried at each step', async () => {
    const ids = []
    for (let i = 0; i < 6; i += 1) ids.push((await unCourriel(monde.db)).id)
    const [premier = '', second = '', ...autres] = ids
    await essayer(premier, '530 5.7.0 Authentication required')

    expect(await suspension()).toMatchObject({
      depuis: DEBUT,
      cause: 'COMPTE_REFUSE',
      reponse: '530 5.7.0 Authentication required',
      enAttente: 1,
    })
    for (const id of [second, ...autres]) expect(await prendreDepart(deps(), id)).toBeNull()
    expect(await suspension()).toMatchObject({ enAttente: 6 })
    for (const id of [second, ...autres]) expect(await lire(id)).toMatchObject({ etat: 'A_ENVOYER', tentatives: 0 })
    const mesures = { db: monde.db, storage: diskStorage(monde.dir), now: () => new Date(DEBUT.getTime() + 60_000) }
    expect((await metriques(mesures)).texte).toMatch(
      /mcei_envois_suspendus_secondes 60\n[\s\S]*mcei_courriels_en_attente 6\n/,
    )

    let attente = (await suspension())?.prochainEssaiLe.getTime() ?? 0
    expect(attente - DEBUT.getTime()).toBeLessThanOrEqual(attenteMs(0, 1, RYTHME))
    for (let pas = 1; pas <= 4; pas += 1) {
      const sonde = await sonder()
      expect(sonde).not.toBeNull()
      if (sonde) await echoue(sonde, '530 5.7.0 Authentication required', {}, true)
      const prochain = (await suspension())?.prochainEssaiLe.getTime() ?? 0
      expect(prochain - instant().getTime()).toBeGreaterThanOrEqual(attenteMs(pas, 0, RYTHME))
      expect(prochain - instant().getTime()).toBeLessThanOrEqual(attenteMs(pas, 1, RYTHME))
      attente = prochain
    }
    expect((await monde.db.courriel.findMany()).reduce((somme, { tentatives }) => somme + tentatives, 0)).toBe(5)

    await monde.db.outboxJob.deleteMany()
    const sonde = await sonder()
    await declarerCourrielEnvoye(deps(), {
      ...{ courrielId: sonde?.courriel.id ?? '', prise: sonde?.prise ?? '' },
      ...PRIS,
    })
    await reprendreApresSonde(deps())
    expect(await suspension()).toBeNull()
    for (const id of ids) expect(await promesses(id)).toBe(id === sonde?.courriel.id ? 0 : 1)
    expect(await actes()).toEqual(['suspendreEnvois', 'reprendreEnvois'])
  })

  test('a mail that was on its way when others met the fault does not put the next try off', async () => {
    const departs = [await prendre((await unCourriel(monde.db)).id), await prendre((await unCourriel(monde.db)).id)]
    await Promise.all(departs.map((depart) => echoue(depart, '421 4.7.0 busy')))
    expect(await monde.db.expedition.findUnique({ where: { id: 1 } })).toMatchObject({ essais: 0 })
    expect(await monde.db.outboxJob.count({ where: { name: sondeDesEnvois.name } })).toBe(1)
  })

  test('a try refused for its own address fails that mail, and lets the others go', async () => {
    const { id } = await unCourriel(monde.db)
    const { id: autre } = await unCourriel(monde.db)
    await essayer(id, '', { etape: 'CONNEXION', code: 'ECONNREFUSED' })
    expect(await prendreDepart(deps(), autre)).toBeNull()
    const sonde = await sonder()
    expect(sonde?.courriel.id).toBe(autre)
    if (sonde) await echoue(sonde, '550 5.1.1 no such user', {}, true)
    expect(await lire(autre)).toMatchObject({ etat: 'ECHEC', cause: 'ADRESSE_INCONNUE' })
    expect(await suspension()).toBeNull()
    expect(await promesses(id)).toBe(2)
  })

  test('the same refusal for three domains is of the server: those that failed alone wait again', async () => {
    const ids = []
    for (const domaine of ['un', 'deux', 'trois'])
      ids.push((await unCourriel(monde.db, { destinataire: `mairie@${domaine}.exemple.test` })).id)
    const [un = '', deux = '', trois = ''] = ids
    await essayer(un, '550 Rejected')
    await essayer(deux, '550 Rejected')
    expect([(await lire(un)).etat, (await lire(deux)).etat, await suspension()]).toEqual(['ECHEC', 'ECHEC', null])
    avancer(1)
    await essayer(trois, '550 Rejected')
    expect(await suspension()).toMatchObject({ cause: 'REFUS_GENERAL', enAttente: 3 })
    for (const id of ids) expect((await lire(id)).etat).toBe('A_ENVOYER')
    const sonde = await sonder()
    if (sonde) await echoue(sonde, '550 Rejected', {}, true)
    expect(await suspension()).toMatchObject({ cause: 'REFUS_GENERAL', enAttente: 3 })
  })

  test('a mail that was on its way before the refusals, and is told after them, says nothing of the server', async () => {
    const { id: dejaEnRoute } = await unCourriel(monde.db)
    const { prise } = await prendre(dejaEnRoute)
    await transmettreCourriel(deps(), { courrielId: dejaEnRoute, prise, ...PRIS })
    for (const domaine of ['un', 'deux', 'trois']) {
      avancer(1)
      const { id } = await unCourriel(monde.db, { destinataire: `mairie@${domaine}.exemple.test` })
      await essayer(id, '550 Rejected')
      if (domaine === 'deux') await declarerCourrielEnvoye(deps(), { courrielId: dejaEnRoute, prise, ...PRIS })
    }
    expect(await suspension()).toMatchObject({ cause: 'REFUS_GENERAL', enAttente: 3 })
  })

  test('a success between two refusals says that they are of the addresses', async () => {
    for (const domaine of ['un', 'deux', 'trois', 'quatre']) {
      const { id } = await unCourriel(monde.db, { destinataire: `mairie@${domaine}.exemple.test` })
      await essayer(id, '550 Rejected')
      expect((await lire(id)).etat).toBe('ECHEC')
      avancer(1)
      await partir((await unCourriel(monde.db)).id)
      avancer(1)
    }
    expect(await suspension()).toBeNull()
  })

  test('a mail that the policy of the server refuses alone suspends once, then fails alone', async () => {
    const { id } = await unCourriel(monde.db)
    const { id: bon } = await unCourriel(monde.db)
    await essayer(id, '550 5.7.1 content rejected', { etape: 'MESSAGE', transmis: true })
    expect(await lire(id)).toMatchObject({ etat: 'A_ENVOYER', transmisLe: null })
    expect(await prendreDepart(deps(), bon)).toBeNull()
    const sonde = await sonder()
    expect(sonde?.courriel.id).toBe(bon)
    await transmettreCourriel(deps(), { courrielId: bon, prise: sonde?.prise ?? '', ...PRIS })
    await declarerCourrielEnvoye(deps(), { courrielId: bon, prise: sonde?.prise ?? '', ...PRIS })
    await reprendreApresSonde(deps())
    avancer(1)
    await essayer(id, '550 5.7.1 content rejected', { etape: 'MESSAGE', transmis: true })
    expect(await lire(id)).toMatchObject({ etat: 'ECHEC', cause: 'REFUSE' })
    expect(await suspension()).toBeNull()
  })

  test('five mails put off suspend the sending, four do not', async () => {
    for (let i = 0; i < 4; i += 1) await essayer((await unCourriel(monde.db)).id, '450 4.2.0 later')
    expect(await suspension()).toBeNull()
    await essayer((await unCourriel(monde.db)).id, '450 4.2.0 later')
    expect(await suspension()).toMatchObject({ cause: 'SERVEUR_OCCUPE', reponse: '450 4.2.0 later' })
  })

  test('cut after the message was on its way: told, never tried again, and an officer settles it', async () => {
    const { id } = await unCourriel(monde.db)
    const depart = await prendre(id)
    await transmettreCourriel(deps(), { courrielId: id, prise: depart.prise, ...PRIS })
    await echoue(depart, '', { etape: 'CONNEXION', code: 'ECONNECTION', transmis: true })
    expect(await lire(id)).toMatchObject({ etat: 'ECHEC', cause: 'ISSUE_INCONNUE', transmisLe: DEBUT })
    expect(await suspension()).toMatchObject({ cause: 'COUPURE', enAttente: 0 })
    expect(await sonder()).toBeNull()
    expect(await suspension()).toBeNull()
    expect(await promesses(id)).toBe(1)

    const { version } = await lire(id)
    const lecteur = await unAgentEnBase(monde.db, 'LECTEUR')
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    const vise = { courrielId: id, version }
    await expect(tenirPourEnvoye(deps(), lecteur, vise)).rejects.toBeInstanceOf(Forbidden)
    await expect(tenirPourEnvoye(deps(), agent, { ...vise, version: version - 1 })).rejects.toBeInstanceOf(Conflict)
    expect(await tenirPourEnvoye(deps(), agent, vise)).toMatchObject({ ok: true })
    expect(await lire(id)).toMatchObject({ etat: 'ENVOYE', envoyeLe: DEBUT, cause: null })
    expect(await tenirPourEnvoye(deps(), agent, vise)).toEqual({ ok: false, reason: 'ISSUE_CONNUE' })
  })

  test('a hold that lapsed hands nothing over: the mail is of the run that took it since', async () => {
    const { id } = await unCourriel(monde.db)
    const lent = await prendre(id)
    expect(await prendreDepart(deps(), id)).toBeNull()
    expect(await promesses(id)).toBe(2)
    avancer(RYTHME.bail)
    const rapide = await prendre(id)
    await expect(transmettreCourriel(deps(), { courrielId: id, prise: lent.prise, ...PRIS })).rejects.toBeInstanceOf(
      Conflict,
    )
    await transmettreCourriel(deps(), { courrielId: id, prise: rapide.prise, ...PRIS })
    await expect(transmettreCourriel(deps(), { courrielId: id, prise: rapide.prise, ...PRIS })).rejects.toBeInstanceOf(
      Conflict,
    )
    await echoue(lent, '550 5.1.1 no such user')
    expect(await lire(id)).toMatchObject({ etat: 'A_ENVOYER', cause: null })
    avancer(10 * RYTHME.bail)
    expect(await prendreDepart(deps(), id)).toBeNull()
  })

  test('an officer asks for a try now: by right, on what they saw, once, and the journal says it', async () => {
    const { id } = await unCourriel(monde.db)
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    expect(await reessayerEnvois(deps(), agent, { version: 0 })).toEqual({ ok: false, reason: 'ENVOIS_PAS_SUSPENDUS' })
    await essayer(id, '535 5.7.8 bad password', { etape: 'COMPTE' })
    const vue = await suspension()
    const version = vue?.version ?? 0
    const lecteur = await unAgentEnBase(monde.db, 'LECTEUR')
    await expect(reessayerEnvois(deps(), lecteur, { version })).rejects.toBeInstanceOf(Forbidden)
    await expect(reessayerEnvois(deps(), agent, { version: version - 1 })).rejects.toBeInstanceOf(Conflict)
    avancer(1_000)
    expect(await reessayerEnvois(deps(), agent, { version })).toMatchObject({ ok: true })
    expect(await prendreSonde(deps(), vue?.prochainEssaiLe.getTime() ?? 0)).toBeNull()
    expect((await prendreSonde(deps(), instant().getTime()))?.courriel.id).toBe(id)
    expect((await actes()).slice(-2)).toEqual(['suspendreEnvois', 'reessayerEnvois'])
  })

  test('a try whose job was lost is promised again, and mails that wait for four days are given up', async () => {
    const { id } = await unCourriel(monde.db)
    await essayer(id, '', { etape: 'CONNEXION', code: 'ETIMEDOUT' })
    await monde.db.outboxJob.deleteMany()
    expect(await reprendreEnvois(deps())).toMatchObject({ sonde: false })
    avancer(10 * RYTHME.bail)
    expect(await reprendreEnvois(deps())).toMatchObject({ sonde: true, expires: 0 })
    expect(await monde.db.outboxJob.count({ where: { name: sondeDesEnvois.name } })).toBe(1)
    avancer(RYTHME.duree)
    expect(await reprendreEnvois(deps())).toMatchObject({ expires: 1 })
    expect(await lire(id)).toMatchObject({ etat: 'ECHEC', cause: 'DELAI_DEPASSE', erreur: 'ETIMEDOUT' })
  })
})

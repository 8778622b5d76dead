import { beforeEach, expect, test } from 'vitest'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { reprendreApresSonde } from '#usecases/courriel/sonder-envois'
import { transmettreCourriel } from '#usecases/courriel/transmettre-courriel'
import { unCourriel } from '../workers/faits'
import { unMonde } from '../workers/monde'
import { desEssais } from './essais'

const monde = unMonde('postgres')
const { deps, avancer, remettre, lire, suspension, prendre, echoue, essayer, sonder } = desEssais(
  monde,
  new Date('2025-06-02T08:00:00Z'),
)

beforeEach(remettre)

test('a try that began before the sending was let go again, and is refused after it, waits for another', async () => {
  const { id } = await unCourriel(monde.db)
  const enRoute = await prendre(id)
  avancer(1)
  const { id: premier } = await unCourriel(monde.db)
  await essayer(premier, '421 Closing')
  const sonde = await sonder()
  await declarerCourrielEnvoye(deps(), { courrielId: premier, prise: sonde?.prise ?? '', ...PRIS })
  await reprendreApresSonde(deps())
  expect(await suspension()).toBeNull()
  await echoue(enRoute, '550 Rejected')
  expect(await lire(id)).toMatchObject({ etat: 'A_ENVOYER' })
  avancer(1)
  await essayer(id, '550 Rejected')
  expect(await lire(id)).toMatchObject({ etat: 'ECHEC' })
})

test('a mail tried before a refusal and taken after it says nothing of the server: the one refused first waits too', async () => {
  const { id: enRoute } = await unCourriel(monde.db)
  const { prise } = await prendre(enRoute)
  const ids = []
  for (const domaine of ['un', 'deux', 'trois']) {
    avancer(1)
    const { id } = await unCourriel(monde.db, { destinataire: `mairie@${domaine}.exemple.test` })
    ids.push(id)
    await essayer(id, '550 Rejected')
    if (domaine !== 'un') continue
    avancer(1)
    await transmettreCourriel(deps(), { courrielId: enRoute, prise, ...PRIS })
    await declarerCourrielEnvoye(deps(), { courrielId: enRoute, prise, ...PRIS })
  }
  expect(await suspension()).toMatchObject({ cause: 'REFUS_GENERAL', enAttente: 3 })
  for (const id of ids) expect(await lire(id)).toMatchObject({ etat: 'A_ENVOYER' })
})

import { beforeEach, expect, test, vi } from 'vitest'

/** What the pages of information say in an installation with these variables. */
async function installe(variables: Record<string, string>) {
  for (const [nom, valeur] of Object.entries(variables)) vi.stubEnv(nom, valeur)
  vi.resetModules()
  const { mentionsLegales } = await import('#queries/extranet/mentions-legales')
  const { missionAJoindre } = await import('#queries/extranet/mission-a-joindre')
  return { mentions: mentionsLegales(), mission: missionAJoindre() }
}

beforeEach(() => {
  vi.unstubAllEnvs()
  for (const nom of ['HEBERGEUR', 'DPO_COURRIEL', 'MAIL_REPLY_TO', 'MAIL_FROM']) vi.stubEnv(nom, '')
})

test('the mentions légales name the host and who guards the data, as the installation says them', async () => {
  const HEBERGEUR = 'Hébergeur public, 1 rue du Calcul, 62000 Arras, 03 21 00 00 00'
  const { mentions } = await installe({ HEBERGEUR, DPO_COURRIEL: 'dpo@exemple.test' })
  expect(mentions).toEqual({
    editeur: 'Département du Pas-de-Calais, Hôtel du Département, rue Ferdinand Buisson, 62018 Arras Cedex 9',
    hebergeur: HEBERGEUR,
    delegue: 'dpo@exemple.test',
  })
})

test('where the installation names neither, they are empty, and the page sends to the mission', async () => {
  expect((await installe({})).mentions).toMatchObject({ hebergeur: '', delegue: '' })
})

test('an address that is none is not said: the installation does not start', async () => {
  await expect(installe({ DPO_COURRIEL: 'dpo' })).rejects.toThrow('DPO_COURRIEL doit être une adresse')
})

test('the mission is written to where its mails are answered, else where they come from, and is called and found', async () => {
  const lieu = {
    service: 'Mission coopération européenne et internationale',
    adresse: 'Hôtel du Département, rue Ferdinand Buisson, 62018 Arras Cedex 9',
    telephone: '03 21 21 62 16',
  }
  const MAIL_FROM = 'MCEI <envois@exemple.test>'
  expect((await installe({ MAIL_FROM, MAIL_REPLY_TO: 'mission@exemple.test' })).mission).toEqual({
    ...lieu,
    courriel: 'mission@exemple.test',
  })
  vi.stubEnv('MAIL_REPLY_TO', '')
  expect((await installe({ MAIL_FROM })).mission).toEqual({ ...lieu, courriel: 'envois@exemple.test' })
})

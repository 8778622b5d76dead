import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { lettreDEssaiDeCampagne } from '#queries/campagne/lettre-d-essai'
import { motsDuPdf } from '#support/documents'
import { ownDb } from '#support/own-db'
import { NOW, SIGNATAIRE, unAgent, uneCampagne } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const AJOUTS = { lettreAccord: 'Le Département vous félicite.', lettreRefus: 'Un autre appel viendra.' }

const lireA = async (code: string, nature: 'ACCORDE' | 'ACCORDE_PARTIEL' | 'REFUSE') => {
  const lettre = await lettreDEssaiDeCampagne(own.db, await unAgent(own.db, 'RESPONSABLE', 'Paul'), {
    code,
    nature,
    now: NOW,
  })
  return lettre.ok ? (await motsDuPdf(lettre.value)).replace(/\s+/g, ' ') : lettre.reason
}

test('the letters of a campagne are read before any dossier is decided, each with its paragraphs and what the law has in it', async () => {
  const { code } = await uneCampagne(own.db, { reglages: { signataire: SIGNATAIRE, ...AJOUTS } })
  const accord = await lireA(code, 'ACCORDE')
  expect(accord).toContain('4 500,00 € (quatre mille cinq cents euros)')
  expect(accord).toContain(AJOUTS.lettreAccord)
  expect(accord).not.toContain(AJOUTS.lettreRefus)
  expect(await lireA(code, 'ACCORDE_PARTIEL')).toContain('2 250,00 €')
  const refus = await lireA(code, 'REFUSE')
  expect(refus).toContain(AJOUTS.lettreRefus)
  expect(refus).toContain('tribunal administratif de Lille')
  expect(await own.db.entreeJournal.count({ where: { objet: 'dossier' } })).toBe(0)
})

test('without whom to sign it there is none, and it is nobody’s to ask but who settles the campagne', async () => {
  const { code } = await uneCampagne(own.db)
  expect(await lireA(code, 'ACCORDE')).toBe('SANS_SIGNATAIRE')
  const lecteur = await unAgent(own.db, 'LECTEUR', 'Inès')
  await expect(lettreDEssaiDeCampagne(own.db, lecteur, { code, nature: 'ACCORDE', now: NOW })).rejects.toBeInstanceOf(
    Forbidden,
  )
})

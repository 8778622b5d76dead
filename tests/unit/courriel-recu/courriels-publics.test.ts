import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEml } from '#support/courriel-lu'
import { readFiche } from '#fichiers/document/fiche-recue'

const dossier = path.join(
  path.dirname(createRequire(import.meta.url).resolve('eml-format/package.json')),
  'test/fixtures',
)

describe('mails that others wrote', () => {
  const mails = readdirSync(dossier).filter((nom) => nom.endsWith('.eml'))

  test('there are some', () => expect(mails.length).toBeGreaterThanOrEqual(3))

  test.each(mails)('%s is read, sender and words', async (nom) => {
    const lu = await readEml(readFileSync(path.join(dossier, nom)))
    if (!lu.ok) throw new Error(lu.detail)
    expect(lu.value.de.adresse).toContain('@')
    expect(await readFiche(lu.value)).toHaveProperty('pieces')
  })
})

import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nouvelleCle } from '#ui/kit/reprise/reprise'
import { FORMULAIRE_ILLISIBLE, readForm } from '#web/form'

const Schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('annuler'), version: z.coerce.number().int().min(0) }),
  z.object({
    intent: z.literal('noter'),
    version: z.coerce.number().int().min(0),
    motif: z.string('Dites pourquoi.').max(10, 'Raccourcissez.'),
    lignes: z.array(z.string().default('')).default([]),
    vu: z.boolean().default(false),
  }),
])

const envoi = (champs: [string, string][]) =>
  new Request('http://ici.exemple.test/', { method: 'POST', body: new URLSearchParams(champs) })

const lire = (champs: [string, string][], secrets?: string[]) => readForm(envoi(champs), Schema, secrets)

const refusDe = async (champs: [string, string][]) => {
  const lu = await lire(champs)
  return lu.lue ? null : lu.reponse.soumission.error
}

describe('the key of a submission', () => {
  const cleLue = async (cle: string) =>
    (
      await lire([
        ['intent', 'annuler'],
        ['version', '3'],
        ['cleEnvoi', cle],
      ])
    ).cleEnvoi

  test('whatever a page draws is read: an act tried again is done once', async () => {
    for (const cle of Array.from({ length: 200 }, nouvelleCle)) expect(await cleLue(cle)).toBe(cle)
  })

  test.each(['', 'deux fois', "'; drop table", 'a'.repeat(36)])('« %s » is no key', async (cle) => {
    expect(await cleLue(cle)).toBeNull()
  })
})

describe('what a form says', () => {
  test.each([
    ['application/json', '{"intent":"annuler","version":3}'],
    ['text/plain', 'intent=annuler&version=3'],
    ['multipart/form-data', '--a'],
    ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="intent"'],
  ])('a body of %s that is no form says nothing, and is refused as one', async (type, body) => {
    const demande = new Request('http://ici.exemple.test/', { method: 'POST', headers: { 'content-type': type }, body })
    const lu = await readForm(demande, z.object({ intent: z.string().default('annuler') }))
    expect(lu.lue ? null : lu.reponse.soumission.error).toEqual({ '': [FORMULAIRE_ILLISIBLE] })
  })

  test('a NUL is nothing that anybody typed', async () => {
    const champs: [string, string][] = [
      ['intent', 'noter'],
      ['version', '3'],
      ['motif', 'parce\0 que'],
    ]
    expect(await lire(champs)).toMatchObject({ lue: true, value: { motif: 'parce que' } })
  })

  test('numbers and boxes are what they say, lines keep their order and their blanks', async () => {
    const champs: [string, string][] = [
      ['intent', 'noter'],
      ['version', '3'],
      ['motif', 'parce que'],
      ['lignes', 'une'],
      ['lignes', ''],
      ['lignes', 'trois'],
      ['vu', 'on'],
    ]
    expect(await lire(champs)).toMatchObject({
      lue: true,
      value: { intent: 'noter', version: 3, motif: 'parce que', lignes: ['une', '', 'trois'], vu: true },
    })
  })

  test('an absent version is no version zero', async () => {
    expect(await refusDe([['intent', 'annuler']])).toEqual({ '': [FORMULAIRE_ILLISIBLE] })
    expect(
      await refusDe([
        ['intent', 'annuler'],
        ['version', ''],
      ]),
    ).toEqual({ '': [FORMULAIRE_ILLISIBLE] })
  })

  test('a sentence of the schema stands at its field, and what a person cannot mend is said once on top', async () => {
    const intent: [string, string] = ['intent', 'noter']
    expect(await refusDe([intent, ['version', '0'], ['motif', '']])).toEqual({ motif: ['Dites pourquoi.'] })
    expect(await refusDe([intent, ['version', '0'], ['motif', 'beaucoup trop long']])).toEqual({
      motif: ['Raccourcissez.'],
    })
    expect(await refusDe([['intent', 'inconnu']])).toEqual({ '': [FORMULAIRE_ILLISIBLE] })
    expect(await refusDe([])).toEqual({ '': [FORMULAIRE_ILLISIBLE] })
  })

  test('what was typed comes back with a refusal, but a secret', async () => {
    const lu = await lire(
      [
        ['intent', 'noter'],
        ['version', '0'],
        ['motif', 'beaucoup trop long'],
      ],
      ['version'],
    )
    expect(lu.lue ? null : lu.reponse.soumission).toMatchObject({
      status: 'error',
      initialValue: { intent: 'noter', motif: 'beaucoup trop long' },
    })
    expect(lu.lue ? null : lu.reponse.soumission.initialValue).not.toHaveProperty('version')
  })

  test('a refusal of the act stands on top, or at the field it names', async () => {
    const lu = await lire([
      ['intent', 'annuler'],
      ['version', '0'],
    ])
    if (!lu.lue) throw new Error('read')
    expect(lu.refuser('Trop tard.').soumission).toMatchObject({ status: 'error', error: { '': ['Trop tard.'] } })
    expect(lu.refuser('Trop tard.', 'version').soumission).toMatchObject({
      status: 'error',
      error: { version: ['Trop tard.'] },
    })
    expect(lu.faite()).toMatchObject({ status: 'success' })
  })
})

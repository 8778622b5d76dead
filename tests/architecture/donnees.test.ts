import { expect, test } from 'vitest'
import { ADRESSES } from '#support/adresses'
import { routes } from '#support/server-build'
import { branches } from '../../scripts/handle-remix'

const partie = (ids: readonly string[]) => Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)))

const adresseDe = (ids: readonly string[]) => `/${ids.flatMap((id) => routes[id]?.path ?? []).join('/')}`

test.each(ADRESSES)(
  'the data of %s comes from the routes of its page, which among themselves are found the same',
  (modele) => {
    const adresse = modele.replace(/:\w+/g, 'x-1').replace('*', 'nulle-part')
    const ids = branches(routes)(adresse)
    expect(adresseDe(ids)).toBe(modele)
    expect(branches(partie(ids))(adresse)).toEqual(ids)
  },
)

test('an address is found again as it was the first time, however it is spelled', () => {
  const find = branches(routes)
  const bannette = find('/dossiers')
  for (const adresse of ['/dossiers', '/DOSSIERS', '/dossiers/', '/dossiers']) expect(find(adresse)).toEqual(bannette)
  expect(find('/dossiers/2025-1')).not.toEqual(bannette)
  expect(find('/dossiers/2025-1')).not.toEqual(find('/dossiers/lots'))
})

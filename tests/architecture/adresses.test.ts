import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test, vi } from 'vitest'
import { ADRESSES } from '#support/adresses'

const adressesDe = (entrees: readonly RouteConfigEntry[], parent = ''): string[] =>
  entrees.flatMap(({ path, index, children = [] }) => {
    const ici = [parent, path].filter(Boolean).join('/')
    return [...(path || index ? [`/${ici}`] : []), ...adressesDe(children, ici)]
  })

test('the addresses are these, whatever folder their routes stand in', async () => {
  vi.stubGlobal('__remixAppDirectory', 'app')
  const { default: routes } = await import('../../app/routes')
  expect([...new Set(adressesDe(routes))].sort()).toEqual(ADRESSES)
})

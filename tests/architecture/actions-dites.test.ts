import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FICHIERS = globSync('app/{ui,routes}/**/*.tsx')

/** Every call of a `submit`, with the few lines of its arguments. */
const appels = FICHIERS.flatMap((fichier) =>
  [...readFileSync(fichier, 'utf8').matchAll(/\bsubmit\((?:[^()]|\([^()]*\))*\)/g)].map(([appel]) => ({
    fichier,
    appel,
  })),
)

test('what is sent without a form says its address: the one shown may have changed when it leaves', () => {
  expect(appels.length).toBeGreaterThan(3)
  expect(appels.filter(({ appel }) => !/\baction\b/.test(appel))).toEqual([])
})

test('a key of a page is listened to in one place, where it is refused while another page loads', () => {
  const ecoute = FICHIERS.filter((fichier) => /addEventListener\('keydown'/.test(readFileSync(fichier, 'utf8')))
  expect(ecoute.sort()).toEqual([
    // Escape closes what is open.
    'app/ui/kit/acte/avant-hydratation.tsx',
    'app/ui/kit/acte/touches.tsx',
    'app/ui/kit/menu/se-ferme.tsx',
  ])
})

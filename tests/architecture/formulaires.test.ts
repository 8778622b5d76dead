import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LIBELLE_FORMULAIRE } from '#libelles/formulaire'

const sources = ['app/ui', 'app/routes'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ file: `${room}/${name}`, texte: readFileSync(`${room}/${name}`, 'utf8') })),
)

/** The mechanism itself, and the one form that keeps nothing: a password. */
const MECANISME = /^app\/ui\/kit\/(formulaire\/(envoi|formulaire-adresse)|reprise\/session-finie)\.tsx$/

/** What sends something without going through the mechanism: its words would be lost with the page. */
const NUS: Record<string, RegExp> = {
  'a form of Remix': /import \{[^}]*\b(Form|useFetcher|useSubmit)\b[^}]*\} from '@remix-run\/react'/,
  'a form of the browser': /<form\b|component="form"|component=\{'form'\}/,
  'a form of a fetcher': /<\w+\.Form\b(?!.*partir)/,
}

test('every form and every act goes through the kit, which keeps what is typed', () => {
  const nus = sources
    .filter(({ file }) => !MECANISME.test(file) && file !== 'app/ui/kit/formulaire/formulaire.tsx')
    .flatMap(({ file, texte }) =>
      Object.entries(NUS).flatMap(([quoi, motif]) => (motif.test(texte) ? [`${file}: ${quoi}`] : [])),
    )
  expect(nus).toEqual([])
})

/**
 * Whoever sends without a form posts no version that another act of its page moves: a verdict given by a key has a file of its own, what is
 * kept as it is written says the instant it answers to, a finding is of one file, a lot of its own, and what was looked at under the
 * bell has none. Any other is a form, which waits for its turn.
 */
const SANS_FORMULAIRE = [
  'app/ui/bannette/barre-selection.tsx',
  'app/ui/complement/retenir-bouton.tsx',
  'app/ui/kit/acte/file-d-actes.tsx',
  'app/ui/kit/formulaire/enregistrement.tsx',
  'app/ui/nouvelle/nouvelles-liste.tsx',
  'app/ui/piece/piece-signalements.tsx',
]

test('what posts the version of a page is a form, which waits for the answer to the act before it', () => {
  const envoient = sources.filter(
    ({ file, texte }) => /\buseEnvoi\b/.test(texte) && /\bsubmit\(/.test(texte) && !MECANISME.test(file),
  )
  expect(envoient.map(({ file }) => file).sort()).toEqual(SANS_FORMULAIRE)
})

test('every name of form is borne by a form, and no form is called otherwise', () => {
  const portes = new Set(
    sources.flatMap(({ texte }) => [...texte.matchAll(/\bnom: '(\w+)', objet:/g)].map(([, n]) => n)),
  )
  expect([...portes].sort()).toEqual(Object.keys(LIBELLE_FORMULAIRE).sort())
})

test('no field of the browser shows a day in the language of the browser', () => {
  const montres = sources.filter(({ texte }) =>
    /\btype(?:=|: )[^\n]*['"](?:date|datetime-local|month|week)['"]/.test(texte),
  )
  expect(montres.map(({ file }) => file)).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What a structure is shown or sent, and what leaves with a dossier. */
const AU_DEMANDEUR = [
  ...['app/routes/extranet', 'app/queries/extranet', 'app/ui/extranet', 'app/emails', 'app/reports', 'app/fichiers'],
  ...['app/usecases/extranet', 'app/usecases/courriel', 'app/libelles/courriel', 'app/infra/stores/courriel'],
]

/** A lecture or its score, as code reads them. */
const LECTURE =
  /#\w+(?:\/stores)?\/notation\/|\b(?:db|tx)\.(?:lecture|critereDeNotation)\b|\blectures: (?:\{|true)|\bscoreDe\b/

const sources = AU_DEMANDEUR.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((nom) => /\.tsx?$/.test(nom))
    .map((nom) => ({ fichier: `${room}/${nom}`, texte: readFileSync(`${room}/${nom}`, 'utf8') })),
)

test('nothing that a structure is shown or sent, and no report nor file, reads a lecture: the score is not communicated before the decision', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.filter(({ texte }) => LECTURE.test(texte)).map(({ fichier }) => fichier)).toEqual([])
  const bureau = readFileSync('app/routes/bureau/dossiers.$numero.notation.tsx', 'utf8')
  expect(bureau).toMatch(LECTURE)
})

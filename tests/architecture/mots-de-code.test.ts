import { expect, test } from 'vitest'
import { sourcesDe, textesDe } from '#support/textes'

/** Where people are written to; what only a database or a log reads is written elsewhere. */
const DITES = ['app/domain', 'app/emails', 'app/libelles', 'app/reports', 'app/routes', 'app/ui']

/** A word that only code has: an accent that its ending lost (`prouvee`), capitals within it (`deposeLe`), an underscore (`prouvee_le`). */
const DE_CODE =
  /(?<![\p{L}\p{N}{/.#_-])(?:\p{Ll}{2,}ees?|\p{Ll}{2,}\p{Lu}\p{Ll}+|\p{Ll}+_[\p{Ll}_]+)(?![\p{L}\p{N}}/.:(_-]\S)/u

/** A sentence, and no address, pattern or class: several words, with what only French writes. */
const estUnePhrase = (texte: string) => /\p{Ll}[ \u00a0]\p{Ll}/u.test(texte) && /[éèàùêîôç’«»]/u.test(texte)

const fautes = (path: string, source?: string) =>
  textesDe(path, source)
    .filter(({ texte }) => estUnePhrase(texte) && DE_CODE.test(texte))
    .map(({ ligne, texte }) => `${path}:${ligne} ${texte}`)

test('no sentence holds a word of the code', () => {
  expect(sourcesDe(DITES).flatMap((path) => fautes(path))).toEqual([])
})

test.each([
  'const a = <p>Deux mois à compter de la prouvee, si elle le dit.</p>',
  'const a = <p>Le délai court\n  depuis notifieeLe pour cette décision.</p>',
  "const a = 'Elle attend l’avis_expert de la commission.'",
])('a rename that reached a sentence is seen: %s', (source) => {
  expect(fautes('app/ui/un.tsx', source)).not.toEqual([])
})

test.each([
  'const a = <p>Le musée et la liste d’idées sont prêts.</p>',
  'const a = `Merci de nous {les_envoyer} avant le {limite}, en répondant à ce message.`',
])('a sentence is let through: %s', (source) => {
  expect(fautes('app/ui/un.tsx', source)).toEqual([])
})

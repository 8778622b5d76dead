import { expect, test } from 'vitest'
import { MODELES } from '#domain/courriel/courriel'
import { donnees, rendre } from './donnees'

const HOSTILE =
  '<img src=x onerror=alert(1)>"\'&amp;<a href="javascript:alert(1)">ici</a>\r\nBcc: victime@exemple.test\u202E'

/** The same data with every outside word replaced by the hostile one. */
const empoisonner = <T>(valeur: T, cle = ''): T => {
  if (typeof valeur === 'string') {
    const choisi =
      /^(avis|motif|du|limite|genre|nature|etat|role|deposeLe|jusquAu|le|.+Le|echeance.*|pieces|sections|today|ou)$/.test(
        cle,
      )
        ? valeur
        : HOSTILE
    return choisi as T
  }
  if (Array.isArray(valeur) || typeof valeur !== 'object' || valeur === null) return valeur
  return Object.fromEntries(Object.entries(valeur).map(([k, v]) => [k, empoisonner(v as unknown, k)])) as T
}

test.each(MODELES)('%s lets no outside word become markup, a header or a hidden turn', (modele) => {
  const { sujet, texte, html } = rendre(modele, empoisonner(donnees[modele]))
  expect(sujet).not.toMatch(/[\r\n]/)
  expect(html).not.toMatch(/<img|<a href="javascript|onerror=alert\(1\)>/i)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('&amp;amp;')
  expect(`${sujet}${texte}${html}`).not.toMatch(/[\u202A-\u202E]/)
})

test('the words of an officer keep their lines but not their markup', () => {
  const { html, texte } = rendre('deverrouillage_accorde', {
    ...donnees.deverrouillage_accorde,
    motif: 'Le budget <b>est faux</b>.\n\n\n</p><script>alert(1)</script>',
  })
  expect(html).toContain(
    '<p>Le budget &lt;b&gt;est faux&lt;/b&gt;.<br>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  )
  expect(texte).toContain('Le budget <b>est faux</b>.\n</p><script>alert(1)</script>')
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nettoyerHtml } from '#fichiers/courriel/html-de-courriel'
import { cadreDeCourriel } from '#queries/courriel/cadre-courriel'

const IMAGES = new Map([['logo@exemple.test', 'data:image/png;base64,AAAA']])
const corps = (html: string, mots = '') =>
  /<body>([\s\S]*)<\/body>/.exec(cadreDeCourriel({ propre: nettoyerHtml(html), images: IMAGES, mots }))?.[1] ?? ''

describe('le HTML d’un courriel reçu', () => {
  test('loses all that runs, loads, leads elsewhere or hides', () => {
    const pieges = [
      '<script>alert(1)</script>',
      '<img src="https://piste.exemple.test/p.gif" alt="Logo">',
      '<img src="data:image/svg+xml;base64,AAAA" onerror="alert(1)">',
      '<a href="javascript:alert(1)" onclick="x()">ici</a>',
      '<iframe src="https://exemple.test"></iframe><object data="x"></object><embed src="x">',
      '<form action="https://exemple.test"><input name="a"><button>ok</button></form>',
      '<style>body{background:url(https://exemple.test/x)}</style><link rel="stylesheet" href="https://exemple.test/x">',
      '<meta http-equiv="refresh" content="0;url=https://exemple.test"><base href="https://exemple.test">',
      '<div style="background:url(https://exemple.test/x);position:fixed;display:none;width:expression(alert(1))">a</div>',
      '<svg><script>alert(1)</script></svg><math><mtext><img src=x onerror=alert(1)></mtext></math>',
      '<table background="https://exemple.test/x"><tr><td>b</td></tr></table>',
      '<p title="&quot;><script>alert(1)</script>">c</p>',
    ].join('')
    const propre = corps(pieges)
    expect(propre).not.toMatch(
      /script|https?:|javascript|onerror|onclick|iframe|form|<input|<style|<link|<meta|<base|svg|url\(|position|expression/i,
    )
    expect(propre).toContain('[Logo]')
    expect(propre).toContain('ici')
  })

  test('keeps its emphasis, its tables and the images it carries', () => {
    const propre = corps(
      '<p style="color:#f00;font-weight:bold">Oui</p><table><tr><td colspan="2">x</td></tr></table><img src="cid:logo@exemple.test" alt="Logo">',
    )
    expect(propre).toContain('color:#f00;font-weight:bold')
    expect(propre).toContain('<td colspan="2">x</td>')
    expect(propre).toContain('<img src="data:image/png;base64,AAAA" alt="Logo" />')
  })

  test('the words a value was read from are marked once, across elements and entities', () => {
    expect(corps('<p>SIRET <b>828 110</b> 353 00020</p>', '828 110 353 00020')).toBe(
      '<p>SIRET <b><mark id="lu">828 110</mark></b><mark> 353 00020</mark></p>',
    )
    expect(corps('<p>Arts &amp; jeunes</p>', 'arts & jeunes')).toBe('<p><mark id="lu">Arts &amp; jeunes</mark></p>')
    expect(corps('<p>Rien</p>', 'autre')).toBe('<p>Rien</p>')
  })

  test('whatever the bytes, marking adds nothing but marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (html, mots) => {
        const marque = corps(`<p>${html}</p>`, mots)
        expect(marque.replace(/<mark(?: id="lu")?>|<\/mark>/g, '')).toBe(corps(`<p>${html}</p>`))
      }),
    )
  })
})

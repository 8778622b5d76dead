import { describe, expect, test } from 'vitest'
import { automatismeDe } from '#domain/courriel-recu/automatisme'
import type { FicheConnue } from '#domain/courriel-recu/connus'
import { reconnaitre } from '#domain/courriel-recu/nature'
import { type ChampsEnregistres, enregistrer } from '#domain/pre-projet/champs'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { plier } from '#domain/texte'
import { unCourriel } from '#support/courriels'
import { lireFiche } from '#support/pre-projet/fiche-complete'
import { readEml } from '#support/courriel-lu'

const FICHE = [
  'Structure : Comité de Lillers',
  'Titre : Chantier',
  'Pays : Pologne',
  'Nombre de jeunes : 24',
  'Coût total : 12 500 €',
]
const modifiee = FICHE.map((ligne) => ligne.replace('24', '30'))
const citer = (lignes: readonly string[]) =>
  `Le 2 juin 2025 à 10:00, Inès <ines@exemple.test> a écrit :\n\n${lignes.map((ligne) => `> ${ligne}`).join('\n')}`
const outlook = (lignes: readonly string[]) =>
  `De : Inès <ines@exemple.test>\nEnvoyé : lundi 2 juin 2025 10:04\nÀ : MCEI\nObjet : Fiche\n\n${lignes.join('\n')}`

const enregistree = async (lignes: readonly string[]): Promise<ChampsEnregistres> => {
  const { fiche } = await lireFiche(unCourriel({ texte: lignes.join('\n') }))
  if (!fiche) throw new Error('no fiche')
  return enregistrer(fiche)
}

/** What becomes of this mail when the fiche is known, in this état and these versions. */
async function nature(
  texte: string,
  {
    etat = 'A_TRAITER',
    entetes = {},
    versions,
  }: { etat?: EtatPreProjet; entetes?: Record<string, string>; versions?: readonly string[][] } = {},
) {
  const lu = await readEml(unCourriel({ texte, entetes }))
  if (!lu.ok) throw new Error(lu.detail)
  const { fiche, citee } = await lireFiche(unCourriel({ texte, entetes }))
  const connue: FicheConnue = {
    preProjetId: 'p1',
    siret: null,
    structurePliee: plier('Comité de Lillers'),
    titrePlie: plier('Chantier'),
    campagneCode: null,
    etat,
    versions: await Promise.all((versions ?? [FICHE]).map(enregistree)),
  }
  const { objet, de } = lu.value
  return reconnaitre(
    {
      ...lu.value,
      automatisme: automatismeDe(lu.value.entetes, { objet, de: de.adresse }),
      fiche,
      ficheCitee: citee,
      ficheIllisible: false,
      aOuvrir: [],
      autresFiches: [],
      campagneCode: null,
    },
    {
      messageIds: new Map(),
      empreintes: new Map(),
      autresFiches: new Map(),
      fiches: [connue],
      nosCourriels: new Map(),
      rendu: null,
    },
  )
}

const RANGEE = { nature: 'AUTRE', preProjetId: 'p1' }

describe.each([
  ['marked lines', citer],
  ['a copied header', outlook],
])('a fiche quoted by %s', (_, cite) => {
  test('under thanks is no new version, and the mail goes with it', async () => {
    expect(await nature(`Merci, bien reçu.\n\n${cite(FICHE)}`)).toMatchObject(RANGEE)
  })
  test('by an automatic answer is none, whatever it says', async () => {
    const entetes = { 'Auto-Submitted': 'auto-replied' }
    expect(await nature(`Je suis absente.\n\n${cite(modifiee)}`, { entetes })).toMatchObject({ nature: 'AUTRE' })
  })
  test('with another value, under the words of a person, is one', async () => {
    expect(await nature(`Une correction.\n\n${cite(modifiee)}`)).toMatchObject({
      nature: 'NOUVELLE_VERSION',
      preProjetId: 'p1',
    })
    expect(await nature(cite(modifiee))).toMatchObject(RANGEE)
  })
  test('with the values of a former version is none', async () => {
    expect(await nature(`Merci.\n\n${cite(modifiee)}`, { versions: [FICHE, modifiee] })).toMatchObject(RANGEE)
  })
  test.each(['AVIS_RENDU', 'A_RETRAVAILLER', 'CLOS'] as const)(
    'never reopens one that is %s: it proposes',
    async (etat) => {
      expect(await nature(`Merci pour l’avis.\n\n${cite(modifiee)}`, { etat })).toMatchObject({
        ...RANGEE,
        motif: expect.stringContaining('classez-le ainsi'),
      })
    },
  )
})

test('a fiche in the words of the sender is a new version, whatever the état', async () => {
  expect(await nature(FICHE.join('\n'), { etat: 'AVIS_RENDU' })).toMatchObject({ nature: 'NOUVELLE_VERSION' })
})

test('an answer that quotes a fiche nobody knows proposes it; passed on, it is one; answers between its lines are the sender’s', async () => {
  const cite = citer(FICHE.map((ligne) => ligne.replace('Chantier', 'Inconnu').replace('Lillers', 'Lens')))
  const mots = `Merci pour votre avis.\n\n${cite}`
  expect(await nature(mots, { entetes: { Subject: 'RE: votre fiche' } })).toMatchObject({
    nature: 'AUTRE',
    preProjetId: null,
  })
  expect(await nature(mots, { entetes: { Subject: 'TR: votre fiche' } })).toMatchObject({ nature: 'FICHE' })
  const reponses = citer(FICHE).replaceAll(/ : (.*)/g, ' :\n$1')
  expect(await nature(reponses, { entetes: { Subject: 'Re: fiche vierge' }, etat: 'AVIS_RENDU' })).toMatchObject({
    nature: 'NOUVELLE_VERSION',
  })
})

test('in HTML, what stands under a copied header is quoted', async () => {
  const html = `<p>Merci !</p><div><p><b>De&nbsp;:</b> Inès<br><b>Envoyé&nbsp;:</b> lundi 2 juin 2025<br><b>À&nbsp;:</b> MCEI<br><b>Objet&nbsp;:</b> Fiche</p>${FICHE.map((ligne) => `<p>${ligne}</p>`).join('')}</div>`
  const entetes = { 'Content-Type': 'text/html; charset=utf-8' }
  expect((await lireFiche(unCourriel({ texte: html, entetes }))).citee).toBe(true)
  expect((await lireFiche(unCourriel({ texte: html.replace(/<b>.*?Fiche/, ''), entetes }))).citee).toBe(false)
  const gmail = `<p>Merci !</p><div class="gmail_quote"><div>Le mar. 3 juin 2025 à 09:12, MCEI &lt;mcei@exemple.test&gt; a écrit&nbsp;:<br></div>${FICHE.map((ligne) => `<p>${ligne}</p>`).join('')}</div>`
  expect((await lireFiche(unCourriel({ texte: gmail, entetes }))).citee).toBe(true)
  const apple = `<p>Merci !</p><blockquote type="cite">${FICHE.map((ligne) => `<p>${ligne}</p>`).join('')}</blockquote>`
  expect((await lireFiche(unCourriel({ texte: apple, entetes }))).citee).toBe(true)
  expect((await lireFiche(unCourriel({ texte: apple.replaceAll('blockquote', 'div'), entetes }))).citee).toBe(false)
})

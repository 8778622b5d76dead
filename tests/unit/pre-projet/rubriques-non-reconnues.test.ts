import { expect, test } from 'vitest'
import type { FicheLue } from '#domain/pre-projet/fiche'
import { plier } from '#domain/texte'
import { tableauWord, texteWord, unDocx } from '#support/documents'
import { unCourriel } from '#support/courriels'
import { lireFiche, lireJointe } from '#support/pre-projet/fiche-complete'
import { ficheVariee } from '#support/pre-projet/fiches-variees'
import { MISES_EN_PAGE } from '#support/pre-projet/mises-en-page'

const dites = (fiche: FicheLue | null) => fiche?.nonReconnues.map(({ libelle, texte }) => [libelle, texte])

const QUESTION = 'Modalités de restitution'
const REPONSE = 'Exposition itinérante dans trois médiathèques'

/** Where what no label ends goes on with the answer before it: its words are there, with that answer. */
const AVEC_LA_PRECEDENTE = ['Word, label and value in one cell', 'PDF, two columns, label : value']

test.each(Object.entries(MISES_EN_PAGE))(
  '%s: a question nobody knows is said with its answer',
  async (nom, mettreEnPage) => {
    const { reponses } = ficheVariee(0)
    const produit = await mettreEnPage(
      reponses.toSpliced(9, 0, { question: 'theme', libelle: QUESTION, valeur: REPONSE }),
    )
    const { fiche } =
      'courriel' in produit ? await lireFiche(produit.courriel) : await lireJointe(produit.nom, produit.contenu)
    const rubriques = fiche?.nonReconnues.map(({ libelle, texte }) => [
      plier(libelle).replace(/^\d+ /, ''),
      plier(texte),
    ])
    const lus = Object.values(fiche?.champs ?? {}).map(({ texteLu }) => plier(texteLu))
    if (AVEC_LA_PRECEDENTE.includes(nom)) expect(lus.some((lu) => lu.includes(plier(REPONSE)))).toBe(true)
    else expect(rubriques).toEqual([[plier(QUESTION), plier(REPONSE)]])
  },
)

const FICHE = [
  'Nom de la structure : Comité de jumelage de Lillers',
  'Intitulé du projet : Chantier franco-polonais',
  'Pays : Pologne',
  'Ville de destination : Katowice',
  'Nombre de jeunes : 24',
]

const lireTexte = async (...lignes: string[]) => (await lireJointe('fiche.docx', unDocx(texteWord(...lignes)))).fiche

test('a renamed label, the first of the form included, and an answer of several paragraphs', async () => {
  const fiche = await lireTexte(
    'APPEL À PROJETS 2025',
    '',
    'Organe délibérant porteur : Conseil municipal des jeunes',
    ...FICHE,
    'Comment les jeunes ont-ils préparé le projet ?',
    'En atelier, chaque mercredi.',
    '',
    'Puis avec leurs correspondants.',
    'Coût total : 12 500 €',
    'Somme espérée de la collectivité : 4 000 €',
  )
  expect(dites(fiche)).toEqual([
    ['Organe délibérant porteur', 'Conseil municipal des jeunes'],
    ['Comment les jeunes ont-ils préparé le projet ?', 'En atelier, chaque mercredi.\nPuis avec leurs correspondants.'],
    ['Somme espérée de la collectivité', '4 000 €'],
  ])
})

test('a label that is known and kept in no field is said too: its words are nowhere else', async () => {
  const fiche = await lireTexte(...FICHE, 'Hébergement : en famille', 'Signature : J. Duriez', 'Coût total : 12 500 €')
  expect(dites(fiche)).toEqual([['Hébergement', 'en famille']])
})

test('what a form says to who fills it, its margins, its empty questions and a signature are no answers', async () => {
  const fiche = await lireTexte(
    'Département du Pas-de-Calais : mission coopération',
    'À retourner à : mcei@exemple.test',
    'Fiche pré-projet',
    ...FICHE,
    'Merci de préciser : dates, lieux et nombre de jours',
    'Attention : la fiche ne vaut pas demande de subvention.',
    'Page 1 / 2',
    'Direction des affaires européennes',
    'Avez-vous un compte e-partenaire ?',
    '☐ Oui ☐ Non',
    'Lien avec un jumelage : à compléter',
    'Direction des affaires européennes',
    'Coût total : 12 500 €',
    'Cordialement',
    'Service des sports : Camille Duriez',
  )
  expect(dites(fiche)).toEqual([])
})

test('in a table: beside, in the second pair of a row, in a column of a row of labels, ticked', async () => {
  const { fiche } = await lireJointe(
    'fiche.docx',
    unDocx(
      tableauWord(
        ['Nom de la structure', 'Comité de jumelage de Lillers', 'Agrément sport', '62-AS-123'],
        ['Titre du projet', 'Chantier franco-polonais', 'Pays', 'Pologne'],
        ['Première participation', '☒ Oui ☐ Non'],
        ['Début', 'Fin', 'Nombre de jeunes', 'Étapes'],
        ['3/9/2025', '12/9/2025', '24', 'Cracovie puis Katowice'],
      ),
    ),
  )
  expect(dites(fiche)).toEqual([
    ['Agrément sport', '62-AS-123'],
    ['Première participation', '☒ Oui ☐ Non'],
    ['Étapes', 'Cracovie puis Katowice'],
  ])
})

test('a question with its mark is no end of the title above it', async () => {
  const titre = 'Les jeunes du bassin minier à la rencontre de la Silésie'
  const { fiche } = await lireFiche(
    unCourriel({
      texte: [
        ...FICHE.with(1, `Intitulé du projet : ${titre}`).toSpliced(
          2,
          0,
          'Avez-vous déjà mené un projet de ce type ? Oui',
        ),
      ].join('\n'),
    }),
  )
  expect(fiche?.champs.titre?.valeur).toBe(titre)
  expect(dites(fiche)).toEqual([['Avez-vous déjà mené un projet de ce type ?', 'Oui']])
})

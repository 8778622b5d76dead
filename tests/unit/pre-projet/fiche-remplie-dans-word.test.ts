import { describe, expect, test } from 'vitest'
import { CHAMPS, type FicheLue } from '#domain/pre-projet/fiche'
import { QUESTIONS, type Reponses } from '#domain/pre-projet/formulaire'
import { GENRES } from '#domain/structure/genre'
import { ecrireDocx } from '#fichiers/document/docx-ecrit'
import { consignesDeLaFiche, LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'
import { LIBELLE_GENRE } from '#libelles/structure'
import { ficheSurPapier } from '#reports/formulaire-papier'
import { lireJointe } from '#support/pre-projet/fiche-complete'
import { controlesDe, remplirDansWord } from '#support/pre-projet/rempli-dans-word'
import { REPONSES, siretDe } from '#support/pre-projet/reponses'

/** The form that the page of a campagne gives. */
const vierge = () =>
  ecrireDocx(
    ficheSurPapier({
      campagne: 'Mobilité européenne et internationale 2027',
      consignes: consignesDeLaFiche(
        'mcei@exemple.test',
        'Envoyez votre fiche pré-projet au plus tard le 15 juin 2027.',
      ),
      genres: GENRES,
      reponses: null,
    }),
  )

/** What the mails’ reader finds in the form of the page, each of its controls filled so. */
async function lue(reponses: Reponses) {
  const dites = CHAMPS.map((champ) => [LIBELLE_QUESTION[champ], reponses[champ]] as const)
  const rempli = await remplirDansWord(await vierge(), Object.fromEntries(dites))
  const { fiche } = await lireJointe('fiche-pre-projet.docx', rempli)
  return fiche
}

/** What it says of every field: null where nothing. */
const valeurs = (fiche: FicheLue | null) =>
  Object.fromEntries(CHAMPS.map((champ) => [champ, fiche?.champs[champ]?.valeur ?? null]))

/** As a hand types in Word, with the spaces and the apostrophes that it puts by itself, and what is meant. */
const TAPEES: { [C in keyof Reponses]?: string } = {
  genre: 'Association',
  telephone: '03.21.00.00.00',
  titre: 'Une fresque «\u00a0à deux mains\u00a0» & l’été',
  dateDebut: '20/04/2027',
  dateFin: '26 avril 2027',
  coutTotal: '12\u202f000\u00a0€',
  montantSouhaite: '4 500,50 €',
}

describe('the Word form of a campagne, filled in Word and sent by mail', () => {
  test('has one control for each question, in their order', async () => {
    expect(await controlesDe(await vierge())).toEqual(QUESTIONS.map(({ champ }) => LIBELLE_QUESTION[champ]))
  })

  test('is read back whole, whatever a hand and Word make of a number, a date and an apostrophe', async () => {
    const reponses = { ...REPONSES, ...TAPEES, siret: siretDe('1234567820001').replace(/(...)(...)(...)/, '$1 $2 $3 ') }
    const fiche = await lue(reponses)
    expect(valeurs(fiche)).toEqual({
      ...reponses,
      siret: siretDe('1234567820001'),
      titre: 'Une fresque « à deux mains » & l’été',
      telephone: '0321000000',
      dateDebut: '2027-04-20',
      dateFin: '2027-04-26',
      nbJeunes: 24,
      coutTotal: 1_200_000n,
      montantSouhaite: 450_050n,
    })
    expect([fiche?.aRelire, fiche?.nonReconnues]).toEqual([[], []])
  })

  test.each(GENRES)('the genre chosen in its list is read as it reads there: %s', async (genre) => {
    const fiche = await lue({ ...REPONSES, genre: LIBELLE_GENRE[genre] })
    expect(fiche?.champs.genre?.valeur).toBe(LIBELLE_GENRE[genre])
  })

  test.each(QUESTIONS.filter(({ champ }) => champ !== 'genre').map(({ champ }) => champ))(
    'left without an answer, %s is read as nothing, and the others as they are',
    async (champ) => {
      const tous = valeurs(await lue({ ...REPONSES, genre: 'Association' }))
      const fiche = await lue({ ...REPONSES, genre: 'Association', [champ]: '' })
      expect(valeurs(fiche)).toEqual({ ...tous, [champ]: null })
    },
  )
})

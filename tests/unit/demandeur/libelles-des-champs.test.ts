import { expect, test } from 'vitest'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import { LIBELLE_CHAMP_OUVERTURE } from '#libelles/ouverture-de-compte/ouverture'
import { LIBELLE_QUESTION } from '#libelles/pre-projet/formulaire'

// RGAA 11.3: a label of one function is the same on every page of the extranet.
test('what a fiche, the opening of an account and a demande all ask is asked in the same words', () => {
  const deLaFiche = { ...LIBELLE_QUESTION, raisonSociale: LIBELLE_QUESTION.structure }
  for (const champ of ['courriel', 'siret', 'codePostal', 'commune', 'raisonSociale'] as const) {
    expect(deLaFiche[champ], champ).toBe(ENTETE_PORTAIL[champ])
    expect(LIBELLE_CHAMP_OUVERTURE[champ], champ).toBe(ENTETE_PORTAIL[champ])
  }
  expect(LIBELLE_CHAMP_OUVERTURE.genre).toBe(LIBELLE_QUESTION.genre)
  expect(deLaFiche.telephone).toBe(ENTETE_PORTAIL.telephone)
})

import { expect, test } from 'vitest'
import { ROLES, hasDroit } from '#domain/acces/droits'
import { ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import { ETAPES } from '#libelles/decouvrir'
import { etatFicheExplique, horsDelaiExplique, MOTS_DELAI, SENS_ETAT_PRE_PROJET } from '#libelles/mots'
import { LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { PAGES } from '#support/adresses/pages'

test('what a « ? » of a fiche answers are the words of that page', () => {
  for (const etat of ETATS_PRE_PROJET) {
    const { question, reponse } = etatFicheExplique(etat)
    expect(question).toContain(LIBELLE_ETAT_PRE_PROJET[etat])
    expect(reponse).toBe(`${SENS_ETAT_PRE_PROJET[etat].sens} ${SENS_ETAT_PRE_PROJET[etat].suite}`)
  }
  expect(horsDelaiExplique().reponse).toContain(MOTS_DELAI.FICHE.sens)
})

test('each step leads to a page that exists, and a lecteur finds their way too', () => {
  for (const { vers } of ETAPES) expect(PAGES).toContain(vers.split('?')[0])
  expect(ROLES.map((role) => ETAPES.filter(({ droit }) => hasDroit({ role }, droit)).length)).toEqual([8, 8, 10, 11])
})

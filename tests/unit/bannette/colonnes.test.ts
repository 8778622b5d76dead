import { expect, test } from 'vitest'
import { choixDeColonnes, cookieDeColonnes, lireChoix, reprendreColonnes } from '#domain/bannette/colonnes'

const MOI = '3f0e0a52-7f0c-4b8e-9a54-0e1d1c3b5a01'
const LUI = '3f0e0a52-7f0c-4b8e-9a54-0e1d1c3b5a02'
const choix = { visibles: { agent: false }, largeurs: { objet: 300 }, densite: 'aeree' } as const
const autre = { visibles: { rejet: false }, largeurs: {}, densite: 'serree' } as const
const entete = (voulu: object) => `a=b; ${cookieDeColonnes('dossiers', lireChoix(voulu)).split(';')[0] ?? ''}`

test('what a browser holds is read as it was written; what is not a choice is none', () => {
  expect(choixDeColonnes(entete({ ...choix, de: MOI, garde: true }), 'dossiers')).toEqual({
    ...choix,
    de: MOI,
    garde: true,
  })
  expect(choixDeColonnes(entete(choix), 'courriels')).toEqual({ visibles: {}, largeurs: {}, densite: 'serree' })
  for (const cookie of ['mcei_colonnes_dossiers=%', 'mcei_colonnes_dossiers=[]', 'mcei_colonnes_dossiers=', null])
    expect(choixDeColonnes(cookie, 'dossiers')).toEqual({ visibles: {}, largeurs: {}, densite: 'serree' })
  expect(
    lireChoix({ visibles: { a: 1 }, largeurs: { a: 5, b: 50, c: 'x' }, densite: 'x', de: 3, garde: 'oui' }),
  ).toEqual({
    visibles: {},
    largeurs: { b: 50 },
    densite: 'serree',
  })
})

test('who signs in finds their columns, whatever the browser held', () => {
  expect(reprendreColonnes(MOI, null, { dossiers: choix })).toEqual([
    { bannette: 'dossiers', donner: { ...choix, de: MOI, garde: true } },
  ])
  expect(reprendreColonnes(MOI, entete({ ...autre, de: LUI, garde: true }), { dossiers: choix })).toEqual([
    { bannette: 'dossiers', donner: { ...choix, de: MOI, garde: true } },
  ])
  expect(reprendreColonnes(MOI, entete({ ...autre, de: MOI, garde: true }), { dossiers: choix })).toEqual([
    { bannette: 'dossiers', donner: { ...choix, de: MOI, garde: true } },
  ])
})

test('what was changed without a network is kept; so is what a browser held before choices were anybody’s', () => {
  expect(reprendreColonnes(MOI, entete({ ...autre, de: MOI }), { dossiers: choix })).toEqual([
    { bannette: 'dossiers', garder: { ...autre, de: MOI, garde: true } },
  ])
  expect(reprendreColonnes(MOI, entete(autre), {})).toEqual([
    { bannette: 'dossiers', garder: { ...autre, de: MOI, garde: true } },
  ])
  expect(reprendreColonnes(MOI, entete(autre), { dossiers: choix })).toEqual([
    { bannette: 'dossiers', donner: { ...choix, de: MOI, garde: true } },
  ])
})

test('the columns of another are not mine, even where I have none', () => {
  expect(reprendreColonnes(MOI, entete({ ...autre, de: LUI }), {})).toEqual([
    { bannette: 'dossiers', donner: { visibles: {}, largeurs: {}, densite: 'serree', de: MOI } },
  ])
  expect(reprendreColonnes(MOI, null, {})).toEqual([])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMontant } from '#domain/budget/montant'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'
import type { ModeleDeDecision } from '#emails/courriel-de-dossier'
import type { Lettre } from '#emails/lettre'
import { type FaitsDeLettre, lettreDeDecision } from '#emails/lettre-de-decision'
import { rendreCourriel } from '#emails/rendre'
import { blocsDe, mots } from '#support/courriel/mots-de-lettre'
import { donnees } from './donnees'
import { RECOURS_PRIVE } from './pied'
import { dite, faitsDeLettre } from './faits-de-lettre'

const lettre = (faits: FaitsDeLettre): Lettre => {
  const ecrite = lettreDeDecision(faits)
  if (!ecrite) throw new Error('no letter')
  return ecrite
}

const texteDe = (ecrite: Lettre) => blocsDe(ecrite).map(mots).join('\n\n')
const enMots = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ')

const A_LETTRE = [
  'decision_favorable',
  'decision_partielle',
  'decision_defavorable',
  'sans_suite',
  'irrecevabilite',
] as const satisfies ModeleDeDecision[]

/** What only a letter says: how it ends, whom to call, its table. */
const PROPRE_A_LA_LETTRE = /^(Je vous prie|Pour en parler avec nous|Subvention demandée)/

describe.each(A_LETTRE)('the letter of %s', (modele) => {
  const faits = faitsDeLettre(dite(modele))

  test('says each sentence of its mail, and no other rule or right', () => {
    const courriel = rendreCourriel<ModeleDeDecision>(modele, donnees[modele], {}).texte
    const siens = blocsDe(lettre({ ...faits, saisine: modele === 'decision_partielle' ? 'TELERECOURS' : 'CITOYENS' }))
    const recours = modele === 'decision_favorable' ? 3 : 0
    const communs = siens.slice(0, siens.length - recours).filter((bloc) => !PROPRE_A_LA_LETTRE.test(mots(bloc)))
    expect(communs.length).toBeGreaterThan(3)
    for (const bloc of communs) expect(courriel).toContain(mots(bloc))
  })

  test('ends by how to contest it, after the signature', () => {
    const { suite } = lettre(faits)
    expect(suite.map(({ titre }) => titre)).toEqual(['Voies et délais de recours'])
    expect(enMots(suite.flatMap(({ blocs }) => blocs.map(mots)).join('\n\n'))).toBe(enMots(RECOURS_PRIVE))
    expect(texteDe(lettre({ ...faits, saisine: 'TELERECOURS' }))).toContain('obligatoire pour votre organisme public')
  })

  test('names who follows the demande, who signs, to whom it goes and from where', () => {
    const ecrite = lettre(faits)
    expect(ecrite.references).toContainEqual(['Affaire suivie par', 'Camille Durand, chargée de mission'])
    expect(ecrite.signature).toEqual({ qualite: 'directrice, par délégation', nom: 'Jeanne Martin' })
    expect(ecrite.lieuEtDate).toBe('Arras, le 2\u00a0septembre\u00a02025')
    expect(ecrite.destinataire).toEqual([
      'COMITE DE JUMELAGE DE MERICOURT',
      'À l’attention de Nadia Kowalski',
      '12 rue de la Mairie',
      '62680 MERICOURT',
    ])
  })
})

test('a withdrawal has no letter: nobody decided it', () => {
  expect(lettreDeDecision(faitsDeLettre(dite('retrait')))).toBeNull()
})

test('a body that is its own person is named once; an address without a town gives no place', () => {
  const { destinataire, signataire, ...faits } = faitsDeLettre(dite('sans_suite'))
  const ecrite = lettre({
    ...faits,
    destinataire: { ...destinataire, aLAttention: 'Comité de jumelage de Méricourt', adresse: '' },
    signataire: { ...signataire, adresse: 'Hôtel du Département' },
  })
  expect(ecrite.destinataire).toEqual(['COMITE DE JUMELAGE DE MERICOURT', '62680 MERICOURT'])
  expect(ecrite.lieuEtDate).toBe('Le 2\u00a0septembre\u00a02025')
})

test('the amount of a letter is the amount granted, in figures and letters, and its parts make it', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 99_999_999_999n),
      fc.integer({ min: 0, max: 100 }),
      fc.boolean(),
      (montantAccordeCents, pourcent, partiel) => {
        const commun = { ...donnees.decision_partielle, montantAccordeCents, tauxAcompte: pourcent / 100 }
        const modele = partiel ? 'decision_partielle' : 'decision_favorable'
        const ecrite = lettre(faitsDeLettre({ modele, donnees: commun }))
        const [decision = ''] = blocsDe(ecrite).slice(1).map(mots)
        expect(decision).toContain(`${formatMontant(montantAccordeCents)} (${montantEnLettres(montantAccordeCents)})`)
        const tableau = blocsDe(ecrite).find((bloc) => bloc.genre === 'tableau')
        const enCents = (texte = '') => BigInt(texte.replace(/\D/g, ''))
        const [, accorde, ...parts] = tableau?.genre === 'tableau' ? tableau.rangees.map(([, un]) => enCents(un)) : []
        expect(accorde).toBe(montantAccordeCents)
        expect(parts.reduce((somme, part) => somme + part, 0n)).toBe(montantAccordeCents)
      },
    ),
    { numRuns: 200 },
  )
})

test('what a campagne adds stands between the vote and what is fixed, in its own letters only', () => {
  const ajouts = {
    accord: ['Le Département est heureux\nde vous aider.', 'À bientôt.'],
    refus: ['Une autre aide existe.'],
  }
  const avec = (modele: ModeleDeDecision) => lettre(faitsDeLettre(dite(modele), { ajouts }))
  const sans = (modele: ModeleDeDecision) => lettre(faitsDeLettre(dite(modele)))
  for (const modele of ['decision_favorable', 'decision_partielle'] as const) {
    const [premiere, ...reste] = avec(modele).corps
    const [maison, ...fixe] = sans(modele).corps
    expect(premiere?.blocs.map(mots)).toEqual([
      ...(maison?.blocs.map(mots) ?? []),
      ...['Le Département est heureux de vous aider.', 'À bientôt.'],
    ])
    expect(reste).toEqual(fixe)
    expect(avec(modele).suite).toEqual(sans(modele).suite)
  }
  const refus = avec('decision_defavorable').corps[0]?.blocs.map(mots) ?? []
  expect(refus.at(-2)).toBe('Une autre aide existe.')
  expect(refus.toSpliced(-2, 1)).toEqual(sans('decision_defavorable').corps[0]?.blocs.map(mots))
  for (const modele of ['irrecevabilite', 'sans_suite'] as const) expect(avec(modele)).toEqual(sans(modele))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, evaluer, lireCondition } from '#domain/campagne/condition'
import { type Contexte, CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees, lireCas, resoudre } from '#domain/campagne/exigence'
import { attenduesParDefaut } from '#domain/campagne/matrice'
import { examinerCompletude, type PieceDeposee } from '#domain/piece/completude'
import { CODES_PIECE, CONTROLES } from '#domain/piece/piece'

const avec = (change: Partial<Contexte>): Contexte => ({ ...CONTEXTE_INCONNU, ...change })
const valeur = (condition: Condition, change: Partial<Contexte>) => evaluer(condition, avec(change)).valeur

const seuil = fc.constantFrom('AU_MOINS' as const, 'AU_PLUS' as const)
const conditionAuHasard: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
  c: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constantFrom('MONTANT' as const, 'COUT' as const), seuil, cents: fc.nat(10) }),
    fc.record({ type: fc.constant('PARTICIPANTS' as const), seuil, nombre: fc.nat(10) }),
    fc.record({
      type: fc.constant('PAYS' as const),
      parmi: fc.boolean(),
      pays: fc.array(fc.constantFrom('Allemagne', 'Québec'), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ type: fc.constant('CREATION' as const), mois: fc.integer({ min: 1, max: 24 }) }),
    fc.record({ type: fc.constantFrom('MINEURS' as const, 'RENOUVELLEMENT' as const, 'SIGNATAIRE' as const) }),
    fc.record({
      type: fc.constantFrom('ET' as const, 'OU' as const),
      conditions: fc.array(tie('c'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('NON' as const), condition: tie('c') }),
  ),
})).c

const peutEtre = <T>(arbitraire: fc.Arbitrary<T>) => fc.option(arbitraire)
const contexteAuHasard: fc.Arbitrary<Contexte> = fc.record({
  dispositif: peutEtre(fc.constantFrom('MEI' as const, 'JUMELAGES' as const)),
  montantDemandeCents: peutEtre(fc.bigInt(0n, 10n)),
  coutTotalCents: peutEtre(fc.bigInt(0n, 10n)),
  nbParticipants: peutEtre(fc.nat(10)),
  pays: fc.constantFrom('', 'Allemagne', 'Allemagne et Pologne', 'Québec'),
  creeeLe: peutEtre(fc.constantFrom('2023-05-01', '2025-01-01')),
  deposeLe: peutEtre(fc.constantFrom('2024-02-29', '2025-06-01')),
  mineurs: peutEtre(fc.boolean()),
  renouvellement: peutEtre(fc.boolean()),
  signataireDifferent: peutEtre(fc.boolean()),
})

describe('a condition', () => {
  test('an amount is compared at its very bound', () => {
    const auMoins: Condition = { type: 'MONTANT', seuil: 'AU_MOINS', cents: 2_300_000 }
    expect(valeur(auMoins, { montantDemandeCents: 2_300_000n })).toBe(true)
    expect(valeur(auMoins, { montantDemandeCents: 2_299_999n })).toBe(false)
    expect(valeur({ ...auMoins, seuil: 'AU_PLUS' }, { montantDemandeCents: 2_300_000n })).toBe(true)
    expect(evaluer({ ...auMoins, type: 'COUT' }, avec({}))).toEqual({ valeur: null, inconnus: ['COUT'] })
  })

  test('a country is found without accents, and among several', () => {
    const parmi: Condition = { type: 'PAYS', parmi: true, pays: ['Québec', 'Pologne'] }
    for (const pays of ['QUEBEC', 'Allemagne, Pologne', 'Allemagne et pologne', 'Québec (Canada)'])
      expect(valeur(parmi, { pays }), pays).toBe(true)
    expect(valeur(parmi, { pays: 'Allemagne' })).toBe(false)
    expect(valeur({ ...parmi, parmi: false }, { pays: 'Allemagne' })).toBe(true)
    expect(valeur(parmi, { pays: ' - ' })).toBeNull()
  })

  test('a structure is less than a year old until the day of its birthday, 29 February included', () => {
    const jeune: Condition = { type: 'CREATION', mois: 12 }
    expect(valeur(jeune, { creeeLe: '2024-04-20', deposeLe: '2025-04-19' })).toBe(true)
    expect(valeur(jeune, { creeeLe: '2024-04-20', deposeLe: '2025-04-20' })).toBe(false)
    expect(valeur(jeune, { creeeLe: '2024-02-29', deposeLe: '2025-02-28' })).toBe(false)
    expect(evaluer(jeune, avec({ creeeLe: '2024-04-20' }))).toEqual({ valeur: null, inconnus: ['CREATION'] })
  })

  test('one known answer settles an « et » or an « ou », whatever is not known beside it', () => {
    const mineurs: Condition = { type: 'MINEURS' }
    const inconnu: Condition = { type: 'SIGNATAIRE' }
    expect(valeur({ type: 'OU', conditions: [inconnu, mineurs] }, { mineurs: true })).toBe(true)
    expect(valeur({ type: 'ET', conditions: [inconnu, mineurs] }, { mineurs: false })).toBe(false)
    expect(evaluer({ type: 'ET', conditions: [inconnu, mineurs] }, avec({ mineurs: true }))).toEqual({
      valeur: null,
      inconnus: ['SIGNATAIRE'],
    })
    expect(valeur({ type: 'NON', condition: inconnu }, {})).toBeNull()
  })

  test('what is read back is what was written', () => {
    fc.assert(
      fc.property(conditionAuHasard, (condition) => {
        fc.pre(!JSON.stringify(lireCondition(condition)).includes('ILLISIBLE'))
        expect(lireCondition(JSON.parse(JSON.stringify(condition)))).toEqual(condition)
      }),
    )
  })

  test('whatever a column holds is read without a throw, and what is no condition answers nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), contexteAuHasard, (json, contexte) => {
        evaluer(lireCondition(json), contexte)
        resoudre({ code: 'RIB', exigence: 'OBLIGATOIRE', condition: json }, contexte)
      }),
    )
    for (const json of [
      { type: 'MONTANT', seuil: 'AU_MOINS' },
      { type: 'ET', conditions: [] },
      'oui',
      { type: 'PAYS' },
    ])
      expect(evaluer(lireCondition(json), avec({ mineurs: true })).valeur).toBeNull()
    const puits = (n: number): unknown => (n === 0 ? { type: 'MINEURS' } : { type: 'NON', condition: puits(n - 1) })
    expect(evaluer(lireCondition(puits(5_000)), avec({ mineurs: true })).valeur).toBeNull()
  })

  test('learning a fact never turns an answer that was already given', () => {
    fc.assert(
      fc.property(conditionAuHasard, contexteAuHasard, contexteAuHasard, (condition, contexte, autre) => {
        const appris = Object.fromEntries(
          Object.entries(contexte).map(([fait, dit]) => [
            fait,
            dit || dit === false ? dit : autre[fait as keyof Contexte],
          ]),
        ) as Contexte
        if (contexte.nbParticipants === 0) appris.nbParticipants = 0
        if (contexte.montantDemandeCents === 0n) appris.montantDemandeCents = 0n
        if (contexte.coutTotalCents === 0n) appris.coutTotalCents = 0n
        const avant = evaluer(condition, contexte).valeur
        if (avant !== null) expect(evaluer(condition, appris).valeur).toBe(avant)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what a line asks', () => {
  const jeune = { quand: { type: 'CREATION', mois: 12 }, sinon: 'OBLIGATOIRE' }
  const comptes = { code: 'COMPTES_N1', exigence: 'SI_PERTINENT' as const, condition: jeune }

  test('the ordinary rule holds until the case is shown, and the doubt is told', () => {
    expect(resoudre(comptes, avec({}))).toEqual({ exigence: 'OBLIGATOIRE', aVerifier: ['CREATION'] })
    expect(resoudre(comptes, avec({ creeeLe: '2025-01-02', deposeLe: '2025-06-01' }))).toEqual({
      exigence: 'SI_PERTINENT',
      aVerifier: [],
    })
    expect(resoudre(comptes, avec({ creeeLe: '2001-01-02', deposeLe: '2025-06-01' })).exigence).toBe('OBLIGATOIRE')
  })

  test('what is not known is never silently « not asked »', () => {
    fc.assert(
      fc.property(conditionAuHasard, contexteAuHasard, (quand, contexte) => {
        const ligne = { code: 'RIB', exigence: 'OBLIGATOIRE' as const, condition: { quand, sinon: 'NON_DEMANDEE' } }
        const { exigence, aVerifier } = resoudre(ligne, contexte)
        if (evaluer(quand, contexte).valeur === null) {
          expect(exigence).toBe('SI_PERTINENT')
          expect(aVerifier.length).toBeGreaterThan(0)
        } else expect(aVerifier).toEqual([])
      }),
    )
  })

  test('a case that cannot be read is one to verify; an absent one is no case', () => {
    expect(lireCas(null)).toBeNull()
    expect(resoudre({ code: 'RIB', exigence: 'OBLIGATOIRE', condition: 'jamais' }, avec({}))).toEqual({
      exigence: 'SI_PERTINENT',
      aVerifier: ['ILLISIBLE'],
    })
  })

  test('by default a renewed association owes the bilan, a young one not its accounts, another signatory a pouvoir', () => {
    const demande = (contexte: Contexte) =>
      Object.fromEntries(exigees(attenduesParDefaut('MEI', 'association'), contexte).map((l) => [l.code, l.exigence]))
    expect(demande(avec({}))).toMatchObject({
      COMPTES_N1: 'OBLIGATOIRE',
      BILAN_PREC: 'SI_PERTINENT',
      POUVOIR: 'SI_PERTINENT',
    })
    expect(
      demande(avec({ renouvellement: true, signataireDifferent: true, creeeLe: '2025-01-01', deposeLe: '2025-02-01' })),
    ).toMatchObject({ COMPTES_N1: 'SI_PERTINENT', BILAN_PREC: 'OBLIGATOIRE', POUVOIR: 'OBLIGATOIRE' })
  })
})

describe('completeness under conditions', () => {
  const ligneAuHasard = fc.record({
    code: fc.constantFrom(...CODES_PIECE),
    exigence: fc.constantFrom('OBLIGATOIRE' as const, 'SI_PERTINENT' as const),
    condition: fc.option(
      fc.record({
        quand: conditionAuHasard,
        sinon: fc.constantFrom('NON_DEMANDEE' as const, 'SI_PERTINENT' as const, 'OBLIGATOIRE' as const),
      }),
    ),
  })
  const matriceAuHasard = fc.uniqueArray(ligneAuHasard, { selector: ({ code }) => code, maxLength: CODES_PIECE.length })
  const piecesAuHasard = fc.array(
    fc.record({ code: fc.option(fc.constantFrom(...CODES_PIECE)), controle: fc.constantFrom(...CONTROLES) }),
    { maxLength: 25 },
  )

  test('under any matrix, one more CONFORME pièce never un-completes, and takes nothing back', () => {
    fc.assert(
      fc.property(
        matriceAuHasard,
        contexteAuHasard,
        piecesAuHasard,
        fc.constantFrom(...CODES_PIECE),
        (matrice, contexte, pieces, code) => {
          const attendues = exigees(matrice, contexte)
          const deplus: PieceDeposee = { code, controle: 'CONFORME' }
          const [avant, apres] = [pieces, [...pieces, deplus]].map((p) => examinerCompletude(attendues, p))
          if (!avant || !apres) throw new Error('two are examined')
          if (avant.complet) expect(apres.complet).toBe(true)
          expect(avant.manquantes).toEqual(expect.arrayContaining(apres.manquantes))
          expect(avant.nonConformes).toEqual(apres.nonConformes)
          expect(avant.aControler).toEqual(apres.aControler)
          expect(apres.satisfaites).toEqual(expect.arrayContaining(avant.satisfaites))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('a dossier of which everything asked is CONFORME is complete, under any matrix', () => {
    fc.assert(
      fc.property(matriceAuHasard, contexteAuHasard, (matrice, contexte) => {
        const pieces = exigees(matrice, contexte).map(({ code }) => ({ code, controle: 'CONFORME' as const }))
        expect(examinerCompletude(exigees(matrice, contexte), pieces).complet).toBe(true)
      }),
    )
  })
})

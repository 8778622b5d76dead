import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BilanDepense } from '#domain/suite-accord/bilan-de-projet'
import type { NatureVersement, VersementGarde } from '#domain/suite-accord/versement'
import { annonceDesVersements, direVersement } from '#domain/suite-accord/versement-dit'
import { donnees, rendre } from '../courriel/donnees'
import { PIED } from '../courriel/pied'

const TODAY = '2026-06-15'
const BILAN: BilanDepense = { duLe: '2026-09-30', recuLe: null, verdict: null, depenseCents: null }
const conforme = (depenseCents: bigint): BilanDepense => ({
  ...BILAN,
  ...{ recuLe: '2026-06-01', verdict: 'CONFORME', depenseCents },
})
const un = (nature: NatureVersement, montantCents: bigint, reference: string = nature): VersementGarde => ({
  ...{ nature, montantCents, reference, id: reference, estAnnule: false },
  le: '2026-06-10',
})

type Cas = { bilan?: BilanDepense | null; estDernier?: boolean; coutTotalCents?: bigint | null }

/** What is told of the last of these payments, of a grant of 1 000,00 €. */
function dire(versements: VersementGarde[], { bilan = BILAN, estDernier = true, coutTotalCents = 200_000n }: Cas = {}) {
  const dernier = versements.at(-1)
  if (!dernier) throw new Error('no payment')
  const suites = { accordeCents: 100_000n, coutTotalCents, bilan, versements }
  return direVersement(dernier, suites, { estDernier, today: TODAY })
}
const suite = (versements: VersementGarde[], cas?: Cas) => dire(versements, cas)?.suite

describe('what is told of a payment', () => {
  test('what was given back is told by no mail, and is taken off the total', () => {
    expect(dire([un('ACOMPTE', 60_000n), un('REVERSEMENT', 10_000n)])).toBeNull()
    const versements = [un('ACOMPTE', 60_000n, 'M-1'), un('REVERSEMENT', 10_000n), un('ACOMPTE', 5_000n, 'M-2')]
    expect(dire(versements)).toMatchObject({ totalCents: 55_000n, rendu: true, montantCents: 5_000n })
    expect(suite(versements)).toMatchObject({ resteCents: 45_000n })
    expect(dire([{ ...un('ACOMPTE', 60_000n), estAnnule: true }, un('ACOMPTE', 1n)])).toMatchObject({ totalCents: 1n })
  })

  test('an acompte says what is left, at most, while the bilan is not in order', () => {
    const acompte = [un('ACOMPTE', 70_000n)]
    const attendu = { resteCents: 30_000n, suitLaDepense: false, bilan: { etat: 'ATTENDU', duLe: '2026-09-30' } }
    expect(suite(acompte)).toEqual(attendu)
    expect(suite(acompte, { bilan: { ...BILAN, duLe: '2026-06-14' } })).toMatchObject({ bilan: { etat: 'EN_RETARD' } })
    expect(suite(acompte, { bilan: null })).toEqual({ resteCents: 30_000n, suitLaDepense: false, bilan: null })
  })

  test('in order, what is left follows what was spent, and nothing is left of what is due no more', () => {
    const acompte = [un('ACOMPTE', 40_000n)]
    expect(suite(acompte, { bilan: conforme(100_000n) })).toEqual({ resteCents: 10_000n, suitLaDepense: true, bilan: null }) // prettier-ignore
    expect(suite(acompte, { bilan: conforme(70_000n) })).toMatchObject({ resteCents: 0n, suitLaDepense: true })
    expect(suite(acompte, { bilan: conforme(200_000n) })).toMatchObject({ resteCents: 60_000n, suitLaDepense: false })
  })

  test('a solde leaves nothing; of several in one act, the last says what follows', () => {
    expect(suite([un('SOLDE', 70_000n)])).toMatchObject({ resteCents: 0n, bilan: { etat: 'ATTENDU' } })
    expect(suite([un('ACOMPTE', 70_000n)], { estDernier: false })).toBeNull()
  })

  test('never more is left than was granted, nor less than nothing', () => {
    const cents = fc.bigInt({ min: 0n, max: 200_000n })
    fc.assert(
      fc.property(cents, fc.option(cents), fc.option(cents), (verse, depense, coutTotalCents) => {
        const bilan = depense === null ? BILAN : conforme(depense)
        const dit = dire([un('ACOMPTE', verse)], { bilan, coutTotalCents })
        const reste = dit?.suite?.resteCents ?? -1n
        expect(reste).toBeGreaterThanOrEqual(0n)
        expect(reste === 0n || verse + reste <= 100_000n).toBe(true)
      }),
    )
  })

  test('an old payment, a dossier of history and one without address are told apart', () => {
    expect([true, false].map((repris) => annonceDesVersements(repris, 'ines@exemple.test'))).toEqual(['HISTORIQUE', 'PAR_COURRIEL']) // prettier-ignore
    expect(annonceDesVersements(false, null)).toBe('SANS_ADRESSE')
  })
})

describe('its mail', () => {
  const lu = (plus: Partial<typeof donnees.versement>) => {
    const { sujet, texte, echeances } = rendre('versement', { ...donnees.versement, ...plus })
    return { mots: `${sujet}\n${texte}`.replace(/[\u00a0\u202f]/g, ' '), echeances }
  }
  const sans = { resteCents: 0n, suitLaDepense: false, bilan: null }

  test('an acompte, read aloud', () => {
    expect(lu({}).mots).toBe(`Votre subvention n° 2025-01012 : un acompte vous a été versé
Madame, Monsieur,

Le Département du Pas-de-Calais vous a versé, le 2 octobre 2025, un acompte de 3 150,00 € sur la subvention accordée à votre demande n° 2025-01012 « Jumelage à Herne (Allemagne) ». Référence du versement : M-2025-118.

Avec ce versement, vous avez reçu 3 150,00 € en tout, sur les 4 500,00 € accordés.

Il reste au plus 1 350,00 € à verser. Le solde se verse après l’examen du bilan de votre projet, et suit ce qui a été dépensé.

Envoyez-nous ce bilan avant le 13 mai 2026 inclus.

${PIED}`)
  })

  test('the last day of the bilan is announced as to come, and the day of the payment is not', () => {
    expect(lu({}).echeances).toEqual(['2026-05-13'])
    const retard = { ...sans, resteCents: 1n, bilan: { etat: 'EN_RETARD', duLe: '2025-09-01' } } as const
    expect(lu({ suite: retard }).echeances).toEqual([])
    expect(lu({ suite: retard }).mots).toContain('Ce bilan était attendu le 1er septembre 2025')
  })

  test('a solde says that it is one and the total, and its bilan where it is still owed', () => {
    const solde = { nature: 'SOLDE', montantCents: 135_000n, totalCents: 450_000n } as const
    expect(lu({ ...solde, suite: sans }).mots).toContain('le solde de la subvention')
    expect(lu({ ...solde, suite: sans }).mots).toContain(
      'vous avez reçu 4 500,00 € en tout, sur les 4 500,00 € accordés.',
    )
    expect(lu({ ...solde, suite: sans }).mots).not.toMatch(/bilan|reste/)
    const du = lu({ ...solde, suite: { ...sans, bilan: { etat: 'A_EXAMINER', duLe: '2026-05-13' } } })
    expect(du.mots).toContain('Nous avons reçu ce bilan')
  })

  test('in order, what is left is said without a condition, and why it is less', () => {
    const { mots } = lu({ rendu: true, suite: { resteCents: 5_050n, suitLaDepense: true, bilan: null } })
    expect(mots).toContain('Il reste 50,50 € à verser. La subvention suit les dépenses de votre bilan.')
    expect(mots).toContain('accordés, une fois déduit ce que vous avez rendu.')
  })
})

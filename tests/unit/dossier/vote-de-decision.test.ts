import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decider, type DossierADecider, empechements } from '#domain/dossier/decision'
import { type HorsSeance, LONGUEUR_REFERENCE_MAX, refusDuVote, type VoteTenu } from '#domain/dossier/vote-de-decision'
import { addDays } from '#domain/temps/jour'
import { libelleRefusDecision } from '#libelles/dossier/dossier'
import { phraseVote } from '#libelles/dossier/vote'
import { desBloquants } from '#support/bloquants'
import { VOTE } from '#support/vote'

/** The last instant of this day in Paris, in summer. */
const NOW = new Date('2025-09-15T21:59:59Z')
const TODAY = '2025-09-15'
const A_LA_SEANCE = { seanceId: 'a', jour: '2025-10-06' }

const dossier: DossierADecider = {
  ...{ etat: 'EN_INSTRUCTION', montantDemandeCents: 500_000n, bloquants: desBloquants(), signalements: [] },
  ...{ completude: { complet: true }, montantMaxCents: null, resteEnveloppeCents: null, inscription: null },
  voteRouvert: null,
}
const vote = (change: Partial<HorsSeance['deliberation']>): HorsSeance => ({
  par: 'HORS_SEANCE',
  deliberation: { ...VOTE.deliberation, ...change },
})

describe('a vote held elsewhere', () => {
  test.each([
    [{}, null],
    [{ reference: '' }, 'DELIBERATION_SANS_NUMERO'],
    [{ reference: ' \t' }, 'DELIBERATION_SANS_NUMERO'],
    [{ reference: 'n'.repeat(LONGUEUR_REFERENCE_MAX + 1) }, 'DELIBERATION_TROP_LONGUE'],
    [{ reference: 'n'.repeat(LONGUEUR_REFERENCE_MAX) }, null],
    [{ le: TODAY, executoireLe: TODAY }, null],
    [{ le: '2025-09-16', executoireLe: '2025-09-16' }, 'VOTE_A_VENIR'],
    [{ executoireLe: '2025-04-27' }, 'EXECUTOIRE_AVANT_LE_VOTE'],
    [{ executoireLe: '2025-04-28' }, null],
    [{ executoireLe: TODAY }, null],
    [{ executoireLe: '2025-09-16' }, 'EXECUTOIRE_A_VENIR'],
  ] as const)('%o: %s', (change, reason) => {
    for (const voulue of [
      { acte: 'accorder', montantCents: 500_000n, vote: vote(change) },
      { acte: 'refuser', motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.', vote: vote(change) },
    ] as const)
      expect(decider(dossier, voulue, NOW)).toMatchObject(reason ? { ok: false, reason } : { ok: true })
  })

  test('decides nothing that is put to a séance: that séance does, and no other', () => {
    const inscrit = { ...dossier, inscription: A_LA_SEANCE }
    const accorder = (tenu: VoteTenu) => decider(inscrit, { acte: 'accorder', montantCents: 500_000n, vote: tenu }, NOW)
    expect(accorder(VOTE)).toEqual({ ok: false, reason: 'INSCRIT_EN_SEANCE', detail: '2025-10-06' })
    expect(accorder({ par: 'SEANCE', seanceId: 'b' })).toMatchObject({ reason: 'PAS_INSCRIT_EN_SEANCE' })
    expect(accorder({ par: 'SEANCE', seanceId: 'a' }).ok).toBe(true)
    expect(decider(dossier, { acte: 'accorder', montantCents: 1n, vote: { par: 'SEANCE', seanceId: 'a' } }, NOW)).toMatchObject({ reason: 'PAS_INSCRIT_EN_SEANCE' }) // prettier-ignore
    const { accorder: ferme, refuser, ...autres } = empechements(inscrit)
    expect([ferme, refuser]).toMatchObject([{ reason: 'INSCRIT_EN_SEANCE' }, { reason: 'INSCRIT_EN_SEANCE' }])
    expect([autres.classerSansSuite, autres.retirer]).toEqual([null, null])
    expect(libelleRefusDecision('INSCRIT_EN_SEANCE', '2025-10-06')).toContain('séance du 06/10/2025')
  })
})

test('whatever is typed, what decides is voted, then in force, and both by today', () => {
  const jours = fc.integer({ min: -400, max: 30 }).map((n) => addDays(TODAY, n))
  const saisie = fc.record({ reference: fc.constantFrom('', ' ', '2025-104'), le: jours, executoireLe: jours })
  let permises = 0
  fc.assert(
    fc.property(saisie, (deliberation) => {
      const permis =
        refusDuVote({ par: 'HORS_SEANCE', deliberation }, { inscription: null, voteRouvert: null }, TODAY) === null
      const { reference, le, executoireLe } = deliberation
      permises += permis ? 1 : 0
      expect(permis).toBe(reference === '2025-104' && le <= executoireLe && executoireLe <= TODAY)
    }),
    { numRuns: 2_000 },
  )
  expect(permises).toBeGreaterThan(50)
})

test('a decision without a vote is what no vote is needed for', () => {
  const sansVote = [
    { acte: 'classerSansSuite', motif: 'DEPOSE_EN_DOUBLE', prevenir: false },
    { acte: 'retirer', precision: 'Courriel du 12 mai.', prevenir: false },
  ] as const
  const inscrit = { ...dossier, inscription: A_LA_SEANCE }
  for (const voulue of sansVote) expect(decider(inscrit, voulue, NOW)).toMatchObject({ value: { vote: null } })
})

test('the vote is said with what is known of it', () => {
  const seance = { jour: '2025-10-06', intitule: '' }
  expect(phraseVote({ par: 'SEANCE', seance, deliberation: VOTE.deliberation })).toBe(
    'Commission permanente du 6 octobre 2025\u00a0: délibération n°\u00a02025-104 du 28/04/2025, exécutoire depuis le 05/05/2025',
  )
  expect(phraseVote({ par: 'HORS_SEANCE', deliberation: null })).toBe('Voté hors séance\u00a0: délibération non renseignée') // prettier-ignore
})

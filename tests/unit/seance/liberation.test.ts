import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Etat } from '#domain/dossier/etat'
import { type Preparation, preparer, reprendrePreparation } from '#domain/seance/liberation'
import { notifier } from '#domain/seance/vote-notifie'
import type { Jour } from '#domain/temps/jour'

const NOW = new Date('2026-06-20T08:00:00Z')
const PERSONNES = ['claire', 'paul', 'aline'] as const
const VOTE = { seanceId: 's', nature: 'ACCORDE', montantCents: 100_000n, motif: null, precision: '' } as const

const actes = fc.array(
  fc.record({
    acte: fc.constantFrom('rendreExecutoire', 'preparer', 'reprendre', 'notifier', 'reprendreNotification'),
    par: fc.constantFrom(...PERSONNES),
  }),
  { minLength: 1, maxLength: 14 },
)

test('whatever follows what, nothing is told before the délibération is in force, nor let go by who prepared it', () => {
  let faites = 0
  fc.assert(
    fc.property(actes, fc.constantFrom(null, ...PERSONNES), (suite, relues) => {
      let executoireLe: Jour | null = null
      let preparation: Preparation = relues && { parId: relues }
      let etat: Etat = 'VOTE'
      for (const { acte, par } of suite) {
        const deliberation = { numero: '2026-001', le: '2026-06-16', executoireLe }
        if (acte === 'rendreExecutoire') executoireLe = '2026-06-19'
        if (acte === 'reprendre' && reprendrePreparation(preparation).ok) preparation = null
        if (acte === 'reprendreNotification') etat = 'VOTE'
        if (acte === 'preparer') {
          const seance = { closeLe: NOW, deliberation, preparation }
          if (preparer(seance, etat === 'VOTE' ? 1 : 0).ok) preparation = { parId: par }
        }
        if (acte !== 'notifier') continue
        const answer = notifier({ etat, vote: VOTE, deliberation, preparation, parId: par }, NOW)
        if (!answer.ok) continue
        faites += 1
        expect([executoireLe, etat]).toEqual(['2026-06-19', 'VOTE'])
        expect([null, par]).not.toContain(preparation && preparation.parId)
        expect(answer.value.decision.montantCents).toBe(VOTE.montantCents)
        etat = answer.value.decision.nature
      }
    }),
    { numRuns: 10_000 },
  )
  expect(faites).toBeGreaterThan(500)
})

import { expect, test } from 'vitest'
import { clotureProposee } from '#domain/seance/seance'
import { addDays, addMonths, compareJours } from '#domain/temps/jour'
import { calendrierDe, inscritLe, jourDActe, seancesDu } from '../../../prisma/demo/calendrier'
import { DOSSIERS } from '../../../prisma/demo/dossiers'
import { deposeLeDe, dossierDe, importeLeDe, numeroDe } from '../../../prisma/demo/extraction'
import { FICHES, recueLeDe } from '../../../prisma/demo/fiches'

/** Four years of days, so that every week-end, every holiday and a 29 February are met. */
const JOURS = Array.from({ length: 4 * 366 }, (_, n) => addDays('2026-01-01', n))
const RANGS = [...DOSSIERS.keys()].filter((rang) => dossierDe(rang).scenario !== 'brouillon')

test.each([
  ['2027-01-03', 2026, '2026-05-01'],
  ['2026-12-31', 2026, '2026-04-01'],
  ['2026-07-01', 2026, '2025-11-01'],
  ['2028-02-29', 2027, '2027-06-01'],
])('loaded on %s, the campagnes of %i run since %s', (jour, annee, ouverteLe) => {
  const { courante, precedente } = calendrierDe(jour)
  expect([courante.annee, courante.ouverteLe]).toEqual([annee, ouverteLe])
  expect([precedente.annee, precedente.ouverteLe]).toEqual([annee - 1, addMonths(ouverteLe, -12)])
})

const AU_VOTE: readonly string[] = ['inscrit', 'vote']

/** The day an officer begins to instruct what was imported on this one. */
const prisEnMain = (importe: string) => jourDActe(addDays(importe, 2))

/** What is wrong in the demonstration loaded on this day, in a few words each. */
function fautes(jour: string): string[] {
  const calendrier = calendrierDe(jour)
  const { courante, precedente, imports } = calendrier
  const desDossiers = RANGS.flatMap((rang) => {
    const [depose, importe] = [deposeLeDe(calendrier, rang), importeLeDe(calendrier, rang)]
    const { anDernier, scenario } = dossierDe(rang)
    const [debut, fin] = anDernier ? [precedente.ouverteLe, precedente.fermeeLe] : [courante.ouverteLe, jour]
    return [
      ...(imports.includes(importe) && depose <= importe ? [] : ['not imported']),
      ...(importe <= addDays(depose, 30) ? [] : ['imported late']),
      ...(debut <= depose && depose <= fin ? [] : ['out of its campagne']),
      ...(!AU_VOTE.includes(scenario) || prisEnMain(importe) < inscritLe(importe) ? [] : ['put to a séance too early']),
      ...(scenario !== 'vote' || inscritLe(importe) <= clotureProposee(seancesDu(calendrier).passee, 21)
        ? []
        : ['put to a séance too late']),
      ...(numeroDe(calendrier, rang).startsWith(depose.slice(0, 4)) ? [] : ['of another year']),
    ].map((faute) => `${jour}, ${rang}: ${faute}`)
  })
  const desFiches = FICHES.map((fiche) => recueLeDe(fiche, jour)).filter(
    (recueLe) => recueLe < precedente.ouverteLe || recueLe >= jour,
  )
  const enOrdre = [...imports].sort(compareJours).every((un, i) => un === imports[i]) && (imports.at(-1) ?? jour) < jour
  return [...desDossiers, ...desFiches, ...(enOrdre ? [] : [`${jour}: imports`])]
}

test('whatever the day of its loading, what was deposited was imported since, in its own campagne and before silence answered', () => {
  expect(JOURS.flatMap(fautes)).toEqual([])
}, 60_000)

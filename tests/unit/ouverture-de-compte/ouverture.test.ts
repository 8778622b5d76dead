import { describe, expect, test } from 'vitest'
import { ouvertureDueLe } from '#domain/ouverture-de-compte/ouverture'
import type { Jour } from '#domain/temps/jour'
import { nonDemande } from '#libelles/ouverture-de-compte/ouverture'

describe('the 48 hours to answer who asks for an account', () => {
  const due = (confirmee: string, ...fermetures: Jour[]) => ouvertureDueLe(new Date(confirmee), new Set(fermetures))

  test.each([
    ['a Monday', '2027-04-12T08:00:00Z', '2027-04-14'],
    ['a Friday', '2027-04-09T08:00:00Z', '2027-04-13'],
    ['a Saturday', '2027-04-10T08:00:00Z', '2027-04-13'],
    ['the eve of the Ascension', '2027-05-05T08:00:00Z', '2027-05-10'],
    ['a Monday of Paris that is a Sunday elsewhere', '2027-04-11T22:30:00Z', '2027-04-14'],
  ])('are two working days: confirmed on %s', (_, confirmee, attendu) => {
    expect(due(confirmee)).toBe(attendu)
  })

  test('do not run on a day on which the service is closed', () => {
    expect(due('2027-04-12T08:00:00Z', '2027-04-13')).toBe('2027-04-15')
  })
})

describe('what is not asked of who wants an account', () => {
  test('a commune gives no procès-verbal of an assembly, nor what is asked of associations', () => {
    expect(nonDemande('commune', ['STATUTS', 'RECEPISSE_PREF'])).toBe(
      'Aucune pièce n’est demandée pour ouvrir un compte. Aucun procès-verbal d’assemblée générale n’est demandé à une commune. La demande de subvention ne demande pas non plus à une commune\u00a0: Statuts datés et signés par le Président\u00a0; Récépissé de déclaration à la Préfecture.',
    )
  })

  test.each(['association', 'particulier'] as const)('%s: an assembly is not spoken of', (genre) => {
    expect(nonDemande(genre, [])).toBe(
      'Aucune pièce n’est demandée pour ouvrir un compte. Celles de la demande de subvention se joignent plus tard.',
    )
  })
})

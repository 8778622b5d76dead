import { describe, expect, test } from 'vitest'
import { type Agregat, RIEN } from '#domain/rapport/sommes'
import type { LigneEnAttente } from '#domain/rapport/ligne-de-commission'
import { commissionDuBudget } from '#reports/commission/en-attente'
import { VOTES_POSSIBLES } from '#reports/parametres'
import type { Case, Page } from '#reports/page'

const enTete = { titre: 'Rapport budgétaire', objet: 'Toutes les campagnes', instant: new Date('2025-09-15T08:00:00Z'), auteur: 'Camille Roux', filtres: 'aucun', version: '1.0.0' } // prettier-ignore
const SEANCE = { id: 's1', jour: '2025-12-14', intitule: '' }

const ligne = (numero: string, autres: Partial<LigneEnAttente> = {}): LigneEnAttente => ({
  ...{ numero, rang: null, structure: 'Comité', commune: 'Arras', objet: 'Jumelage', campagne: 'MEI-2025', jeunes: 12 },
  ...{ demandeCents: 400_000n, avis: null, proposeCents: null, vote: null, voteCents: null, seance: null },
  ...autres,
})
const proposee = { avis: 'FAVORABLE', proposeCents: 300_000n } as const
const LIGNES = [
  ligne('2025-00001', { ...proposee, rang: 1, seance: SEANCE }),
  ligne('2025-00002', { ...proposee, rang: 2, seance: SEANCE }),
  ligne('2025-00003', { ...proposee, rang: 3, seance: SEANCE, campagne: 'JUM-2025' }),
  ligne('2025-00004'),
]
const agregats: Agregat[] = [{ ...RIEN, coupe: 'campagne', cle: 'MEI-2025', voteCents: 1_000_000n }]
const enveloppes = [
  { campagne: 'JUM-2025', libelle: 'Jumelages', enveloppeCents: 0n },
  { campagne: 'MEI-2025', libelle: 'Mobilité', enveloppeCents: 5_000_000n },
]

const faire = (lignes: readonly LigneEnAttente[], attendus = lignes.length): Page =>
  commissionDuBudget({ enTete, lignes, attendus, agregats, enveloppes })
const valeur = (une: Case | undefined) => une?.valeur ?? null
const rangDe = (page: Page, dit: string | RegExp) =>
  page.lignes.findIndex(({ cases }) => [cases[0], cases[2]].some((une) => typeof une?.valeur === 'string' && une.valeur.match(dit))) + 1 // prettier-ignore
const valeurs = (page: Page, rang: number) => page.lignes[rang - 1]?.cases.map(valeur) ?? []

describe('the dossiers of the budget report that wait for a vote', () => {
  const page = faire(LIGNES)

  test('stand séance by séance and campagne by campagne, each with what it adds up to', () => {
    const titres = page.lignes.flatMap(({ allure, cases }) => (allure === 'groupe' ? [valeur(cases[0] ?? null)] : []))
    expect(titres).toEqual([
      'Commission permanente du 14 décembre 2025 · MEI-2025',
      'Commission permanente du 14 décembre 2025 · JUM-2025',
      'Sur la liste d’aucune séance, pas encore proposés · MEI-2025',
      'Date',
    ])
    const n = rangDe(page, /^Sous-total$/)
    expect(valeurs(page, n)[6]).toEqual({ formule: `SUBTOTAL(9,G${n - 2}:G${n - 1})`, resultat: 800_000n })
    const total = rangDe(page, /^Total$/)
    expect(valeurs(page, total)[7]).toEqual({ formule: `SUBTOTAL(9,H${n - 3}:H${total - 1})`, resultat: 900_000n })
    expect(page.noms).toContainEqual({ nom: 'Vote_commission', cellule: `$J$${total}` })
  })

  test('take from each enveloppe what their own sums say, less what is voted already', () => {
    const mei = rangDe(page, /^MEI-2025$/)
    const [premier, dernier] = [8 + 2, rangDe(page, /^Total$/) - 1]
    expect(valeurs(page, mei).slice(6)).toEqual([
      4_000_000n,
      { formule: `H${premier}+H${dernier}`, resultat: 600_000n },
      { formule: `G${mei}-H${mei}`, resultat: 3_400_000n },
      { formule: `J${premier}+J${dernier}`, resultat: 0n },
      { formule: `G${mei}-J${mei}`, resultat: 4_000_000n },
    ])
    expect(valeurs(page, rangDe(page, /^JUM-2025 \(sans enveloppe\)$/))[6]).toBeNull()
  })

  test('leave their votes to be filled in: an amount within what is asked, a vote of the list', () => {
    const [montant, vote, ...autres] = page.saisies ?? []
    expect(montant).toEqual({ sorte: 'MONTANT', lettre: 'J', premiere: 8, derniere: 9, auPlus: 'G8' })
    expect(vote).toEqual({ sorte: 'CHOIX', lettre: 'K', premiere: 8, derniere: 9, parmi: VOTES_POSSIBLES })
    expect(autres).toHaveLength(4)
    expect(page.lignes[7]?.cases[9]).toEqual({ valeur: null, format: 'euros' })
  })

  test('say so where they are too many to be all there', () => {
    expect(rangDe(page, /Cette feuille/)).toBe(0)
    const coupee = faire(LIGNES, 12_345)
    expect(valeurs(coupee, 6)[0]).toMatch(
      /^Cette feuille s’arrête à 4\sdossiers, sur 12\s345\sdossiers en attente d’un vote/u,
    )
    expect(coupee.saisies?.[0]?.premiere).toBe(10)
  })

  test('are none in a campagne where nothing waits, and the sheet stands', () => {
    const vide = faire([])
    expect(vide.saisies).toEqual([])
    expect(valeurs(vide, rangDe(vide, /^Total$/)).slice(6, 8)).toEqual([0n, 0n])
  })
})

import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  champsDuVote,
  COLONNES_DU_CLASSEUR,
  jugerClasseur,
  type LigneActuelle,
  type LigneDuClasseur,
  lireVoteDeClasseur,
} from '#domain/seance/classeur-de-votes'
import { VOTES } from '#domain/seance/vote'
import { ecrireClasseurDeVotes, type LigneAEcrire } from '#fichiers/classeur/classeur-de-votes'
import { lireClasseurDeVotes } from '#fichiers/classeur/classeur-de-votes-lu'
import { phraseDeCellule } from '#libelles/seance/classeur'

const uneLigne = (id: string, autres: Partial<LigneActuelle> = {}): LigneActuelle => ({
  ...{ id, dossierId: `dossier-${id}`, version: 1, campagne: 'C', demandeCents: 500_000n, proposeCents: 400_000n },
  ...{ vote: null, montantCents: null },
  ...autres,
})

const uneRangee = (rang: number, cle: string, autres: Partial<LigneDuClasseur> = {}): LigneDuClasseur => ({
  ...{ rang, cle, version: 1, vote: 'ADOPTE', montantCents: null, motif: '', precision: '' },
  ...{ depassement: '', presents: '' },
  ...autres,
})

const LIGNES = [uneLigne('a'), uneLigne('b'), uneLigne('c', { version: 2, vote: 'AJOURNE' })]

const phrases = (lues: LigneDuClasseur[], reste: bigint | null = null) => {
  const { jugees, rejets } = jugerClasseur(lues, LIGNES, { C: reste })
  return [...jugees.flatMap((une) => ('refus' in une ? [une.refus] : [])), ...rejets].map(phraseDeCellule)
}

test.each<[string, Partial<LigneDuClasseur>, RegExp]>([
  ['no vote', { vote: null }, /^Cellule I2\s: aucun vote/],
  ['a word that is no vote', { vote: 'ILLISIBLE' }, /^Cellule I2\s: ce vote ne se lit pas/],
  ['an amount that is none', { vote: 'MODIFIE', montantCents: 'ILLISIBLE' }, /^Cellule J2\s: ce montant ne se lit pas/],
  ['no amount', { vote: 'MODIFIE' }, /^Cellule J2\s: donnez le montant/],
  ['above what was asked', { vote: 'MODIFIE', montantCents: 500_001n }, /^Cellule J2\s: .*dépasse le montant demandé/],
  ['an amount beside a rejection', { vote: 'REJETE', montantCents: 1n }, /^Cellule J2\s: .*videz la cellule/],
  ['another amount beside an adoption', { montantCents: 1n }, /^Cellule J2\s: .*videz la cellule/],
  ['a line voted or taken back since', { version: 0 }, /^Cellule B2\s: cette ligne a changé/],
  ['a key of another séance', { cle: 'z' }, /^Cellule A2\s: cette clé n’est celle d’aucune ligne/],
])('%s is said with its cell', (_nom, autres, dit) => {
  expect(phrases([uneRangee(2, 'a', autres)])).toEqual([expect.stringMatching(dit)])
})

test('a key twice is read once, and the same vote again changes nothing', () => {
  expect(phrases([uneRangee(2, 'a'), uneRangee(3, 'a')])).toEqual([expect.stringMatching(/^Cellule A3\s: .*plus haut/)])
  expect(phrases([uneRangee(2, 'c', { vote: 'AJOURNE', version: 1 })])).toEqual([
    expect.stringMatching(/^Cellule I2\s: ce vote est déjà enregistré/),
  ])
})

test('rows that hold one by one and not together: the one that goes beyond says why, or is refused', () => {
  const lues = [uneRangee(2, 'a'), uneRangee(3, 'b')]
  expect(phrases(lues, 800_000n)).toEqual([])
  expect(phrases(lues, 799_999n)).toEqual([expect.stringMatching(/^Cellule M3\s: .*dépasse ce qui reste/)])
  const dit = { depassement: 'Accord de la commission des finances.' }
  expect(phrases([uneRangee(2, 'a'), uneRangee(3, 'b', dit)], 799_999n)).toEqual([])
})

test('what is let through without a reason never goes beyond the enveloppe, whatever the rows', () => {
  const rangee = fc.record({
    cle: fc.constantFrom('a', 'b', 'c', 'z'),
    vote: fc.constantFrom(...VOTES, null),
    montantCents: fc.option(fc.bigInt({ min: 0n, max: 600_000n })),
  })
  fc.assert(
    fc.property(fc.array(rangee, { maxLength: 6 }), fc.bigInt({ min: 0n, max: 900_000n }), (rangees, reste) => {
      const lues = rangees.map((une, rang) => uneRangee(rang + 2, une.cle, une))
      const { jugees, rejets } = jugerClasseur(lues, LIGNES, { C: reste })
      const total = jugees.reduce((somme, une) => {
        if (!('vote' in une)) return somme
        const { vote, montantCents } = une.vote.saisi
        return somme + (vote === 'ADOPTE' ? 400_000n : (montantCents ?? 0n))
      }, 0n)
      expect(total).toBeLessThanOrEqual(reste)
      expect(jugees.length + rejets.length).toBe(lues.length)
      expect(new Set(jugees.map(({ dossierId }) => dossierId)).size).toBe(jugees.length)
    }),
  )
})

test('a vote is kept on its line and read again as it was', () => {
  const saisi = { vote: 'MODIFIE', montantCents: 123_456n, motif: '', precision: 'Sans les repas.', depassement: '', presents: '45 présents' } as const // prettier-ignore
  const vote = { ligneId: 'a', versionDeLigne: 3, rangDuClasseur: 7, saisi }
  expect(lireVoteDeClasseur(champsDuVote(vote))).toEqual(vote)
  expect(lireVoteDeClasseur({})).toBeNull()
})

test('the workbook that is sent out comes back as it was, its texts never a formula', async () => {
  const ligne: LigneAEcrire = {
    ...{ id: 'a1', version: 4, rang: 1, numero: '2026-00012', structure: '=HYPERLINK("x")', objet: 'Orgues' },
    ...{ demandeCents: 500_000n, proposeCents: 400_000n, motif: '', precision: 'Sans les repas.' },
    ...{ depassement: '', presents: '45 présents' },
    vote: 'MODIFIE',
    montantCents: 300_050n,
  }
  const contenu = await ecrireClasseurDeVotes('Séance', [ligne, { ...ligne, id: 'b1', vote: 'REJETE', montantCents: null, motif: 'CREDITS_EPUISES' }]) // prettier-ignore
  const lu = await lireClasseurDeVotes({ nom: 'votes.xlsx', contenu })
  const dit = { version: 4, precision: 'Sans les repas.', presents: '45 présents' }
  expect(lu).toEqual({
    ok: true,
    value: [
      uneRangee(2, 'a1', { ...dit, vote: 'MODIFIE', montantCents: 300_050n }),
      uneRangee(3, 'b1', { ...dit, vote: 'REJETE', motif: 'CREDITS_EPUISES' }),
    ],
  })
  expect(await lireClasseurDeVotes({ nom: 'x.xlsx', contenu: Buffer.from('PK\u0003\u0004') })).toMatchObject({
    ok: false,
    reason: 'ABIME',
  })
})

test('a workbook that was sent out before it said who was there is still taken back', async () => {
  const ligne: LigneAEcrire = {
    ...{ id: 'a1', version: 4, rang: 1, numero: '2026-00012', structure: 'Comité', objet: 'Orgues', vote: null },
    ...{ demandeCents: 500_000n, proposeCents: 400_000n, montantCents: null },
    ...{ motif: '', precision: '', depassement: '', presents: '' },
  }
  const sansColonne = async (colonne: number) => {
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.load(Uint8Array.from(await ecrireClasseurDeVotes('Séance', [ligne])).buffer)
    const page = classeur.getWorksheet('Votes')
    page?.getColumn(colonne).eachCell((cell) => (cell.value = null))
    return lireClasseurDeVotes({ nom: 'votes.xlsx', contenu: Buffer.from(await classeur.xlsx.writeBuffer()) })
  }
  const rang = COLONNES_DU_CLASSEUR.indexOf('presents') + 1
  expect(await sansColonne(rang)).toEqual({ ok: true, value: [uneRangee(2, 'a1', { version: 4, vote: null })] })
  expect(await sansColonne(rang - 1)).toMatchObject({ ok: false, reason: 'PAS_UN_CLASSEUR_DE_VOTES' })
})

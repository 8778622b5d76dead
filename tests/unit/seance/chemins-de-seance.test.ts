import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enEuros } from '#domain/budget/montant'
import { conventionRequise, LONGUEUR_MIN_PRECISION, MOTIFS_REFUS } from '#domain/dossier/decision'
import { VOTES, type VoteSaisi } from '#domain/seance/vote'
import { estBloquante } from '#domain/seance/repetition'
import { ecrireClasseurDeVotes } from '#fichiers/classeur/classeur-de-votes'
import { lireClasseurDeVotes } from '#fichiers/classeur/classeur-de-votes-lu'
import { lettreAEssayer } from '#emails/lettre-du-dossier'
import { repeter } from '#emails/repetition'
import { listeDeCommission } from '#reports/commission/commission'
import { blocsDe, mots } from '#support/courriel/mots-de-lettre'
import { montantsDits } from '#support/seance/montant-lu'
import { type DossierDuMonde, gestes, type Monde, NOW, voteDe } from '#support/seance/monde-de-seance'
import { DOSSIER, enTete, REDACTEUR } from './dossier-ecrit'

const PERSONNES = ['claire', 'paul', 'aline'] as const
const CAMPAGNES = ['MEI-2026', 'JUM-2026'] as const
const AMONT = ['proposer', 'inscrire', 'inscrire'] as const
const VOTER = ['voter', 'voter', 'classeur', 'reprendreVote'] as const
const AVAL = ['preparer', 'reprendrePreparation', 'notifier', 'notifier', 'notifier'] as const
const TOUS = [...AMONT, 'clore', 'rouvrir', ...VOTER, 'ajourner', 'deliberer', 'rendreExecutoire', ...AVAL] as const
type Acte = (typeof TOUS)[number]

const un = (...actes: readonly Acte[]) =>
  fc.record({
    acte: fc.oneof({ arbitrary: fc.constantFrom(...actes), weight: 9 }, { arbitrary: fc.constantFrom(...TOUS), weight: 1 }),
    par: fc.constantFrom(...PERSONNES),
    qui: fc.nat(3),
    vote: fc.constantFrom('MODIFIE' as const, ...VOTES),
    milliemes: fc.nat(1_100),
    cents: fc.nat(99),
    justifie: fc.boolean(),
    dit: fc.boolean(),
  }) // prettier-ignore
type Geste = ReturnType<typeof un> extends fc.Arbitrary<infer G> ? G : never

/** From propositions to what is told, each in its time for the most part, with any act at any moment. */
const chemins = fc
  .tuple(
    fc.array(un(...AMONT), { minLength: 1, maxLength: 4 }),
    fc.array(un('clore'), { minLength: 1, maxLength: 2 }),
    fc.array(un(...VOTER), { minLength: 1, maxLength: 6 }),
    fc.array(un('ajourner'), { maxLength: 1 }),
    fc.array(un('deliberer'), { minLength: 1, maxLength: 2 }),
    fc.array(un('rendreExecutoire'), { maxLength: 2 }),
    fc.array(un('preparer'), { minLength: 1, maxLength: 1 }),
    fc.array(un(...AVAL), { minLength: 1, maxLength: 4 }),
  )
  .map((parts) => parts.flat())

const dossier = fc.record({
  campagne: fc.constantFrom(...CAMPAGNES),
  montantDemandeCents: fc.oneof(fc.bigInt(1n, 300n), fc.bigInt(1n, 300_000_000n)),
  defavorable: fc.nat(4).map((n) => n === 0),
  milliemes: fc.constantFrom(1_000, 1_000, 700, 333),
})
/** In some of them mails were put forward already, whatever the rule of that says: who lets them go is to look for itself. */
const mondes = fc
  .record({
    dossiers: fc.array(dossier, { minLength: 2, maxLength: 4 }),
    part: fc.nat(120),
    sans: fc.boolean(),
    relu: fc.constantFrom(null, null, null, 'paul'),
  })
  .map(({ dossiers, part, sans, relu }): Monde => {
    const demande = dossiers.reduce((somme, { montantDemandeCents }) => somme + montantDemandeCents, 0n)
    return {
      enveloppes: { 'MEI-2026': (demande * BigInt(part)) / 100n, 'JUM-2026': sans ? null : demande / 2n },
      dossiers: dossiers.map(({ campagne, montantDemandeCents, defavorable, milliemes }, i) => ({
        ...{ id: `2026-0000${i}`, campagne, montantDemandeCents, etat: 'EN_INSTRUCTION', ligne: null },
        proposition: {
          ...{ avis: defavorable ? 'DEFAVORABLE' : 'FAVORABLE', motif: 'Un projet solide.' },
          montantCents: defavorable ? 0n : (montantDemandeCents * BigInt(milliemes) + 999n) / 1_000n,
        },
      })),
      ...{ closeLe: null, deliberation: null, preparation: relu && { parId: relu }, votes: 0 },
    }
  })

const saisiDe = ({ vote, milliemes, cents, justifie, dit }: Geste, d: DossierDuMonde): VoteSaisi => ({
  vote,
  montantCents: vote === 'MODIFIE' ? (d.montantDemandeCents * BigInt(milliemes)) / 1_000n + BigInt(cents) : null,
  motif: dit ? (MOTIFS_REFUS[cents % MOTIFS_REFUS.length] ?? '') : '',
  precision: dit || cents % 3 > 0 ? 'Les repas ne sont pas retenus.' : 'Non.',
  depassement: justifie ? 'Accord de la commission des finances.' : '',
  presents: '',
})

/** What came of all the paths: each branch must have been taken, and often. */
const vus = { accords: 0, refus: 0, depassements: 0 }

/** What leaves: the mail, the letter and the printed list say what was voted, in figures and in letters, or none leaves. */
function dire(monde: Monde, d: DossierDuMonde, parId: string) {
  const notifie = gestes.notifier(monde, d, parId)
  if (!notifie) return
  const { decision, deliberation, rendu } = notifie
  expect([monde.deliberation?.executoireLe, deliberation.executoireLe]).toEqual(['2026-06-19', '2026-06-19'])
  expect([null, parId]).not.toContain(monde.preparation && monde.preparation.parId)
  const ecrit = { ...DOSSIER, numero: d.id, montantDemandeCents: d.montantDemandeCents }
  const convention = { droitPrive: true, montantCents: decision.montantCents ?? 0n, autresCents: 0n, seuilCents: 2_300_000n } // prettier-ignore
  const voulue = { ...decision, deliberation: { reference: deliberation.numero, le: deliberation.le }, conventionRequise: conventionRequise(convention) } // prettier-ignore
  const autour = { adresse: { enEchec: false, partagee: false }, lettre: 'DESSINEE' } as const
  const { courriel, anomalies } = repeter(ecrit, voulue, { now: NOW, redacteur: REDACTEUR }, autour)
  const lettre = lettreAEssayer(ecrit, voulue, deliberation)
  if (!courriel || !lettre) throw new Error('nothing to tell')
  expect(anomalies.filter(estBloquante)).toEqual([])
  const papier = blocsDe(lettre).map(mots)
  const attendu = rendu.montantCents === null ? [] : [{ chiffres: rendu.montantCents, lettres: rendu.montantCents }]
  expect(montantsDits(courriel.texte)).toEqual(attendu)
  expect(montantsDits(papier.join('\n'))).toEqual(attendu)
  const table = papier.find((texte) => texte.startsWith('Subvention demandée'))
  const accordee = table?.split('\n')[1]?.replace(/\D/gu, '')
  expect(accordee === undefined ? null : BigInt(accordee)).toBe(rendu.montantCents)
  vus[rendu.montantCents === null ? 'refus' : 'accords'] += 1
  d.etat = decision.nature
}

/** The list as it is printed and signed: each line, and its total, is the vote. */
function imprimer(monde: Monde) {
  const lignes = monde.dossiers.map((d, i) => ({
    ...{ rang: i + 1, numero: d.id, structure: '', commune: '', objet: '', campagne: d.campagne, jeunes: null },
    ...{ demandeCents: d.montantDemandeCents, avis: null, proposeCents: null },
    ...{ vote: d.ligne?.rendu?.vote ?? null, voteCents: d.ligne?.rendu?.montantCents ?? null },
  }))
  const groupes = [{ titre: null, campagne: null, lignes }]
  const page = listeDeCommission({ enTete, groupes, disponibles: [], suffixe: 'seance' })
  for (const d of monde.dossiers) {
    const cases = page.lignes.find((ligne) => ligne.cases[1]?.valeur === d.id)?.cases
    expect(cases?.[9]?.valeur ?? null).toBe(d.ligne?.rendu?.montantCents ?? null)
  }
  const total = page.lignes.find(({ cases }) => cases[0]?.valeur === 'Total')?.cases[9]
  const votes = CAMPAGNES.reduce((somme, campagne) => somme + voteDe(monde, campagne), 0n)
  expect(total?.valeur).toMatchObject({ resultat: votes })
  expect(BigInt(Math.round(enEuros(votes) * 100))).toBe(votes)
}

/** The workbook of the séance, written and read back: what it says of each vote is the vote. */
async function ecrireEtRelire(monde: Monde) {
  const lignes = monde.dossiers.map((d, i) => {
    const { vote = null, montantCents = null } = d.ligne?.rendu ?? {}
    const proposeCents = d.ligne?.figee?.montantProposeCents ?? 0n
    return {
      ...{ id: d.id, version: 1, rang: i + 1, numero: d.id, structure: '', objet: '', demandeCents: d.montantDemandeCents },
      ...{ proposeCents, vote, montantCents, motif: '', precision: '', depassement: '', presents: '' },
    }
  }) // prettier-ignore
  const lues = await lireClasseurDeVotes({ nom: 'votes.xlsx', contenu: await ecrireClasseurDeVotes('Séance', lignes) })
  if (!lues.ok) throw new Error(lues.reason)
  for (const { id, vote, montantCents } of lignes) {
    const lue = lues.value.find(({ cle }) => cle === id)
    expect([lue?.vote, lue?.montantCents]).toEqual([vote, vote === 'MODIFIE' ? montantCents : null])
  }
}

/** No more is voted than the enveloppe holds, or the last vote of those that make it says why; none is of more than was asked. */
function compter(monde: Monde) {
  for (const { ligne, montantDemandeCents } of monde.dossiers)
    expect((ligne?.rendu?.montantCents ?? 0n) <= montantDemandeCents).toBe(true)
  for (const campagne of CAMPAGNES) {
    const enveloppe = monde.enveloppes[campagne] ?? null
    if (enveloppe === null || voteDe(monde, campagne) <= enveloppe) continue
    const rendus = monde.dossiers.flatMap((d) => (d.campagne === campagne && d.ligne?.rendu ? [d.ligne.rendu] : []))
    const dernier = rendus.filter(({ montantCents }) => montantCents !== null).toSorted((a, b) => b.quand - a.quand)[0]
    expect(dernier?.depassement.length).toBeGreaterThanOrEqual(LONGUEUR_MIN_PRECISION)
    vus.depassements += 1
  }
}

function faire(monde: Monde, geste: Geste) {
  const d = monde.dossiers[geste.qui % monde.dossiers.length]
  if (!d) return
  switch (geste.acte) {
    case 'proposer':
      gestes.proposer(d, { avis: 'RESERVE', montant: { base: 'PART', milliemes: geste.milliemes }, motif: 'À surveiller de près.' }) // prettier-ignore
      break
    case 'inscrire':
      monde.dossiers.forEach((un) => gestes.inscrire(monde, un))
      break
    case 'clore':
      gestes.clore(monde)
      break
    case 'rouvrir':
      gestes.rouvrir(monde)
      break
    case 'voter':
      gestes.voter(monde, d, saisiDe(geste, d))
      break
    case 'classeur':
      gestes.classeur(monde, new Map(monde.dossiers.map((un, i) => [un, saisiDe({ ...geste, milliemes: (geste.milliemes + i * 37) % 1_100 }, un)]))) // prettier-ignore
      break
    case 'ajourner':
      monde.dossiers.forEach((un) => gestes.voter(monde, un, { ...saisiDe(geste, un), vote: 'AJOURNE' }))
      break
    case 'reprendreVote':
      gestes.reprendreVote(monde, d)
      break
    case 'deliberer':
      gestes.deliberer(monde)
      break
    case 'rendreExecutoire':
      gestes.rendreExecutoire(monde)
      break
    case 'preparer':
      gestes.preparer(monde, geste.par)
      break
    case 'reprendrePreparation':
      gestes.reprendrePreparation(monde)
      break
    case 'notifier':
      monde.dossiers.forEach((un) => dire(monde, un, geste.par))
      break
  }
}

/** Worlds whose votes are written to the workbook of the séance and read back: one path in so many. */
const UN_SUR = 200

test('whatever is proposed, voted, taken back and let go: in force first, by two people, for what was voted wherever it is said, within the enveloppe or with a reason', async () => {
  const relus: Monde[] = []
  let rang = 0
  fc.assert(
    fc.property(mondes, chemins, (initial, chemin) => {
      const monde = structuredClone(initial)
      for (const geste of chemin) {
        faire(monde, geste)
        if (geste.acte !== 'notifier') compter(monde)
      }
      imprimer(monde)
      if ((rang += 1) % UN_SUR === 0) relus.push(monde)
    }),
    { numRuns: 10_000 },
  )
  expect(vus.accords).toBeGreaterThan(800)
  expect(vus.refus).toBeGreaterThan(250)
  expect(vus.depassements).toBeGreaterThan(1_000)
  for (const monde of relus) await ecrireEtRelire(monde)
}, 300_000)

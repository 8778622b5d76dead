import { afterAll, beforeAll, expect, test } from 'vitest'
import { REGLAGES_PAR_DEFAUT, type Reglages, reglagesEnJson } from '#domain/campagne/reglages'
import { REGLES_RECEVABILITE, type RegleRecevabilite, type Signalement } from '#domain/dossier/recevabilite'
import type { Tx } from '#infra/db'
import { essayer } from '#infra/recommencer'
import { rafraichirRecevabilites, recevabiliteDe } from '#infra/stores/dossier/recevabilite'
import { direSignalement } from '#libelles/dossier/recevabilite'
import { type Prisma } from '#prisma'
import { ownDb } from '#support/own-db'
import { jour, unDossier, uneCampagne, unePiece } from './faits'

const REGLAGES: Reglages = {
  ...REGLAGES_PAR_DEFAUT.MEI,
  ...{ pays: ['Allemagne'], projetDu: '2025-06-01', projetAu: '2025-12-31', ageMin: 12, ageMax: 25 },
  ...{ minParticipants: 8, montantMinCents: 50_000n, montantMaxCents: 500_000n, tauxMax: 0.5, maxParStructure: 1 },
}
/** What its campagne admits on every point. */
const EN_REGLE = {
  ...{ pays: 'Allemagne', objet: 'Jumelage à Herne', projetDebut: jour('2025-07-02'), projetFin: jour('2025-07-09') },
  ...{ nbParticipants: 12, montantDemandeCents: 300_000n, coutTotalCents: 900_000n },
}
const FORMULAIRE = { objet: 'Jumelage à Herne', siret: '82811035300020', '+Âges': 'de 14 à 20 ans' }
const SIENNE = { siret: '82811035300020', commune: 'Bajus', codePostal: '62150' }

let own: Awaited<ReturnType<typeof ownDb>>
let lui: { id: string; campagneId: string; structureId: string }
let voisin: { id: string; numero: string | null }
beforeAll(async () => {
  own = await ownDb()
  const campagne = await uneCampagne(own.db, { reglages: reglagesEnJson(REGLAGES) })
  lui = await unDossier(own.db, { campagneId: campagne.id })
  voisin = await unDossier(own.db, { campagneId: campagne.id })
  await own.db.dossier.update({ where: { id: lui.id }, data: { ...EN_REGLE, donnees: FORMULAIRE } })
  await own.db.structure.update({ where: { id: lui.structureId }, data: SIENNE })
})
afterAll(() => own.drop())

const campagne = (data: Prisma.CampagneUpdateInput) => (tx: Tx) =>
  tx.campagne.update({ where: { id: lui.campagneId }, data })
const dossier = (data: Prisma.DossierUpdateInput) => (tx: Tx) => tx.dossier.update({ where: { id: lui.id }, data })
const structure = (data: Prisma.StructureUpdateInput) => (tx: Tx) =>
  tx.structure.update({ where: { id: lui.structureId }, data })
/** Another demande becomes one of the same structure. */
const deuxieme = (data: Prisma.DossierUncheckedUpdateInput) => (tx: Tx) =>
  tx.dossier.update({ where: { id: voisin.id }, data: { ...data, structureId: lui.structureId } })

/** What breaks each rule in the rows that officers, imports and workers write; a word that its evidence must hold. */
const ENFREINDRE: Record<RegleRecevabilite, [rompre: (tx: Tx) => Promise<unknown>, preuve: string][]> = {
  HORS_DELAI: [[campagne({ echeanceDepot: jour('2025-04-09') }), '09/04/2025']],
  GENRE: [[structure({ genre: 'entreprise' }), 'ntreprise']],
  SIEGE: [[structure({ commune: 'Lille', codePostal: '59000' }), '59000 Lille']],
  PAYS: [
    [dossier({ pays: 'Italie' }), 'Italie'],
    [dossier({ pays: 'France' }), 'France'],
  ],
  PERIODE: [
    [dossier({ projetFin: jour('2026-01-01') }), '01/01/2026'],
    [dossier({ projetDebut: jour('2025-05-31') }), '31/05/2025'],
  ],
  DEJA_COMMENCE: [[dossier({ projetDebut: jour('2025-04-10') }), '10/04/2025']],
  PARTICIPANTS: [[dossier({ nbParticipants: 7 }), '7']],
  AGES: [[dossier({ donnees: { ...FORMULAIRE, '+Âges': 'de 8 à 20 ans' } }), 'de 8 à 20']],
  MONTANT: [
    [dossier({ montantDemandeCents: 500_001n, coutTotalCents: 2_000_000n }), '5'],
    [dossier({ montantDemandeCents: 49_999n }), '499,99'],
  ],
  TAUX: [[dossier({ coutTotalCents: 599_999n }), '50']],
  ENVELOPPE: [[campagne({ enveloppeCents: 299_999n }), '2']],
  TROP_DE_DEMANDES: [[deuxieme({ objet: 'Stage de cuisine à Cracovie' }), '2025-']],
  SIRET: [
    [dossier({ donnees: { ...FORMULAIRE, siret: '356 000 000 00048' } }), '356'],
    [
      (tx) =>
        tx.piece
          .create({
            data: { ...unePiece('BUDGET_PROJET'), dossierId: lui.id },
            select: { versions: { select: { id: true } } },
          })
          .then(({ versions }) =>
            tx.pieceVersion.updateMany({
              where: { id: { in: versions.map(({ id }) => id) } },
              data: { budget: { budget: { identification: { siret: '35600000000048' } } } },
            }),
          ),
      '356',
    ],
  ],
  MEME_PROJET: [
    [
      async (tx) => {
        await campagne({ reglages: reglagesEnJson({ ...REGLAGES, maxParStructure: 2 }) })(tx)
        await deuxieme({ objet: EN_REGLE.objet, projetDebut: EN_REGLE.projetDebut, projetFin: EN_REGLE.projetFin })(tx)
      },
      '2025-',
    ],
  ],
}

const lire = async (tx: Tx): Promise<Signalement[]> => (await recevabiliteDe(tx, lui.id)).signalements

test('a dossier that its campagne admits is signalled for nothing', async () => {
  expect(await own.db.$transaction(lire)).toEqual([])
})

test.each(REGLES_RECEVABILITE)(
  '%s is read in the rows, told with its evidence, and puts the dossier in its tab',
  async (regle) => {
    for (const [rompre, preuve] of ENFREINDRE[regle]) {
      const { signalements, etat } = await essayer(own.db, async (tx) => {
        await rompre(tx)
        await rafraichirRecevabilites(tx, [lui.id])
        return {
          signalements: await lire(tx),
          etat: (await tx.dossier.findUniqueOrThrow({ where: { id: lui.id } })).recevabilite,
        }
      })
      const dit = signalements.find((un) => un.regle === regle)
      expect(dit && direSignalement(dit).constat, JSON.stringify(signalements.map((un) => un.regle))).toContain(preuve)
      expect(etat).toBe('A_VERIFIER')
    }
    expect(await own.db.$transaction(lire)).toEqual([])
  },
)

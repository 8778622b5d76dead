import { describe, expect, test, vi } from 'vitest'
import { JUIN, unMondeEnLigne } from './monde'

/** Where the installation says that its own series starts. */
const PREMIER = 71_234
vi.stubEnv('EXTRANET_PREMIER_NUMERO', String(PREMIER))

/** The last minute of 2027 in Paris, and the first of 2028: in UTC both are of 2027. */
const SAINT_SYLVESTRE = '2027-12-31T22:59:00Z'
const JOUR_DE_L_AN = '2027-12-31T23:00:00Z'

describe('the number of a demande deposited on line', () => {
  const monde = unMondeEnLigne()

  async function deposer(le = JUIN) {
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    await monde.donner(anne, { id, code: 'RIB', nomFichier: 'Releve.pdf' })
    return monde.valider(anne, id, { le })
  }
  const numero = (annee: number, rang: number) => ({ ok: true, value: { numero: `${annee}-${rang}` } })
  const dernier = async (annee: number) =>
    (await monde.db.numerotationEnLigne.findUnique({ where: { annee } }))?.dernier ?? null

  /** A dossier that an import of the portal brought under this number. */
  async function duPortail(rang: number) {
    const { id: campagneId } = await monde.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    const structureId = await monde.uneStructure()
    await monde.db.dossier.create({
      data: {
        ...{ numero: `2027-${rang}`, campagneId, structureId, objet: 'Venu du portail' },
        ...{
          etat: 'DEPOSE',
          statutPortail: 'En cours d’analyse',
          deposeLe: new Date('2027-05-04'),
          montantDemandeCents: 1_000n,
          donnees: {},
        },
      },
    })
  }

  test('the series starts where the installation says, and goes on one by one', async () => {
    expect([await deposer(), await deposer()]).toEqual([numero(2027, PREMIER), numero(2027, PREMIER + 1)])
  })

  test('numbers that the portal gave are passed over, as many as they are, and left to its dossiers', async () => {
    await duPortail(PREMIER + 2)
    await duPortail(PREMIER + 3)
    expect(await deposer()).toEqual(numero(2027, PREMIER + 4))
    expect(await deposer()).toEqual(numero(2027, PREMIER + 5))
    expect(
      await monde.db.dossier.findMany({
        where: { numero: { in: [PREMIER + 2, PREMIER + 3].map((rang) => `2027-${rang}`) } },
        select: { objet: true, origine: true },
      }),
    ).toEqual(Array.from({ length: 2 }, () => ({ objet: 'Venu du portail', origine: 'PORTAIL' })))
  })

  test('a deposit that is refused takes no number', async () => {
    const avant = await dernier(2027)
    const { id, anne } = await monde.unDebut()
    expect((await monde.valider(anne, id)).ok).toBe(false)
    expect(await dernier(2027)).toBe(avant)
  })

  test('the year is that of the deposit in Paris: each begins its own series anew, and the one before stays where it was', async () => {
    await monde.db.campagne.updateMany({ data: { echeanceDepot: new Date('2028-02-29') } })
    expect(await deposer(SAINT_SYLVESTRE)).toEqual(numero(2027, PREMIER + 6))
    expect(await deposer(JOUR_DE_L_AN)).toEqual(numero(2028, PREMIER))
    expect(await deposer('2028-01-15T10:00:00Z')).toEqual(numero(2028, PREMIER + 1))
    expect([await dernier(2027), await dernier(2028)]).toEqual([PREMIER + 6, PREMIER + 1])
  })

  test('once every number of the year is given, nothing of a deposit is kept, and it is said', async () => {
    await monde.db.numerotationEnLigne.update({ where: { annee: 2028 }, data: { dernier: 99_998 } })
    expect(await deposer('2028-02-01T10:00:00Z')).toEqual(numero(2028, 99_999))
    const avant = await monde.db.dossier.count()
    expect(await deposer('2028-02-01T10:00:00Z')).toEqual({ ok: false, reason: 'SANS_NUMERO' })
    expect([await monde.db.dossier.count(), await dernier(2028)]).toEqual([avant, 99_999])
  })
})

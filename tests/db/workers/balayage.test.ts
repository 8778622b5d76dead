import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStorage, newKey } from '#infra/storage'
import { balayerFichiers } from '#usecases/entretien/balayer-fichiers'
import { ownDb } from '#support/own-db'

const NOW = new Date('2025-09-15T03:00:00Z')
const JOUR = 86_400_000

describe('the nightly sweeping of files', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let racine: string
  let tmp: string
  let outbox: string

  beforeAll(async () => {
    own = await ownDb()
    racine = path.join(own.dataDir, 'fichiers')
    tmp = path.join(own.dataDir, 'tmp')
    outbox = path.join(own.dataDir, 'courriels')
  })
  afterAll(() => own.drop())

  const balayer = () => balayerFichiers({ db: own.db, storage: diskStorage(racine), now: () => NOW, tmp, outbox })

  /** A file of 10 bytes, last written so many days ago. */
  async function fichier(base: string, cle: string, jours: number): Promise<string> {
    const chemin = path.join(base, cle)
    const le = new Date(NOW.getTime() - jours * JOUR)
    await mkdir(path.dirname(chemin), { recursive: true })
    await writeFile(chemin, '0123456789')
    await utimes(chemin, le, le)
    return cle
  }
  const restent = async (base: string) =>
    (await readdir(base, { recursive: true, withFileTypes: true }))
      .filter((entree) => entree.isFile())
      .map((entree) => path.relative(base, path.join(entree.parentPath, entree.name)))
      .toSorted()

  async function lot(etat: 'TERMINE' | 'EN_COURS' | 'ECARTE', jours: number, role: string): Promise<string> {
    const cle = await fichier(racine, newKey('lots'), jours)
    const le = new Date(NOW.getTime() - jours * JOUR)
    const fichiers = [{ nom: 'f', cle, taille: 10, role }]
    await own.db.lot.create({
      data: { type: 'DEMANDES', etat, fichiers, creeLe: le, ...(etat === 'TERMINE' && { termineLe: le }) },
    })
    return cle
  }

  test('takes away what has had its day and nothing else, and twice takes nothing more', async () => {
    const garde = [
      await fichier(racine, 'pieces/vieille', 900),
      await fichier(racine, 'jointes/vieille', 900),
      await fichier(racine, newKey('lots'), 1),
      await fichier(racine, newKey('televersements'), 1),
      await fichier(racine, `pieces/${randomUUID()}.part`, 0.5),
      await fichier(racine, 'apercus/b/1-300.png', 29),
      await lot('TERMINE', 29, 'PIECES'),
      await lot('EN_COURS', 90, 'PIECES'),
      await lot('TERMINE', 900, 'LISTING'),
    ]
    const courriel = await fichier(racine, newKey('lots'), 900)
    await own.db.courrielRecu.create({
      data: {
        ...{ messageId: 'a@exemple.test', empreinte: 'a', cle: courriel, nomFichier: 'a.eml', taille: 10, de: '' },
        ...{ sujet: '', recuLe: NOW, nature: 'AUTRE', motifNature: '' },
      },
    })
    await fichier(racine, `pieces/${randomUUID()}.part`, 2)
    await fichier(racine, newKey('lots'), 3)
    await fichier(racine, 'apercus/a/1-300.png', 31)
    await fichier(racine, newKey('televersements'), 3)
    await fichier(racine, 'apercus/a/apercu.json', 31)
    await lot('TERMINE', 31, 'PIECES')
    await lot('ECARTE', 31, 'PIECES')
    await fichier(tmp, 'classeur.xlsx', 2)
    await fichier(tmp, 'en-cours.xlsx', 0)
    await fichier(outbox, 'a.eml', 900)
    await fichier(outbox, 'b.eml.part', 2)
    await fichier(outbox, 'c.eml.part', 0.5)

    expect(await balayer()).toEqual({
      morceaux: { fichiers: 2, octets: 20 },
      temporaires: { fichiers: 1, octets: 10 },
      archives: { fichiers: 3, octets: 30 },
      apercus: { fichiers: 2, octets: 20 },
      televersements: { fichiers: 1, octets: 10 },
    })
    expect(await restent(racine)).toEqual([...garde, courriel].toSorted())
    expect(await restent(tmp)).toEqual(['en-cours.xlsx'])
    expect(await restent(outbox)).toEqual(['a.eml', 'c.eml.part'])
    expect(await readdir(path.join(racine, 'apercus'))).toEqual(['b'])
    expect((await balayer()).archives).toEqual({ fichiers: 0, octets: 0 })
  })

  test('an application that never wrote a file has none to sweep', async () => {
    const neuf = path.join(own.dataDir, 'neuf')
    const dossiers = { tmp: path.join(neuf, 'tmp'), outbox: path.join(neuf, 'courriels') }
    const deps = { db: own.db, storage: diskStorage(neuf), now: () => NOW, ...dossiers }
    expect((await balayerFichiers(deps)).apercus).toEqual({ fichiers: 0, octets: 0 })
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { NotFound } from '#infra/errors'
import { pieceSemblable, piecesSemblables } from '#queries/piece/pieces-semblables'
import { ownDb } from '#support/own-db'
import { unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const premiere = (dossierId: string) =>
  own.db.pieceVersion.findFirstOrThrow({ where: { piece: { dossierId, code: 'RIB' } } })

/** A dossier of this structure with a RIB, and the version of it. */
async function unRib(structureId?: string) {
  const { id, numero, structureId: sienne } = await unDossier(own.db)
  if (structureId) await own.db.dossier.update({ where: { id }, data: { structureId } })
  return { dossierId: id, numero, structureId: structureId ?? sienne, version: await premiere(id) }
}

test('a pièce is compared with its other versions, then with the same one of the structure’s other dossiers, and no other', async () => {
  const ici = await unRib()
  const avant = await unRib(ici.structureId)
  const infecte = await unRib(ici.structureId)
  const dAutrui = await unRib()
  await own.db.pieceVersion.update({ where: { id: infecte.version.id }, data: { analyse: 'INFECTE' } })
  const { pieceId, numero, cle, sha256, taille, typeMime, recueLe } = ici.version
  const seconde = await own.db.pieceVersion.create({
    data: { pieceId, cle: `${cle}-2`, numero: numero + 1, nomFichier: 'rib-2.pdf', sha256, taille, typeMime, recueLe },
  })
  const visee = { dossierId: ici.dossierId, versionId: ici.version.id }
  expect(await piecesSemblables(own.db, visee)).toMatchObject([
    { versionId: seconde.id, version: numero + 1, dossier: null, nomFichier: 'rib-2.pdf' },
    { versionId: avant.version.id, version: null, dossier: avant.numero },
  ])
  const lAutre = await piecesSemblables(own.db, { ...visee, versionId: seconde.id })
  expect(lAutre.map(({ versionId }) => versionId)).toEqual([ici.version.id, avant.version.id])
  for (const { dossierId, version } of [ici, avant])
    expect(await pieceSemblable(own.db, visee, version.id)).toEqual({ dossierId, versionId: version.id })
  await expect(pieceSemblable(own.db, visee, dAutrui.version.id)).rejects.toBeInstanceOf(NotFound)
  await expect(piecesSemblables(own.db, { ...visee, dossierId: avant.dossierId })).rejects.toBeInstanceOf(NotFound)
})

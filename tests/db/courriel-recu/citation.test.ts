import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCourrielRecu } from '#infra/stores/courriel-recu/courriel-recu'
import { unCourriel } from '#support/courriels'
import { receptionDeps, recevoirMail } from '#support/reception'
import { ownDb } from '#support/own-db'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const FICHE = ['Structure : Comité de Lillers', 'Titre : Chantier', 'Pays : Pologne', 'Nombre de jeunes : 24']

test('a fiche with its avis stays answered when thanks quote it, whatever its former versions said; its own words reopen it', async () => {
  const deps = receptionDeps(own.db, own.dataDir)
  const recevoir = async (id: string, texte: string) =>
    loadCourrielRecu(
      own.db,
      await recevoirMail(deps, `${id}.eml`, unCourriel({ entetes: { 'Message-ID': `<${id}@exemple.test>` }, texte })),
    )
  const citer = (lignes: readonly string[]) =>
    `Merci.\n\nLe 2 juin 2025 à 10:00, MCEI <mcei@exemple.test> a écrit :\n${lignes.map((ligne) => `> ${ligne}`).join('\n')}`
  const { preProjetId } = await recevoir('un', FICHE.join('\n'))
  const id = preProjetId ?? ''
  const deux = FICHE.map((ligne) => ligne.replace('24', '30'))
  expect(await recevoir('deux', deux.join('\n'))).toMatchObject({ nature: 'NOUVELLE_VERSION', preProjetId: id })
  expect(await recevoir('ancienne', citer(FICHE))).toMatchObject({ nature: 'AUTRE', preProjetId: id })
  await own.db.preProjet.update({ where: { id }, data: { etat: 'AVIS_RENDU' } })
  for (const [nom, lignes] of [
    ['merci', deux],
    ['autre', FICHE.map((ligne) => ligne.replace('24', '31'))],
  ] as const) {
    expect(await recevoir(nom, citer(lignes))).toMatchObject({ nature: 'AUTRE', preProjetId: id })
    expect(await own.db.preProjet.findUniqueOrThrow({ where: { id } })).toMatchObject({ etat: 'AVIS_RENDU', nbJeunes: 30 }) // prettier-ignore
  }
  await recevoir('trois', FICHE.map((ligne) => ligne.replace('24', '32')).join('\n'))
  expect(await own.db.preProjet.findUniqueOrThrow({ where: { id } })).toMatchObject({ etat: 'A_TRAITER', nbJeunes: 32 })
})

test('a mail of which a part was not opened is kept whole with its files, to be classified by a person', async () => {
  const deps = receptionDeps(own.db, own.dataDir)
  const pieces = [{ nom: 'dossier.7z', contenu: Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(3_000)]) }] // prettier-ignore
  const entetes = { Subject: 'Bonjour', 'Message-ID': '<sept@exemple.test>' }
  const id = await recevoirMail(deps, 'sept.eml', unCourriel({ entetes, texte: 'Ci-joint.', pieces }))
  expect(await loadCourrielRecu(own.db, id)).toMatchObject({
    nature: 'ILLISIBLE',
    texte: 'Ci-joint.',
    motifNature: expect.stringContaining('dossier.7z'),
  })
  expect(await own.db.pieceJointe.count({ where: { courrielRecuId: id } })).toBe(1)
})

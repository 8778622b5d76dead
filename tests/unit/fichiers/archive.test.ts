import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examinerDepot } from '#domain/piece/depot'
import { reconnaitrePiece } from '#domain/piece/reconnaissance'
import { parcourirPieces } from '#fichiers/archive/archive'
import { lirePieceDArchive } from '#fichiers/archive/piece-d-archive'
import { typeReel } from '#fichiers/type/contenu'
import { estPdfBlanc } from '#fichiers/pdf/pdf-pages'
import { type EntreeBrute, zipBrut } from '#support/zip-brut'

type Fichier = { code: string; file: string; problem?: string }
const attendus: Record<string, { files: Fichier[] }> = JSON.parse(
  readFileSync('tests/fixtures/e-partenaire/attendu.json', 'utf8'),
)

let dossier = ''
beforeAll(async () => void (dossier = await mkdtemp(join(tmpdir(), 'pieces-'))))
afterAll(() => rm(dossier, { recursive: true }))

const parcourir = (chemin: string) => parcourirPieces(chemin, basename(chemin))

async function ouvrir(chemin: string) {
  const livraison = await parcourir(chemin)
  if (!livraison.ok) throw new Error(livraison.detail)
  return livraison.value
}

/** What a delivery gives: the path of each file taken, the path and code of each refused. */
async function trier(chemin: string) {
  const livraison = await ouvrir(chemin)
  const recues: string[] = []
  const refusees: string[] = []
  for (const entree of livraison) {
    if (entree.nature === 'PIECE') recues.push(`${entree.numero}/${entree.rang}/${entree.libelle}.${entree.extension}`)
    else refusees.push(`${entree.code} ${entree.fichier}`)
  }
  return { recues, refusees }
}

async function zip(...entrees: EntreeBrute[]) {
  const chemin = join(dossier, `${Math.random()}.zip`)
  await writeFile(chemin, zipBrut(entrees))
  return chemin
}

const PROBLEMES: Record<string, string> = {
  EMPTY: 'VIDE',
  BLANK_PAGE: 'PAGE_BLANCHE',
  WRONG_CONTENT: 'CONTENU_INATTENDU',
  LABEL_TOO_LONG: 'LIBELLE_TROP_LONG',
}

test('the zip of the samples: each pièce in its dossier, recognised, with its problem and no other', async () => {
  const livraison = await ouvrir('tests/fixtures/e-partenaire/pieces.zip')
  const lues: Record<string, { files: Fichier[] }> = {}
  for (const piece of livraison) {
    if (piece.nature === 'REFUS') throw new Error(piece.fichier)
    const contenu = await lirePieceDArchive(piece.source)
    if (!contenu.ok) throw new Error(contenu.detail)
    const type = await typeReel(contenu.value)
    const blanc = type === 'pdf' && (await estPdfBlanc(contenu.value))
    const constats = examinerDepot({ nomFichier: piece.nomFichier, taille: contenu.value.length, type, blanc })
    const fichier = {
      code: reconnaitrePiece(piece.nomFichier)?.code ?? '',
      file: piece.nomFichier,
      problem: constats.map(({ probleme }) => probleme).join(),
    }
    ;(lues[piece.numero] ??= { files: [] }).files.push(fichier)
  }
  const voulues = Object.entries(attendus).flatMap(([numero, { files }]) =>
    files.length === 0
      ? []
      : [
          [
            numero,
            {
              files: files.map(({ code, file, problem }) => ({ code, file, problem: PROBLEMES[problem ?? ''] ?? '' })),
            },
          ],
        ],
  )
  expect(lues).toEqual(Object.fromEntries(voulues))
})

describe('a delivery that is not as it should be', () => {
  const contenu = Buffer.from('%PDF-1.7')

  test('any depth above the number, any separator, and what systems leave is ignored', async () => {
    const chemin = await zip(
      { nom: 'export/mai/pieces/2025-01001/02 - Statuts.pdf', contenu },
      { nom: '2025-01002\\01 - RIB.PDF', contenu },
      { nom: 'pieces/2025-01001/annexes/RIB.pdf', contenu },
      { nom: '__MACOSX/pieces/2025-01001/._02 - Statuts.pdf', contenu },
      { nom: 'pieces/2025-01001/Thumbs.db', contenu },
      { nom: 'pieces/2025-01001/' },
    )
    expect(await trier(chemin)).toEqual({
      recues: ['2025-01001/2/Statuts.pdf', '2025-01002/1/RIB.pdf', '2025-01001/null/RIB.pdf'],
      refusees: [],
    })
  })

  test('a folder that names its dossier among other words, and a file that no folder names', async () => {
    const chemin = await zip(
      { nom: 'export/2025-01001 - COMITÉ/02 - Statuts.pdf', contenu },
      { nom: 'export/dossier-2025-01002/pieces_justificatives/rib.pdf', contenu },
      { nom: '2025-01003_05 - Lettre.pdf', contenu },
      { nom: 'echanges 2025-01001 et 2025-01002/note.pdf', contenu },
    )
    const { recues, refusees } = await trier(chemin)
    expect(recues).toEqual(['2025-01001/2/Statuts.pdf', '2025-01002/null/rib.pdf', '2025-01003/5/Lettre.pdf'])
    expect(refusees.map((refus) => refus.split(' ')[0])).toEqual(['DOSSIER_INCONNU'])
  })

  test('a path that escapes, a link, a locked file, an unknown folder and a double are refused one by one', async () => {
    const chemin = await zip(
      { nom: '../../etc/2025-01001/01 - RIB.pdf', contenu },
      { nom: 'pieces\\..\\2025-01001\\01 - RIB.pdf', contenu },
      { nom: '/2025-01001/01 - RIB.pdf', contenu },
      { nom: 'C:\\2025-01001\\01 - RIB.pdf', contenu },
      { nom: 'pieces/2025-01001/lien.pdf', contenu, mode: 0o120777 },
      { nom: 'pieces/2025-01001/03 - Secret.pdf', contenu, drapeaux: 1 },
      { nom: 'pieces/2025-1/01 - RIB.pdf', contenu },
      { nom: 'pieces/2025-01001/01 - RIB.pdf', contenu },
      { nom: 'pieces/2025-01001/01 - RIB.pdf', contenu },
    )
    const { recues, refusees } = await trier(chemin)
    expect(recues).toEqual(['2025-01001/1/RIB.pdf'])
    expect(refusees.map((refus) => refus.split(' ')[0])).toEqual([
      ...Array.from({ length: 4 }, () => 'CHEMIN_INTERDIT'),
      'LIEN',
      'PROTEGEE',
      'DOSSIER_INCONNU',
      'EN_DOUBLE',
    ])
  })

  test('names in UTF-8 without its flag, CP437 and CP850', async () => {
    const nom = (hex: string) =>
      Buffer.concat([Buffer.from('2025-01001/'), Buffer.from(hex, 'hex'), Buffer.from('.pdf')])
    const chemin = await zip(
      { nom: Buffer.from('2025-01001/Récépissé.pdf'), contenu },
      { nom: nom('44826c6962'), contenu },
      { nom: nom('b720766f6972'), contenu },
    )
    expect((await trier(chemin)).recues).toEqual([
      '2025-01001/null/Récépissé.pdf',
      '2025-01001/null/Délib.pdf',
      '2025-01001/null/À voir.pdf',
    ])
  })

  test('a pièce of 25 MiB is refused without being read, and one that lies about its size is stopped', async () => {
    const gros = Buffer.alloc(25 * 1024 * 1024)
    const chemin = await zip(
      { nom: '2025-01001/01 - Gros.pdf', contenu: gros },
      { nom: '2025-01001/02 - Menteur.pdf', contenu: gros, tailleDeclaree: 1000 },
    )
    const livraison = await ouvrir(chemin)
    const [refus, menteur] = livraison
    expect(refus).toMatchObject({
      nature: 'REFUS',
      code: 'TROP_VOLUMINEUSE',
      numero: '2025-01001',
      motif: expect.stringContaining('20\u00a0Mo'),
    })
    if (menteur?.nature !== 'PIECE') throw new Error('a lie is only seen when read')
    expect(await lirePieceDArchive(menteur.source)).toMatchObject({ ok: false, reason: 'ABIMEE' })
  })

  test('a bomb is refused whole, before anything is inflated', async () => {
    const bombe = Buffer.alloc(19 * 1024 * 1024)
    const chemin = await zip(
      ...Array.from({ length: 12 }, (_, i) => ({ nom: `2025-01001/${i} - b.pdf`, contenu: bombe })),
    )
    expect(await parcourirPieces(chemin, 'b.zip')).toMatchObject({ ok: false, reason: 'ARCHIVE_PIEGEE' })
  })

  test('entries that share their bytes are a bomb too', async () => {
    const un = zipBrut([{ nom: '2025-01001/a.pdf', contenu: randomBytes(5_000) }])
    const fin = un.length - 22
    const central = un.subarray(un.readUInt32LE(fin + 16), fin)
    const cloture = Buffer.from(un.subarray(fin))
    cloture.writeUInt16LE(9, 8)
    cloture.writeUInt16LE(9, 10)
    cloture.writeUInt32LE(central.length * 9, 12)
    const chemin = join(dossier, 'partage.zip')
    await writeFile(chemin, Buffer.concat([un.subarray(0, fin), ...Array.from({ length: 8 }, () => central), cloture]))
    expect(await parcourir(chemin)).toMatchObject({ reason: 'ARCHIVE_PIEGEE' })
  })

  test('what is not a zip, is cut short or is not there', async () => {
    const bon = readFileSync('tests/fixtures/e-partenaire/pieces.zip')
    const ecrire = async (nom: string, octets: Buffer) => (
      await writeFile(join(dossier, nom), octets),
      parcourir(join(dossier, nom))
    )
    expect(await ecrire('coupe.zip', bon.subarray(0, 100_000))).toMatchObject({
      reason: 'ARCHIVE_ABIMEE',
      detail: expect.stringContaining('«\u00a0coupe.zip\u00a0»'),
    })
    expect(await ecrire('vide.zip', Buffer.alloc(0))).toMatchObject({ reason: 'PAS_UN_ZIP' })
    expect(await ecrire('faux.zip', Buffer.from('Rar!'))).toMatchObject({ reason: 'PAS_UN_ZIP' })
    expect(await parcourir(join(dossier, 'absent.zip'))).toMatchObject({ reason: 'ARCHIVE_INTROUVABLE' })
  })
})

test('a folder is read as a zip is, and its links are not followed', async () => {
  const racine = join(dossier, 'depot')
  await mkdir(join(racine, 'pieces/2025-01001'), { recursive: true })
  await writeFile(join(racine, 'pieces/2025-01001/01 - RIB.pdf'), '%PDF-1.7')
  await symlink('/etc/passwd', join(racine, 'pieces/2025-01001/02 - passwd.pdf'))
  await symlink('/etc', join(racine, 'pieces/2025-01002'))
  const { recues, refusees } = await trier(racine)
  expect(recues).toEqual(['2025-01001/1/RIB.pdf'])
  expect(refusees).toEqual(['LIEN pieces/2025-01001/02 - passwd.pdf', expect.stringContaining('pieces/2025-01002')])
})

test('a file that grew after it was listed is read no further than 20 MiB', async () => {
  const fichier = join(dossier, 'croissant/2025-01001/01 - RIB.pdf')
  await mkdir(dirname(fichier), { recursive: true })
  await writeFile(fichier, 'court')
  const livraison = await ouvrir(join(dossier, 'croissant'))
  const [piece] = livraison
  if (piece?.nature !== 'PIECE') throw new Error('a pièce was expected')
  await writeFile(fichier, Buffer.alloc(21 * 1024 * 1024))
  expect(await lirePieceDArchive(piece.source)).toMatchObject({ ok: false, reason: 'TROP_VOLUMINEUSE' })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unCourriel } from '#support/courriels'
import { ownDb } from '#support/own-db'

const MIO = 1024 * 1024
const PLAFOND = 400 * MIO

/** Says, when the command ends, the most memory it ever held. */
const MESURE = `process.on('exit', () => process.stderr.write('\\nmaxRSS=' + process.resourceUsage().maxRSS * 1024 + '\\n'))`

let own: Awaited<ReturnType<typeof ownDb>>
let dir: string
beforeAll(async () => {
  own = await ownDb()
  dir = await mkdtemp(path.join(os.tmpdir(), 'mcei-lourds-'))
  await writeFile(path.join(dir, 'mesure.mjs'), MESURE)
})
afterAll(async () => {
  await rm(dir, { recursive: true, force: true })
  await own.drop()
})

async function importer(nom: string, contenu: Buffer) {
  const chemin = path.join(dir, nom)
  await writeFile(chemin, contenu)
  const { PATH, HOME } = process.env
  const args = ['--import', path.join(dir, 'mesure.mjs'), '--import', 'tsx', 'app/cli/index.ts']
  const child = spawn(process.execPath, [...args, 'importer-courriels', chemin, '--json'], {
    env: { PATH, HOME, NODE_ENV: 'test', DATABASE_URL: own.url, DATA_DIR: own.dataDir, LOG_LEVEL: 'silent' },
  })
  let [dit, erreurs] = ['', '']
  child.stdout.on('data', (morceau: Buffer) => (dit += morceau.toString()))
  child.stderr.on('data', (morceau: Buffer) => (erreurs += morceau.toString()))
  await once(child, 'close')
  const { messages } = JSON.parse(dit) as { messages: { resultat: string }[] }
  const recu = await own.db.courrielRecu.findFirst({
    where: { nomFichier: nom },
    include: { _count: { select: { pieces: true } } },
  })
  const maxRSS = Number(/maxRSS=(\d+)/.exec(erreurs)?.[1])
  return { resultat: messages[0]?.resultat, motif: recu?.motifNature, pieces: recu?._count.pieces, maxRSS }
}

let n = 0
const mail = (texte: string, pieces: { nom: string; contenu: Buffer; type?: string }[]) => {
  n += 1
  return unCourriel({ texte, pieces, entetes: { 'Message-ID': `<lourd-${n}@exemple.test>` } })
}

const FICHE =
  'Nom de la structure : CLUB DE LENS\r\nIntitulé du projet : Séjour lourd\r\nPays : Allemagne\r\nVille : Herne\r\nCoût total : 10 000 €\r\n'

const image = (octets: number) => {
  const contenu = Buffer.alloc(octets, 7)
  contenu.write('ffd8ffe0', 'hex')
  return contenu
}

function imbrique(fois: number, coeur: Buffer): Buffer {
  let dedans = coeur
  for (let i = 0; i < fois; i += 1)
    dedans = mail(`niveau ${i}`, [{ nom: `message-${i}.eml`, contenu: dedans, type: 'message/rfc822' }])
  return dedans
}

describe('a heavy or hostile mail is read or refused, in less than 400 MB', () => {
  test.each<[string, () => Buffer, string, [RegExp, number]]>([
    [
      'a 30 MB image beside a fiche',
      () => mail(FICHE, [{ nom: 'photo.jpg', contenu: image(30 * MIO) }]),
      'FICHE',
      [/reconnue/, 1],
    ],
    [
      'a mail of 59 MB',
      () => mail(FICHE.replace('lourd', 'de 59 Mo'), [{ nom: 'film.mp4', contenu: Buffer.alloc(43 * MIO, 3) }]),
      'FICHE',
      [/reconnue/, 1],
    ],
    [
      'a mail of more than 60 MB',
      () => mail(FICHE, [{ nom: 'film.mp4', contenu: Buffer.alloc(48 * MIO, 3) }]),
      'ILLISIBLE',
      [/dépasse 60/, 0],
    ],
    [
      '200 files',
      () =>
        mail(
          'Bonjour',
          Array.from({ length: 200 }, (_, i) => ({ nom: `${i}.txt`, contenu: Buffer.from(`${i}`) })),
        ),
      'AUTRE',
      [/./, 200],
    ],
    [
      '201 files',
      () =>
        mail(
          'Bonjour',
          Array.from({ length: 201 }, (_, i) => ({ nom: `${i}.txt`, contenu: Buffer.from(`${i}`) })),
        ),
      'ILLISIBLE',
      [/plus de 200/, 0],
    ],
    [
      'mails 20 levels deep, a fiche in the last',
      () =>
        imbrique(
          20,
          mail('Fiche', [
            {
              nom: 'fiche.html',
              contenu: Buffer.from(`<html><body><p>${FICHE.replaceAll('\r\n', '</p><p>')}</p></body></html>`),
              type: 'text/html',
            },
          ]),
        ),
      'NOUVELLE_VERSION',
      [/./, 21],
    ],
    ['mails 25 levels deep', () => imbrique(25, mail('Fiche', [])), 'ILLISIBLE', [/les uns dans les autres/, 0]],
    ['a text of 50 MB', () => mail('mot '.repeat(12 * MIO), []), 'AUTRE', [/./, 0]],
  ])(
    '%s',
    async (quoi, contenu, resultat, [motif, pieces]) => {
      const lu = await importer(`${quoi}.eml`, contenu())
      expect(lu).toMatchObject({ resultat, motif: expect.stringMatching(motif), pieces })
      expect(lu.maxRSS).toBeLessThan(PLAFOND)
    },
    120_000,
  )
})

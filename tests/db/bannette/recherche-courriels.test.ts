import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DepsFichiers } from '#infra/deps'
import { Prisma } from '#prisma'
import { contientMotsOuCourriels } from '#queries/bannette/recherche'
import { courrielsRecus, CourrielsRecusParams } from '#queries/courriel-recu/courriels-recus'
import { lireLignesPreProjets } from '#domain/pre-projet/ligne-bannette'
import { bannettePreProjets, BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { unCourriel } from '#support/courriels'
import { ownDb } from '#support/own-db'
import { receptionDeps, recevoirMail } from '#support/reception'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
  const fiche = ['Structure : Comité de Lillers', 'Titre : Chantier', 'Pays : Pologne', 'Nombre de jeunes : 24']
  await recevoir(
    'fiche',
    { Subject: 'Projet de l’été', From: 'Zoé Lefèvre <zoe.lefevre@exemple.test>' },
    `${fiche.join('\n')}\nNous logerons à l’Auberge du Cygne.`,
  )
  await recevoir(
    'suite',
    { 'In-Reply-To': '<fiche@exemple.test>', From: 'Noël <noel@exemple.test>' },
    'Le Bœuf sur le toit nous héberge.',
  )
  await recevoir(
    'question',
    { Subject: 'Une question', From: 'Agnès <agnes@exemple.test>' },
    'Peut-on partir à Gdańsk ?',
  )
})
afterAll(() => own.drop())

const recevoir = (id: string, entetes: Record<string, string>, texte: string) =>
  recevoirMail(
    deps,
    `${id}.eml`,
    unCourriel({
      entetes: {
        'Message-ID': `<${id}@exemple.test>`,
        'Content-Type': 'text/plain; charset=utf-8',
        ...encodes(entetes),
      },
      texte,
    }),
  )
/** Headers beyond ASCII, as mail programs write them. */
const encodes = (entetes: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(entetes).map(([nom, valeur]) => [
      nom,
      valeur.replace(/[^<>]*[^ -~][^<>]*/u, (mots) => `=?utf-8?B?${Buffer.from(mots.trim()).toString('base64')}?= `),
    ]),
  )
const titres = async (q: string) =>
  lireLignesPreProjets(
    (await bannettePreProjets(own.db, BannettePreProjetsParams.parse({ q }), '00000000-0000-4000-8000-000000000000'))
      .lignes,
  ).map(({ titre }) => titre)
const sujets = async (query: Record<string, string>) =>
  (await courrielsRecus(own.db, CourrielsRecusParams.parse({ sens: 'recus', ...query }))).rows.map(({ sujet }) => sujet)

describe('a fiche is found', () => {
  test.each([
    'chantier',
    'auberge cygne',
    'lefevre',
    'ZOE',
    'été',
    'boeuf',
    'noel',
    'pologne auberge',
    'lefevre@exemple.test',
    'héber',
  ])('by %j: its own words, or the subject, the sender or the words of its mails', async (q) => {
    expect(await titres(q)).toEqual(['Chantier'])
  })

  test.each(['gdansk', 'ygne', 'auberge gdansk', '???', '%'])('not by %j', async (q) =>
    expect(await titres(q)).toEqual([]),
  )

  test('no longer by the words of a mail that left it', async () => {
    const { id, version } = await own.db.courrielRecu.findFirstOrThrow({ where: { texte: { contains: 'Bœuf' } } })
    const ranger = (preProjetId: string | null) =>
      own.db.courrielRecu.update({ where: { id }, data: { preProjetId }, select: { id: true } })
    const { preProjetId } = await own.db.courrielRecu.findUniqueOrThrow({ where: { id } })
    await ranger(null)
    expect(await titres('boeuf')).toEqual([])
    await ranger(preProjetId)
    expect(await titres('boeuf')).toEqual(['Chantier'])
    expect(version).toBeGreaterThan(0)
  })
})

test('a received mail is found in its list, and the tabs say how many', async () => {
  expect(await sujets({ q: 'gdansk', vue: 'a-classer' })).toEqual(['Une question'])
  expect(await sujets({ q: 'agnes question', vue: 'a-classer' })).toEqual(['Une question'])
  expect(await sujets({ q: 'auberge', vue: 'a-classer' })).toEqual([])
  expect(await sujets({ q: 'auberge', vue: 'tous' })).toEqual(['Projet de l’été'])
  const { comptes, total } = await courrielsRecus(own.db, CourrielsRecusParams.parse({ q: 'exemple', vue: 'tous' }))
  expect({ ...comptes, total }).toMatchObject({ 'a-classer': 1, tous: 3, total: 3 })
})

test('neither search goes through the table', async () => {
  const plan = async (requete: Prisma.Sql) =>
    own.db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return JSON.stringify(await tx.$queryRaw(Prisma.sql`EXPLAIN ${requete}`))
    })
  const fiches = await plan(
    Prisma.sql`SELECT p.id FROM pre_projet p WHERE ${contientMotsOuCourriels(Prisma.sql`p.recherche`, Prisma.sql`p.mots_courriels`, 'chorale herne')}`,
  )
  expect(fiches).toMatch(/BitmapOr.*pre_projet_recherche_idx.*pre_projet_mots_courriels_idx/s)
  expect(fiches).not.toContain('Seq Scan')
  const recus = await plan(Prisma.sql`SELECT c.id FROM courriel_recu c WHERE c.mots @@ commence_par(${'herne'})`)
  expect(recus).toContain('courriel_recu_mots_idx')
})

import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import type { Analyse } from '#domain/piece/antivirus'
import { newKey } from '#infra/storage'
import { unCourriel } from '#support/courriels'
import { importer, receptionDeps, message } from '#support/reception'
import { ownDb } from '#support/own-db'
import { unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let web: { openSession: (agentId: string, request: Request) => Promise<string> }
let deps: { db: { $disconnect: () => Promise<void> } }
let agent: Agent
let piece: { numero: string; versionId: string }
let jointe: { id: string; pieceId: string; courrielId: string }

const FICHE = ['Structure : Les Amis', 'Titre : Échange', 'Pays : Pologne', 'Ville : Katowice', 'Nombre de jeunes : 24']

beforeAll(async () => {
  own = await ownDb()
  web = await import('#web/session')
  deps = (await import('#web/deps')).deps
  agent = await unAgent(own.db)
  const reception = receptionDeps(own.db, own.dataDir)
  const dossier = await unDossier(own.db, { rib: 'A_CONTROLER' })
  const cle = newKey('pieces')
  await reception.storage.put(cle, Buffer.from('%PDF-1.4 bonjour'))
  const version = await own.db.pieceVersion.findFirstOrThrow({ where: { piece: { dossierId: dossier.id } } })
  await own.db.pieceVersion.update({ where: { id: version.id }, data: { cle } })
  piece = { numero: dossier.numero ?? '', versionId: version.id }
  const mail = unCourriel({ texte: FICHE.join('\n'), pieces: [{ nom: 'note.txt', contenu: Buffer.from('bonjour') }] })
  await importer(reception, [message(mail)])
  const recu = await own.db.courrielRecu.findFirstOrThrow({ include: { pieces: true } })
  jointe = { id: recu.preProjetId ?? '', pieceId: recu.pieces[0]?.id ?? '', courrielId: recu.id }
}, 60_000)
beforeEach(() => {
  delete process.env['CLAMD_URL']
})
afterAll(async () => {
  await deps.db.$disconnect()
  await own.drop()
})

async function demander(params: Record<string, string>): Promise<LoaderFunctionArgs> {
  const url = 'http://mcei.exemple.test/fichier'
  const cookie = await web.openSession(agent.id, new Request(url))
  return { request: new Request(url, { headers: { Cookie: cookie.split(';')[0] ?? '' } }), params, context: {} }
}

const reponsesDeToutes = async (): Promise<Response[]> => {
  const recu = { ...jointe, id: jointe.courrielId }
  const routes = [
    { ...(await import('../../../app/routes/bureau/dossiers.$numero.pieces_.$versionId.fichier')), params: piece },
    { ...(await import('../../../app/routes/bureau/pre-projets.$id_.pieces.$pieceId')), params: jointe },
    { ...(await import('../../../app/routes/bureau/pre-projets.$id_.courriels.$courrielId')), params: jointe },
    { ...(await import('../../../app/routes/bureau/courriels.recus.$id_.pieces.$pieceId')), params: recu },
    { ...(await import('../../../app/routes/bureau/courriels.recus.$id_.original')), params: recu },
  ]
  return Promise.all(
    routes.map(async ({ loader, params }) =>
      loader(await demander(params)).catch((thrown: unknown) => thrown as Response),
    ),
  )
}

const noter = async (analyse: Analyse) => {
  await own.db.pieceVersion.updateMany({ data: { analyse } })
  await own.db.pieceJointe.updateMany({ data: { analyse } })
  await own.db.courrielRecu.updateMany({ data: { analyse: analyse === 'INFECTE' ? 'SAIN' : analyse } })
}

test.each<[Analyse, string | undefined, number]>([
  ['NON_ANALYSE', undefined, 200],
  ['NON_ANALYSE', 'tcp://127.0.0.1:3310', 503],
  ['SAIN', 'tcp://127.0.0.1:3310', 200],
  ['INFECTE', 'tcp://127.0.0.1:3310', 423],
  ['INFECTE', undefined, 423],
])('a file %s, with the antivirus at %s, answers %i wherever it is asked', async (analyse, clamd, status) => {
  if (clamd) process.env['CLAMD_URL'] = clamd
  await noter(analyse)
  const reponses = await reponsesDeToutes()
  expect(reponses.map((reponse) => reponse.status)).toEqual(reponses.map(() => status))
  for (const reponse of reponses) {
    const texte = await reponse.text()
    expect(/<h1>/.test(texte)).toBe(status !== 200)
    expect(reponse.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  }
})

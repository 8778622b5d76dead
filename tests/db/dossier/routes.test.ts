import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { ownDb } from '#support/own-db'
import { nothingWritten, unAgent, unDossier } from './faits'

const ROUTES = {
  layout: () => import('../../../app/routes/bureau/dossiers.$numero'),
  synthese: () => import('../../../app/routes/bureau/dossiers.$numero._index'),
  pieces: () => import('../../../app/routes/bureau/dossiers.$numero.pieces'),
  fichier: () => import('../../../app/routes/bureau/dossiers.$numero.pieces_.$versionId.fichier'),
  budget: () => import('../../../app/routes/bureau/dossiers.$numero.budget'),
  complements: () => import('../../../app/routes/bureau/dossiers.$numero.complements'),
  delais: () => import('../../../app/routes/bureau/dossiers.$numero.delais'),
  echanges: () => import('../../../app/routes/bureau/dossiers.$numero.echanges'),
  deverrouillage: () => import('../../../app/routes/bureau/dossiers.$numero.deverrouillage'),
  decision: () => import('../../../app/routes/bureau/dossiers.$numero.decision'),
  journal: () => import('../../../app/routes/bureau/dossiers.$numero.journal'),
}

let own: Awaited<ReturnType<typeof ownDb>>
let web: { openSession: (agentId: string, request: Request) => Promise<string> }
let deps: { db: { $disconnect: () => Promise<void> } }

beforeAll(async () => {
  own = await ownDb()
  web = await import('#web/session')
  deps = (await import('#web/deps')).deps
})
afterAll(async () => {
  await deps.db.$disconnect()
  await own.drop()
})

type Envoi = {
  agent?: Agent
  numero: string
  champs?: Record<string, string>
  params?: Record<string, string>
  origin?: string
}

async function args({
  agent,
  numero,
  champs,
  params = {},
  origin,
}: Envoi): Promise<ActionFunctionArgs & LoaderFunctionArgs> {
  const url = `http://mcei.exemple.test/dossiers/${encodeURIComponent(numero)}`
  const setCookie = agent ? await web.openSession(agent.id, new Request(url)) : ''
  const headers = new Headers({ Cookie: setCookie.split(';')[0] ?? '', ...(origin && { Origin: origin }) })
  const request = new Request(url, { headers, ...(champs && { method: 'POST', body: new URLSearchParams(champs) }) })
  return { request, params: { numero, ...params }, context: {} }
}

type Thrown = { init?: { status?: number }; status?: number; data?: unknown; headers?: Headers }

/** What a loader or an action answered with, whether it returned or threw. */
const statusOf = async (work: Promise<unknown>) => {
  const answer = (await work.catch((error: unknown) => error)) as Thrown
  return {
    status: answer.init?.status ?? answer.status ?? 200,
    data: answer.data,
    location: answer.headers?.get('Location') ?? null,
    answer,
  }
}

const numeroDe = (dossier: { numero: string | null }) => dossier.numero ?? ''

test.each([
  '2025-99999',
  '2025-1',
  '2025-010012',
  "2025-01012'; --",
  '../..',
  '%00',
  'a'.repeat(10_000),
  '00000000-0000-4000-8000-000000000000',
])('the forged number %.40s is a 404 on every page', async (numero) => {
  const agent = await unAgent(own.db)
  for (const route of Object.values(ROUTES)) {
    const { loader } = await route()
    const versionId = '00000000-0000-4000-8000-000000000001'
    expect((await statusOf(loader(await args({ agent, numero, params: { versionId } })))).status).toBe(404)
  }
})

test('every page opens for a LECTEUR, and sends a visitor to sign in', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const numero = numeroDe(await unDossier(own.db))
  for (const [nom, route] of Object.entries(ROUTES).filter(([n]) => n !== 'fichier')) {
    const { loader } = await route()
    expect([nom, (await statusOf(loader(await args({ agent: lecteur, numero })))).status]).toEqual([nom, 200])
    const visiteur = await statusOf(loader(await args({ numero })))
    expect([visiteur.status, visiteur.location]).toEqual([
      302,
      `/connexion?retour=${encodeURIComponent(`/dossiers/${numero}`)}`,
    ])
  }
})

test('a draft is reached by its id, a deposited dossier is not', async () => {
  const agent = await unAgent(own.db)
  const { loader } = await ROUTES.layout()
  const brouillon = await unDossier(own.db, { etat: 'BROUILLON' })
  expect((await statusOf(loader(await args({ agent, numero: brouillon.id })))).status).toBe(200)
  const depose = await unDossier(own.db)
  expect((await statusOf(loader(await args({ agent, numero: depose.id })))).status).toBe(404)
})

const VOTE = { deliberation: '2025-104', voteLe: '28/04/2025', executoireLe: '5 mai 2025' }

const REFUS = {
  ...VOTE,
  acte: 'refuser',
  intent: 'decider',
  motif: 'CREDITS_EPUISES',
  precision: 'L’enveloppe est entièrement engagée.',
}

test('a LECTEUR or an INSTRUCTEUR who posts a decision gets a 403 and nothing is written', async () => {
  const { action } = await ROUTES.decision()
  const dossier = await unDossier(own.db, { etat: 'COMPLET' })
  for (const role of ['LECTEUR', 'INSTRUCTEUR'] as const) {
    const agent = await unAgent(own.db, role)
    for (const intent of ['decider', 'apercu']) {
      const envoi = await args({ agent, numero: numeroDe(dossier), champs: { ...REFUS, intent, version: '0' } })
      await nothingWritten(own.db, dossier.id, async () => expect((await statusOf(action(envoi))).status).toBe(403))
    }
  }
})

test('a decision on a page of before somebody else’s act is a 409 that says who, when and what', async () => {
  const { action } = await ROUTES.decision()
  const [chef, agent] = [await unAgent(own.db, 'RESPONSABLE', 'Paul'), await unAgent(own.db, 'INSTRUCTEUR', 'Claire')]
  const dossier = await unDossier(own.db, { etat: 'COMPLET' })
  const layout = await ROUTES.layout()
  const affecter = await args({ agent, numero: numeroDe(dossier), champs: { acte: 'affecter', version: '0' } })
  expect((await statusOf(layout.action(affecter))).status).toBe(302)

  const envoi = await args({ agent: chef, numero: numeroDe(dossier), champs: { ...REFUS, version: '0' } })
  const conflit = await nothingWritten(own.db, dossier.id, () => statusOf(action(envoi)))
  expect(conflit).toMatchObject({ status: 409, data: { acteur: 'Claire Essai', acte: 'affecter' } })
  expect((conflit as { data: { le: Date } }).data.le.getTime()).toBeGreaterThan(Date.now() - 60_000)
})

test('an act that the next page says is refused bears it, and one that is done does not', async () => {
  const { action } = await ROUTES.layout()
  const agent = await unAgent(own.db)
  const numero = numeroDe(await unDossier(own.db))
  const refusDe = async (champs: Record<string, string>) => {
    const { status, answer } = await statusOf(action(await args({ agent, numero, champs })))
    return [status, answer.headers?.get('X-Refus') ?? null]
  }
  expect(await refusDe({ acte: 'affecter', version: '0' })).toEqual([302, null])
  expect(await refusDe({ acte: 'affecter', version: '1' })).toEqual([302, 'oui'])
})

test('the preview writes nothing, the confirmation decides and leads back to the page', async () => {
  const { action } = await ROUTES.decision()
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const dossier = await unDossier(own.db, { etat: 'COMPLET' })
  const champs = { ...VOTE, acte: 'accorder', montant: '4\u202f500,00', version: '0' }
  const apercu = await args({ agent: chef, numero: numeroDe(dossier), champs: { ...champs, intent: 'apercu' } })
  const vu = await nothingWritten(own.db, dossier.id, () => action(apercu))
  expect(vu).toMatchObject({
    apercu: {
      decision: { nature: 'ACCORDE', montantCents: 450_000n },
      courriel: { destinataire: 'ines@exemple.test' },
    },
  })

  const decider = await args({ agent: chef, numero: numeroDe(dossier), champs: { ...champs, intent: 'decider' } })
  expect(await statusOf(action(decider))).toMatchObject({
    status: 302,
    location: `/dossiers/${dossier.numero}/decision`,
  })
  expect(await own.db.decision.findUnique({ where: { dossierId: dossier.id } })).toMatchObject({
    nature: 'ACCORDE',
    vote: 'HORS_SEANCE',
    deliberationReference: '2025-104',
  })
})

test.each([
  ['decision', { ...VOTE, acte: 'accorder', montant: '4,500', intent: 'decider', version: '0' }],
  ['decision', { ...VOTE, acte: 'accorder', montant: '9999999', intent: 'decider', version: '0' }],
  ['decision', { acte: 'accorder', montant: '4500', intent: 'decider', version: '0' }],
  ['decision', { ...REFUS, version: '0', executoireLe: '31/02/2025' }],
  ['decision', { acte: 'supprimer', intent: 'decider', version: '0' }],
  ['decision', { ...REFUS, version: 'NaN' }],
  ['decision', { ...REFUS, version: '0', precision: 'x'.repeat(2001) }],
  [
    'deverrouillage',
    { intent: 'ouvrir', version: '0', sections: 'TOUT', motif: 'Le total est à corriger.', echeance: '2025-05-18' },
  ],
  [
    'deverrouillage',
    { intent: 'ouvrir', version: '0', sections: 'BUDGET', motif: 'Le total est à corriger.', echeance: '31/02/2025' },
  ],
  ['pieces', { intent: 'controler', controle: 'PARFAITE', code: 'RIB' }],
  ['pieces', { intent: 'controler', controle: 'CONFORME', pieceId: "1' OR 1=1", versionPiece: '0' }],
  ['layout', { acte: 'supprimer', version: '0' }],
] as const)('on %s, %o is answered in words and writes nothing', async (nom, champs) => {
  const { action } = await ROUTES[nom]()
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const dossier = await unDossier(own.db, { etat: 'COMPLET' })
  const envoi = await args({ agent: chef, numero: numeroDe(dossier), champs })
  const { status } = (await nothingWritten(own.db, dossier.id, () => statusOf(action(envoi)))) as { status: number }
  expect([200, 302]).toContain(status)
})

test('a form sent from another site is refused', async () => {
  const { action } = await ROUTES.layout()
  const agent = await unAgent(own.db)
  const dossier = await unDossier(own.db)
  const envoi = await args({
    agent,
    numero: numeroDe(dossier),
    champs: { acte: 'affecter', version: '0' },
    origin: 'https://ailleurs.exemple.test',
  })
  await nothingWritten(own.db, dossier.id, async () => expect((await statusOf(action(envoi))).status).toBe(403))
})

test('a file of another dossier is not given, and what a browser may run is a download', async () => {
  const { deps: real } = await import('#web/deps')
  const { loader } = await ROUTES.fichier()
  const agent = await unAgent(own.db, 'LECTEUR')
  const [dossier, autre] = [await unDossier(own.db), await unDossier(own.db)]
  const version = await own.db.pieceVersion.findFirstOrThrow({ where: { piece: { dossierId: dossier.id } } })
  await real.storage.put(version.cle, Buffer.from('%PDF-1.4'))
  const give = async (numero: string) => loader(await args({ agent, numero, params: { versionId: version.id } }))

  expect((await statusOf(give(numeroDe(autre)))).status).toBe(404)
  const pdf = await give(numeroDe(dossier))
  expect(pdf.headers.get('Content-Disposition')).toMatch(/^inline; filename="/)
  expect(await pdf.text()).toBe('%PDF-1.4')

  await own.db.pieceVersion.update({
    where: { id: version.id },
    data: { typeMime: 'text/html', nomFichier: 'a".html' },
  })
  const html = await give(numeroDe(dossier))
  expect(html.headers.get('Content-Disposition')).toMatch(/^attachment; filename="a_\.html"/)
  expect(html.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
})

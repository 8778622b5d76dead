import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import compression from 'compression'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { leaveAtOnce } from '../../../scripts/handle-remix'

/** Where something that answers is asked, for the time of a test. */
async function ouvrir(repondre: RequestListener): Promise<string> {
  const server = createServer(repondre).listen(0, '127.0.0.1')
  onTestFinished(() => server.closeAllConnections())
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}/`
}

test('an answer of several pieces is whole, and so is the next one of the same connection', async () => {
  const morceaux = ['un', 'deux', 'trois']
  const adresse = await ouvrir((_req, res) => {
    leaveAtOnce(res)
    for (const morceau of morceaux) res.write(morceau)
    res.end()
  })
  for (const _ of morceaux) expect(await (await fetch(adresse)).text()).toBe(morceaux.join(''))
})

test('an answer larger than what a connection holds is whole, compressed too: what compresses it waits until some of it has left', async () => {
  const morceaux = Array.from({ length: 40 }, () => randomBytes(8_192).toString('hex'))
  const app = express()
  app.use((_req, res, next) => {
    leaveAtOnce(res)
    next()
  })
  app.use(compression())
  app.get('/', (_req, res) => {
    res.type('text/plain')
    for (const morceau of morceaux) res.write(morceau)
    res.end()
  })
  const reponse = await fetch(await ouvrir(app), { signal: AbortSignal.timeout(10_000) })
  expect(reponse.headers.get('content-encoding')).toBe('gzip')
  expect(await reponse.text()).toBe(morceaux.join(''))
})

import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { leaveAtOnce } from '../../../scripts/handle-remix'

test('an answer of several pieces is whole, and so is the next one of the same connection', async () => {
  const morceaux = ['un', 'deux', 'trois']
  const server = createServer((_req, res) => {
    leaveAtOnce(res)
    for (const morceau of morceaux) res.write(morceau)
    res.end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  for (const _ of morceaux) {
    const reponse = await fetch(`http://127.0.0.1:${address.port}/`)
    expect(await reponse.text()).toBe(morceaux.join(''))
  }
})

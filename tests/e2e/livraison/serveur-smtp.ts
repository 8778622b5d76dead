import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'

/**
 * The mail server of the structures, to which the application of the journeys hands its mails: `node serveur-smtp.ts <port> <folder>`. Each mail it takes is a file of
 * that folder, byte for byte, whole as soon as it is there.
 */
const [port, dossier = ''] = process.argv.slice(2)
mkdirSync(dossier, { recursive: true })

let recus = 0
const serveur = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  hideDSN: false,
  onData(message, _session, fini) {
    const morceaux: Buffer[] = []
    message.on('data', (morceau: Buffer) => morceaux.push(morceau))
    message.on('end', () => {
      const chemin = path.join(dossier, `${(recus += 1)}.eml`)
      writeFileSync(`${chemin}.tmp`, Buffer.concat(morceaux))
      renameSync(`${chemin}.tmp`, chemin)
      fini()
    })
  },
})
// An application killed in the middle of a mail is part of what journeys do.
serveur.on('error', () => undefined)
serveur.listen(Number(port), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))

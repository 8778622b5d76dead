import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Depot, Octets } from '#fichiers/courriel/courriel-lu'

/** The bytes of a file of this machine. Its stream stays here when it is told to another process. */
async function octetsDe(chemin: string, cle: string): Promise<Octets> {
  const { size } = await stat(chemin)
  const octets = { cle, taille: size }
  const stream: Octets['stream'] = async (portion) => createReadStream(chemin, portion)
  return Object.defineProperty(octets, 'stream', { value: stream, enumerable: false }) as Octets
}

/** A mail at `chemin`, and where its files go: in `dossier`, each under a number that is its key. */
export function ecrireOctets({ chemin, dossier }: { chemin: string; dossier: string }): {
  octets: Promise<Octets>
  depot: Depot
} {
  let ecrits = 0
  return {
    octets: octetsDe(chemin, ''),
    depot: async (contenu) => {
      const cle = String((ecrits += 1))
      const place = path.join(dossier, cle)
      await pipeline(contenu, createWriteStream(place, { flags: 'wx' }))
      return octetsDe(place, cle)
    },
  }
}

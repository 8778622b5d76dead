import { Readable } from 'node:stream'
import { unstable_parseMultipartFormData as parseMultipart, type UploadHandlerPart } from '@remix-run/node'
import { no, ok, type Result } from '#domain/result'
import { abreger, nettoyer } from '#domain/texte'
import { DisquePlein } from '#infra/errors'
import { newKey, type Storage } from '#infra/storage'

/** What one field of a form may carry: how many files, and how many bytes each. */
export type LimitesEnvoi = { octets: number; fichiers: number }

/** A file now in the storage; `nom` is what the person called it. */
export type FichierRecu = { champ: string; nom: string; cle: string; taille: number }

/** What a form with files brought: the files, and the words of the fields that the route reads. */
export type Recus = { fichiers: FichierRecu[]; textes: Readonly<Record<string, string>> }

export type RefusEnvoi = 'FORMULAIRE_ILLISIBLE' | 'FICHIER_TROP_LOURD' | 'TROP_DE_FICHIERS' | 'DISQUE_PLEIN'

/** Bytes of a text beside the files. */
const TEXTE_MAX = 10_000

/** Says which limit a file passed; thrown through the parser, which knows nothing of answers. */
const overLimit = (reason: RefusEnvoi, detail: string) =>
  Object.assign(new Error(reason), { refus: no(reason, detail) })

type Borne = { octets: number; nom: string; suivre?: (taille: number) => Promise<void> }

async function* bounded(data: AsyncIterable<Uint8Array>, { octets, nom, suivre }: Borne) {
  let taille = 0
  await suivre?.(taille)
  for await (const chunk of data) {
    taille += chunk.length
    if (taille > octets) throw overLimit('FICHIER_TROP_LOURD', nom)
    await suivre?.(taille)
    yield chunk
  }
}

/** Told of the file that comes, of the texts that came before it, and of its bytes so far; what it throws refuses the form. */
export type SuivreEnvoi = (venu: { nom: string; textes: Recus['textes']; recu: number }) => Promise<void>

/**
 * Receives the files of a form straight into the storage, never whole in memory, and the short texts beside them. A file field without limits, and
 * an empty file input, are left out. Passing a limit, or a disk without room, refuses the whole form: what was stored of it is taken away. `detail`
 * names the file. `suivre` is waited for: what it writes is there before more is read.
 */
export async function receiveFiles(
  request: Request,
  storage: Storage,
  limites: Record<string, LimitesEnvoi>,
  suivre?: SuivreEnvoi,
): Promise<Result<Recus, RefusEnvoi>> {
  const recus: FichierRecu[] = []
  const textes: Record<string, string> = {}

  const receive = async ({ name: champ, filename, data }: UploadHandlerPart) => {
    const regle = Object.hasOwn(limites, champ) ? limites[champ] : undefined
    const nom = abreger(nettoyer(filename ?? ''), 200)
    if (filename === undefined) {
      const morceaux: Uint8Array[] = []
      for await (const morceau of bounded(data, { octets: TEXTE_MAX, nom: champ })) morceaux.push(morceau)
      textes[champ] = Buffer.concat(morceaux).toString('utf8')
      return undefined
    }
    if (!regle || nom === '') {
      for await (const _ of bounded(data, { octets: 1_000_000, nom })) continue
      return undefined
    }
    if (recus.filter((recu) => recu.champ === champ).length >= regle.fichiers) throw overLimit('TROP_DE_FICHIERS', nom)
    const cle = newKey('lots')
    const borne: Borne = { octets: regle.octets, nom }
    if (suivre) borne.suivre = (recu) => suivre({ nom, textes, recu })
    await storage.put(cle, Readable.from(bounded(data, borne)))
    recus.push({ champ, nom, cle, taille: await storage.size(cle) })
    return undefined
  }

  try {
    await parseMultipart(request, receive)
    return ok({ fichiers: recus, textes })
  } catch (error) {
    await Promise.all(recus.map(({ cle }) => storage.remove(cle)))
    if (error instanceof Error && 'refus' in error) return error.refus as Result<never, RefusEnvoi>
    if (error instanceof DisquePlein) return no('DISQUE_PLEIN')
    if (error instanceof TypeError || request.signal.aborted) return no('FORMULAIRE_ILLISIBLE')
    throw error
  }
}

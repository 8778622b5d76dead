import { createHash } from 'node:crypto'
import { ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { addMessage, type BilanCourriels } from '#infra/stores/portail/resume-import'
import { estFait, noterProgression, rangsFaits, writeLigne } from '#infra/stores/portail/lot'
import { MESSAGES_MAX, type FichierDepose } from '#usecases/lot/deposer-lot'
import { recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'
import { traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'

type Fichier = FichierDepose & { rang: number }

/**
 * Reads the mails of a lot in their order: all of them are kept before the first is read, then each is read in its own transaction. A lot
 * resumed skips those that are done.
 */
export async function traiterMessages(
  deps: DepsFichiers,
  { lotId, fichiers }: { lotId: string; fichiers: readonly FichierDepose[] },
): Promise<Result<BilanCourriels, 'ILLISIBLE'>> {
  const { db } = deps
  const faits = await rangsFaits(db, lotId)
  const aFaire = fichiers.map((fichier, rang) => ({ ...fichier, rang })).filter(({ rang }) => !faits.has(rang))
  const ids: string[] = []
  for (const fichier of aFaire) ids.push(await garder(deps, lotId, fichier))
  for (const [i, fichier] of aFaire.entries()) {
    await traiter(deps, { lotId, fichier, courrielRecuId: ids[i] ?? '' })
    await noterProgression(db, lotId, fichier.rang + 1, fichiers.length)
  }
  const { bilan } = await db.lot.findUniqueOrThrow({ where: { id: lotId }, select: { bilan: true } })
  return ok((bilan as BilanCourriels | null) ?? { messages: [] })
}

async function garder(
  { db, storage, now }: DepsFichiers,
  lotId: string,
  { cle, nom, taille }: Fichier,
): Promise<string> {
  const hash = createHash('sha256')
  for await (const morceau of await storage.readStream(cle)) hash.update(morceau as Buffer)
  const arrive = { cle, nomFichier: nom, taille, sha256: hash.digest('hex'), lotId, recuLe: now(), le: now() }
  const { id } = await db.$transaction((tx) => recevoirCourriel(tx, arrive, { promettre: false }))
  return id
}

type ATraiter = { lotId: string; fichier: Fichier; courrielRecuId: string }

/** What the mail became is told in the lot with the fact itself; its other fiches come after all the mails. */
const traiter = (deps: DepsFichiers, { lotId, fichier: { rang, nom }, courrielRecuId }: ATraiter) =>
  traiterCourriel(deps, {
    courrielRecuId,
    ensuite: async (tx, { autres = [], ...premiere }) => {
      if (await estFait(tx, lotId, rang)) return
      for (const [i, { message, motif }] of [premiere, ...autres].entries()) {
        const { resultat: colonne, preProjet: valeur, dossier: numero } = message
        const ligne = { resultat: 'MESSAGE', fichier: nom, colonne, valeur, numero, motif } as const
        await writeLigne(tx, { lotId, rang: rang + i * MESSAGES_MAX, ...ligne })
        await addMessage(tx, lotId, { ...message, fichier: nom })
      }
    },
  })

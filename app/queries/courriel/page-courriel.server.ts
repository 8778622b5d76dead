import { z } from 'zod'
import type { Db } from '#infra/db'
import { expediteurDit } from '#infra/stores/courriel/expediteur'
import { NotFound } from '#infra/errors'
import { derniersEntetes } from '#queries/courriel/copie-courriel'
import { viesDesCourriels } from '#queries/courriel/vie-courriel'

/** A conversation has some tens of mails at most; the rest is in the list of received mails. */
const REPONSES_MAX = 50

/** One courriel whole, as it leaves, what it is about, and what was received in answer: replies, absences, non-deliveries. Throws NotFound, for an id that is none of ours too. */
export async function pageCourriel(db: Db, id: string) {
  const courriel = z.uuid().safeParse(id).success
    ? await db.courriel.findUnique({
        where: { id },
        include: {
          dossier: {
            select: { id: true, version: true, numero: true, objet: true, structure: { select: { nom: true } } },
          },
          adresses: { select: { adresse: true } },
          preProjet: { select: { id: true, titre: true, structureNom: true } },
          reponses: {
            orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
            take: REPONSES_MAX,
            select: { id: true, de: true, deNom: true, sujet: true, recuLe: true, nature: true, automatisme: true },
          },
        },
      })
    : null
  if (!courriel) throw new NotFound('courriel', id)
  const { dossierId, preProjetId, courrielRecuId } = courriel
  const objets = [id, dossierId, preProjetId, courrielRecuId].filter((un) => un !== null)
  const vieDe = await viesDesCourriels(db, [courriel], objets)
  return { ...courriel, ...expediteurDit(courriel), ...vieDe(courriel), entetes: await derniersEntetes(db, id) }
}

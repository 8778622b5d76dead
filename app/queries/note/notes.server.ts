import type { Db } from '#infra/db'
import type { Sujet } from '#infra/stores/courriel-recu/fil'
import { agentsANommer } from '#infra/stores/note/note'

/** Notes shown of one dossier or fiche: the newest. */
const NOTES_MAX = 200

/** The notes of a dossier or of a fiche, the newest first, whom each names, and whom a new one may name. */
export async function notesDe(db: Db, sujet: Sujet, agentId: string) {
  const [notes, agents] = await Promise.all([
    db.note.findMany({
      where: { ...sujet, retireeLe: null },
      orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
      take: NOTES_MAX,
      select: {
        id: true,
        version: true,
        texte: true,
        creeLe: true,
        modifieeLe: true,
        auteurId: true,
        auteur: { select: { prenom: true, nom: true } },
        mentions: { where: { agentId, vueLe: null }, select: { agentId: true } },
      },
    }),
    agentsANommer(db),
  ])
  return {
    notes: notes.map(({ auteurId, mentions, ...note }) => ({
      ...note,
      mienne: auteurId === agentId,
      /** It names whoever asks, who has not said they saw it. */
      aVoir: mentions.length > 0,
    })),
    agents,
  }
}

/** Mentions shown on the home page: the newest. */
const MENTIONS_MAX = 20

/** The notes that name this agent and that they have not said they saw, the newest first. */
export async function mentionsDe(db: Db, agentId: string) {
  const mentions = await db.mention.findMany({
    where: { agentId, vueLe: null, note: { retireeLe: null } },
    orderBy: [{ note: { creeLe: 'desc' } }, { noteId: 'asc' }],
    take: MENTIONS_MAX,
    select: {
      note: {
        select: {
          id: true,
          texte: true,
          creeLe: true,
          auteur: { select: { prenom: true, nom: true } },
          dossier: { select: { numero: true, objet: true } },
          preProjet: { select: { id: true, titre: true, structureNom: true } },
        },
      },
    },
  })
  return mentions.map(({ note }) => note)
}

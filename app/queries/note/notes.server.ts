import type { Jour } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import type { Sujet } from '#infra/stores/courriel-recu/fil'
import { agentsANommer } from '#infra/stores/note/note'
import { Prisma } from '#prisma'

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

/** Characters of a note that the first page shows. */
const EXTRAIT = Prisma.raw('160')

/**
 * The notes that name this agent, or one whom they stand in for on this day, and whom these have not said they saw, the newest first, `lignes` at
 * most; one JSON value.
 */
export const mentionsAVoir = (
  { agentId, jour }: { agentId: string; jour: Jour },
  lignes: Prisma.Sql,
) => Prisma.sql`(SELECT coalesce(json_agg(l), '[]') FROM (
  SELECT DISTINCT ON (n.cree_le, n.id) n.id, CASE WHEN m.agent_id <> ${agentId}::uuid THEN v.prenom || ' ' || v.nom END AS pour,
    a.prenom || ' ' || a.nom AS par, left(n.texte, ${EXTRAIT}) AS texte, d.numero, d.objet, p.id AS fiche, p.titre
  FROM mention m JOIN note n ON n.id = m.note_id JOIN agent a ON a.id = n.auteur_id JOIN agent v ON v.id = m.agent_id
    LEFT JOIN dossier d ON d.id = n.dossier_id LEFT JOIN pre_projet p ON p.id = n.pre_projet_id
  WHERE m.agent_id = ANY (array_append(ARRAY(SELECT remplaces_par(${agentId}::uuid, ${jour}::date)), ${agentId}::uuid))
    AND m.vue_le IS NULL AND n.retiree_le IS NULL
  ORDER BY n.cree_le DESC, n.id, m.agent_id = ${agentId}::uuid DESC LIMIT ${lignes}) l)`

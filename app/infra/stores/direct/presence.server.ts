import { ecrireSujet, type Sujet } from '#domain/direct/fait'
import { ABSENCE_MS, type Present } from '#domain/direct/presence'
import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'

/** One tab of an agent, held by one stream: another stream of the same tab takes it over. */
type Page = { agentId: string; onglet: string; flux: string; sujet: Sujet; ecrit: boolean }

/** This page is there, now. */
export async function poserPresence(db: Db, { agentId, onglet, flux, sujet, ecrit }: Page, vuLe: Date): Promise<void> {
  const etat = { flux, objet: sujet.objet, objetId: sujet.id, ecrit, vuLe }
  await db.presence.upsert({
    where: { agentId_onglet: { agentId, onglet } },
    create: { agentId, onglet, ...etat },
    update: etat,
  })
}

/** This page is gone, unless another stream holds it by now. */
export async function leverPresence(db: Db, flux: string): Promise<void> {
  await db.presence.deleteMany({ where: { flux } })
}

const absentsAvant = (now: Date) => new Date(now.getTime() - ABSENCE_MS)

/** These pages are still there; those of whom nothing was heard for too long are gone. */
export async function entretenirPresences(db: Db, flux: readonly string[], now: Date): Promise<void> {
  if (flux.length > 0) await db.presence.updateMany({ where: { flux: { in: [...flux] } }, data: { vuLe: now } })
  await db.presence.deleteMany({ where: { vuLe: { lt: absentsAvant(now) } } })
}

/** Who has one of these things before their eyes, by the written subject; once each, writing if one of their pages is. */
export async function presentsSur(db: Db, sujets: readonly Sujet[], now: Date): Promise<Map<string, Present[]>> {
  const par = new Map<string, Present[]>(sujets.map((sujet) => [ecrireSujet(sujet), []]))
  if (sujets.length === 0) return par
  const lus = await lire<Present & { sujet: string }>(
    db,
    Prisma.sql`SELECT p.objet || ':' || p.objet_id AS sujet, a.id, a.prenom, a.nom, bool_or(p.ecrit) AS ecrit
      FROM presence p JOIN agent a ON a.id = p.agent_id
      WHERE (p.objet, p.objet_id) IN (${Prisma.join(sujets.map(({ objet, id }) => Prisma.sql`(${objet}, ${id})`))})
        AND p.vu_le >= ${absentsAvant(now)}
      GROUP BY 1, 2 ORDER BY a.nom, a.prenom, a.id`,
    { plan: 'chaque fois' },
  )
  for (const { sujet, ...present } of lus) par.get(sujet)?.push(present)
  return par
}

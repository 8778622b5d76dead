import { z } from 'zod'
import { type Agent, hasDroit, requireDroit } from '#domain/acces/droits'
import { droitDuRapport, EXPORT_JOURNAL } from '#domain/rapport/export'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'

/** Which page of the rapports; a bad value falls back to the first. */
export const MesRapportsParams = z.object({ page: z.coerce.number().int().min(0).max(100_000).catch(0) })

const TAILLE_PAGE = 20

/** The rapports asked for by anyone that this agent may see, newest first, with how far each is; `enCours` says whether to look again soon. */
export async function mesRapports(db: Db, agent: Agent, { page }: z.infer<typeof MesRapportsParams>) {
  const where = hasDroit(agent, droitDuRapport(EXPORT_JOURNAL)) ? {} : { type: { not: EXPORT_JOURNAL } }
  const [total, rows] = await Promise.all([
    db.rapport.count({ where }),
    db.rapport.findMany({
      where,
      select: {
        id: true,
        type: true,
        etat: true,
        progression: true,
        total: true,
        nomFichier: true,
        lignes: true,
        dureeMs: true,
        erreur: true,
        creeLe: true,
        termineLe: true,
        campagne: { select: { code: true, libelle: true } },
        demandePar: { select: { prenom: true, nom: true } },
      },
      orderBy: [{ creeLe: 'desc' }, { id: 'asc' }],
      skip: page * TAILLE_PAGE,
      take: TAILLE_PAGE,
    }),
  ])
  const enCours = rows.some(({ etat }) => etat === 'EN_ATTENTE' || etat === 'EN_COURS')
  return { total, rows, enCours, taillePage: TAILLE_PAGE }
}

/** The file of a rapport that is ready: its storage key, and the name to download it under. Throws NotFound, Forbidden. */
export async function fichierRapport(db: Db, agent: Agent, id: string): Promise<{ cle: string; nomFichier: string }> {
  const rapport = z.uuid().safeParse(id).success
    ? await db.rapport.findUnique({ where: { id, etat: 'PRET' }, select: { cle: true, nomFichier: true, type: true } })
    : null
  if (!rapport?.cle) throw new NotFound('rapport', id)
  requireDroit(agent, droitDuRapport(rapport.type))
  return { cle: rapport.cle, nomFichier: rapport.nomFichier }
}

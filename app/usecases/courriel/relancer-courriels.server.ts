import { type Acteur } from '#domain/acces/acteur'
import { requireDroit } from '#domain/acces/droits'
import type { CauseEchec } from '#domain/courriel/echec-envoi'
import type { Db, Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import type { Prisma } from '#prisma'
import { remettreEnRoute } from '#usecases/courriel/relancer-courriel'

/** Those an officer chose, each with the version that was shown; or those of a cause that failed up to an instant. */
export type Choix =
  | { vises: readonly { courrielId: string; version: number }[] }
  | {
      /** Absent: every cause but ISSUE_INCONNUE, of which a second sending may be a second arrival: it is asked for by its name. */
      cause?: CauseEchec
      /** Words of the server. */
      mots?: string
      depuis?: Date
      jusqua: Date
    }

/** `autres`: chosen, and no longer as they were shown. */
export type Relances = { relances: number; retenus: number; autres: number }

/** Mails asked for again in one commit: the journal is held meanwhile. */
const PAQUET = 50

/**
 * Asks again for many courriels that failed, each through the gate, and says how many leave, how many the gate holds, and how many are no
 * longer as they were shown.
 */
export async function relancerCourriels(deps: Deps, acteur: Acteur, choix: Choix): Promise<Relances> {
  if (acteur.type === 'AGENT') requireDroit(acteur, 'courriel.relancer')
  const vises = 'vises' in choix ? choix.vises : await deCetteCause(deps.db, choix)
  const somme: Relances = { relances: 0, retenus: 0, autres: 0 }
  for (let de = 0; de < vises.length; de += PAQUET) {
    await deps.db.$transaction(async (tx) => {
      const le = deps.now()
      const paquet = await relancerPaquet(tx, acteur, { vises: vises.slice(de, de + PAQUET), le })
      somme.relances += paquet.relances
      somme.retenus += paquet.retenus
      somme.autres += paquet.autres
    })
  }
  return somme
}

async function relancerPaquet(
  tx: Tx,
  acteur: Acteur,
  { vises, le }: { vises: readonly { courrielId: string; version: number }[]; le: Date },
): Promise<Relances> {
  const courriels = await tx.courriel.findMany({ where: { id: { in: vises.map(({ courrielId }) => courrielId) } } })
  const parId = new Map(courriels.map((courriel) => [courriel.id, courriel]))
  const somme: Relances = { relances: 0, retenus: 0, autres: 0 }
  for (const { courrielId, version } of vises) {
    const courriel = parId.get(courrielId)
    const relance = courriel && (await remettreEnRoute(tx, acteur, { courriel, version, le }))
    if (!relance) somme.autres += 1
    else if (relance.retenu) somme.retenus += 1
    else somme.relances += 1
  }
  const detail = { nombre: somme.relances, retenus: somme.retenus }
  if (somme.relances + somme.retenus > 0)
    await writeJournal(tx, acteur, { acte: 'relancerCourriels', objet: 'envois', objetId: 'envois', detail, le })
  return somme
}

const deCetteCause = async (db: Db, { cause, mots, depuis, jusqua }: Exclude<Choix, { vises: unknown }>) =>
  (
    await db.courriel.findMany({
      where: {
        etat: 'ECHEC',
        cause: cause ?? { not: 'ISSUE_INCONNUE' },
        ...(mots && { erreur: { contains: mots.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } }),
        echecLe: { lte: jusqua, ...(depuis && { gte: depuis }) },
      } satisfies Prisma.CourrielWhereInput,
      orderBy: [{ echecLe: 'asc' }, { id: 'asc' }],
      select: { id: true, version: true },
    })
  ).map(({ id, version }) => ({ courrielId: id, version }))

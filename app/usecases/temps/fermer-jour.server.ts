import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { type Jour, toDate } from '#domain/temps/jour'
import { estOuvrable } from '#domain/temps/jours-ouvres'
import { nettoyer } from '#domain/texte'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'

export type RefusFermeture = 'DEJA_CHOME' | 'LIBELLE_MANQUANT'

/**
 * The service is closed on this day: it counts in no working-day delay. Said again, it takes its new name. A Saturday, a Sunday or a public
 * holiday counts in none already.
 */
export async function fermerJour(
  { db, now }: Deps,
  agent: Agent,
  { jour, libelle: dit }: { jour: Jour; libelle: string },
): Promise<Result<undefined, RefusFermeture>> {
  requireDroit(agent, 'campagne.regler')
  const libelle = nettoyer(dit)
  if (!libelle) return no('LIBELLE_MANQUANT')
  if (!estOuvrable(jour)) return no('DEJA_CHOME')
  return db.$transaction(async (tx) => {
    await tx.jourDeFermeture.upsert({
      where: { jour: toDate(jour) },
      create: { jour: toDate(jour), libelle, creeLe: now() },
      update: { libelle },
      select: { jour: true },
    })
    const detail = { jour, libelle }
    await writeJournal(tx, agent, { acte: 'fermerJour', objet: 'calendrier', objetId: jour, detail, le: now() })
    return ok()
  })
}

/** The service works on this day after all. A day that was not closed stays as it is, and the journal says nothing. */
export async function rouvrirJour({ db, now }: Deps, agent: Agent, { jour }: { jour: Jour }): Promise<void> {
  requireDroit(agent, 'campagne.regler')
  await db.$transaction(async (tx) => {
    const { count } = await tx.jourDeFermeture.deleteMany({ where: { jour: toDate(jour) } })
    if (count === 0) return
    const detail = { jour }
    await writeJournal(tx, agent, { acte: 'rouvrirJour', objet: 'calendrier', objetId: jour, detail, le: now() })
  })
}

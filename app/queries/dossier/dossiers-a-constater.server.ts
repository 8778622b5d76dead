import { constater, CONSTATS_MAX, type LigneAConstater } from '#domain/dossier/constat'
import { jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { EN_ATTENTE } from '#infra/stores/deverrouillage/modification'
import { aConstater } from '#infra/stores/dossier/constat'

/** The dossiers chosen, in the order of their numbers: what the page that closes them shows before it does. */
export async function dossiersAConstater(db: Db, ids: readonly string[], now: Date): Promise<LigneAConstater[]> {
  const dossiers = await db.dossier.findMany({
    where: { id: { in: [...new Set(ids)].slice(0, CONSTATS_MAX) } },
    orderBy: [{ numero: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      version: true,
      numero: true,
      objet: true,
      etat: true,
      deposeLe: true,
      structure: { select: { nom: true } },
      deverrouillages: { select: { echeance: true, refermeLe: true } },
      modifications: { where: EN_ATTENTE, select: { id: true } },
    },
  })
  const lignes: LigneAConstater[] = []
  for (const { numero, structure, ...dossier } of dossiers) {
    const { id, version, objet, etat } = dossier
    const lu = await aConstater(db, dossier)
    const answer = constater(lu, 'constaterRejetImplicite', { now, today: jourDeParis(now) })
    const refus = answer.ok ? null : answer.reason
    lignes.push({ id, version, objet, etat, numero: numero ?? '', structure: structure.nom, refus })
  }
  return lignes
}

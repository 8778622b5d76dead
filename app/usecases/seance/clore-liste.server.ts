import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import { clore, type RefusCloture, type RefusReouverture, rouvrirListe as rouvrir } from '#domain/seance/seance'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { claimSeance } from '#infra/stores/seance/seance'

type Vise = { id: string; version: number }

/**
 * Freezes the list of a séance: each line keeps what is proposed for its dossier at that instant, and that is what is voted; a workbook of an
 * earlier freezing votes on none of them. Throws Forbidden,
 * NotFound, Conflict.
 */
export async function cloreListe(
  { db, now }: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<{ lignes: number }, RefusCloture>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, vise)
    const lignes = await tx.ligneSeance.findMany({
      where: { seanceId: seance.id },
      select: {
        dossier: {
          select: { numero: true, etat: true, propositions: { where: { remplaceeLe: null }, select: { id: true } } },
        },
      },
    })
    const answer = clore(
      seance,
      lignes.map(({ dossier: { numero, etat, propositions } }) => ({
        numero: numero ?? '',
        etat,
        propose: propositions.length > 0,
      })),
    )
    if (!answer.ok) return answer
    const le = now()
    await tx.$executeRaw`UPDATE ligne_seance SET avis = p.avis, montant_propose_cents = p.montant_cents, version = version + 1 FROM proposition p
      WHERE ligne_seance.seance_id = ${seance.id}::uuid AND p.dossier_id = ligne_seance.dossier_id AND p.remplacee_le IS NULL`
    await tx.seance.update({ where: { id: seance.id }, data: { closeLe: le }, select: { id: true } })
    const detail = { jour: seance.jour, lignes: lignes.length }
    await writeJournal(tx, agent, { acte: 'cloreListe', objet: 'seance', objetId: seance.id, detail, le })
    return ok({ lignes: lignes.length })
  })
}

/** Opens a frozen list again, while nothing was voted: its lines follow what is proposed once more. Throws Forbidden, NotFound, Conflict. */
export async function rouvrirListe(
  { db, now }: Deps,
  agent: Agent,
  vise: Vise,
): Promise<Result<undefined, RefusReouverture>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, vise)
    const votes = await tx.ligneSeance.count({ where: { seanceId: seance.id, vote: { not: null } } })
    const answer = rouvrir(seance, votes)
    if (!answer.ok) return answer
    const figees = { avis: null, montantProposeCents: null }
    await tx.ligneSeance.updateMany({ where: { seanceId: seance.id }, data: figees })
    await tx.seance.update({ where: { id: seance.id }, data: { closeLe: null }, select: { id: true } })
    const detail = { jour: seance.jour }
    await writeJournal(tx, agent, { acte: 'rouvrirListe', objet: 'seance', objetId: seance.id, detail, le: now() })
    return ok()
  })
}

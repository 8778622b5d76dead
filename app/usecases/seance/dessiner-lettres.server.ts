import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import { demanderDessin, type RefusDessin } from '#domain/seance/lettre-repetee'
import { lettreAEssayer } from '#emails/lettre-du-dossier'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { empreinteDe, votesADire } from '#infra/stores/seance/a-dire'
import { A_NOTIFIER, claimSeance } from '#infra/stores/seance/seance'
import { dessinDesLettres } from '#jobs/seance'
import { lire } from '#lecteurs/lecteurs'

/** Promises the drawing of the letters of a séance, in the transaction of what calls for it. */
export async function promettreLettres(tx: Tx, seanceId: string, le: Date): Promise<void> {
  await tx.seance.update({ where: { id: seanceId }, data: { lettresDemandeesLe: le }, select: { id: true } })
  await promiseJob(tx, dessinDesLettres, { seanceId })
}

/**
 * Asks for the letters that a séance has still to tell to be drawn: those that are not, those whose words changed since, and once more those of which
 * no page came. Throws Forbidden, NotFound, Conflict.
 */
export async function demanderLettres(
  { db, now }: Deps,
  agent: Agent,
  vise: { id: string; version: number },
): Promise<Result<{ decisions: number }, RefusDessin>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const { id, jour, deliberation } = await claimSeance(tx, vise)
    const decisions = await tx.ligneSeance.count({ where: { seanceId: id, ...A_NOTIFIER } })
    const answer = demanderDessin(deliberation, decisions)
    if (!answer.ok) return answer
    await tx.lettreRepetee.deleteMany({ where: { seanceId: id, composee: false } })
    const le = now()
    await promettreLettres(tx, id, le)
    const detail = { jour, decisions }
    await writeJournal(tx, agent, { acte: 'demanderLettres', objet: 'seance', objetId: id, detail, le })
    return ok({ decisions })
  })
}

/**
 * Draws the letters of a séance that are not drawn from their present words, one after the other, and keeps what came of each with the fingerprint of
 * what it was drawn from, then that what was asked is answered: until then the drawing is owed. Run twice, it draws none twice. Throws NotFound, and
 * what a reader that is busy throws.
 */
export async function dessinerLettres(
  { db, now }: Deps,
  seanceId: string,
): Promise<{ dessinees: number; enEchec: string[] }> {
  const { seance, deliberation, votes } = await votesADire(db, { id: seanceId, now: now() })
  const faites = { dessinees: 0, enEchec: [] as string[] }
  if (!deliberation) return faites
  for (const { ligneId, dossier, decision, lettre: gardee } of votes) {
    const lettre = lettreAEssayer(dossier, decision, deliberation)
    const empreinte = empreinteDe(lettre)
    if (!lettre || !empreinte || gardee?.empreinte === empreinte) continue
    const lue = await lire('lettre', lettre)
    const dessin = lue.ok ? lue.value : lue
    const faite = {
      ...{ empreinte, composee: dessin.ok, dessineeLe: now() },
      detail: dessin.ok ? '' : `${dessin.reason} ${dessin.detail ?? ''}`.trim(),
    }
    const cle = { ligneSeanceId: ligneId, seanceId }
    await db.lettreRepetee.upsert({
      where: { ligneSeanceId: ligneId },
      create: { ...cle, ...faite },
      update: faite,
      select: { seanceId: true },
    })
    if (dessin.ok) faites.dessinees += 1
    else faites.enEchec.push(ligneId)
  }
  // Asked for again meanwhile, its other job is still owed.
  const lettresDessineesLe = seance.lettresDemandeesLe
  await db.seance.update({ where: { id: seanceId }, data: { lettresDessineesLe }, select: { id: true } })
  return faites
}

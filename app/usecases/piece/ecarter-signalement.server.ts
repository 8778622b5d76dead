import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import { empechementControle, type EmpechementControle } from '#domain/dossier/instruction'
import { lireSignalements } from '#domain/piece/signalement'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'

/** One thing noticed of one file: `versionId` is the file the page showed. */
export type SignalementVise = { dossierId: string; versionId: string; probleme: string }

export type RefusSignalement = EmpechementControle | 'SIGNALEMENT_INCONNU'

/**
 * Sets a false alarm aside, or takes that back. It is remembered for these bytes of this pièce: the same file deposited again is not accused
 * again, another one is. Done twice, the second changes nothing.
 */
export async function ecarterSignalement(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, versionId, probleme, ecarte }: SignalementVise & { ecarte: boolean },
): Promise<Result<undefined, RefusSignalement>> {
  requireDroit(agent, 'dossier.instruire')

  return db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const dossier = await loadDossier(tx, dossierId)
    const closed = empechementControle(dossier.etat)
    if (closed) return no(closed)
    const version = await tx.pieceVersion.findFirst({
      where: { id: versionId, piece: { dossierId } },
      select: { sha256: true, nomFichier: true, signalements: true, piece: { select: { id: true, code: true } } },
    })
    if (!version) throw new NotFound('piece', versionId)
    const signalement = lireSignalements(version.signalements).find((s) => s.probleme === probleme)
    if (!signalement) return no('SIGNALEMENT_INCONNU')

    const cle = { pieceId: version.piece.id, probleme, sha256: version.sha256 }
    const known = await tx.signalementEcarte.findUnique({ where: { pieceId_probleme_sha256: cle } })
    if (Boolean(known) === ecarte) return ok()
    const le = now()
    if (ecarte) await tx.signalementEcarte.create({ data: { ...cle, par: nomDActeur(agent), le } })
    else await tx.signalementEcarte.delete({ where: { pieceId_probleme_sha256: cle } })
    await claimVersion(tx, dossier)
    await writeJournal(tx, agent, {
      acte: ecarte ? 'ecarterSignalement' : 'retablirSignalement',
      objet: 'dossier',
      objetId: dossierId,
      detail: { piece: version.piece.code, fichier: version.nomFichier, probleme, constat: signalement.detail },
      le,
    })
    return ok()
  })
}

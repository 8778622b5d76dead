import type { Demandeur } from '#domain/acces/acteur'
import { type RefusDeRemplir, verifierBrouillon } from '#domain/demande-en-ligne/saisie'
import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { tenirDemande } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { cleDeTeleversement } from '#infra/stores/demande-en-ligne/televersement'

/**
 * Deletes a demande that is not deposited, with its answers and its files: it is the structure's own, and no officer has seen it. CHANGEE where
 * somebody wrote in it since it was shown. Throws NotFound.
 */
export async function supprimerDemande(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { id, version }: { id: string; version: number },
): Promise<Result<undefined, RefusDeRemplir | 'CHANGEE'>> {
  const retirees = await db.$transaction(async (tx): Promise<Result<string[], RefusDeRemplir | 'CHANGEE'>> => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const permis = verifierBrouillon(tenue.role, tenue)
    if (!permis.ok) return permis
    if (tenue.version !== version) return no('CHANGEE')
    const enVol = await tx.televersement.findMany({ where: { demandeEnLigneId: id }, select: { id: true } })
    await tx.demandeEnLigne.delete({ where: { id }, select: { id: true } })
    await writeJournal(tx, demandeur, {
      acte: 'supprimerDemande',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { campagne: tenue.campagne.code, structure: tenue.structure.nom, fichiers: tenue.pieces.length },
      le: now(),
    })
    return ok([...tenue.pieces.map(({ cle }) => cle), ...enVol.map((un) => cleDeTeleversement(un.id))])
  })
  if (!retirees.ok) return retirees
  for (const cle of retirees.value) await storage.remove(cle)
  return ok()
}

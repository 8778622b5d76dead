import type { Demandeur } from '#domain/acces/acteur'
import { instantDuDepot, verifierReponses } from '#domain/demande-en-ligne/depot'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { questionsAttendues, reouverture } from '#domain/demande-en-ligne/saisie'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import {
  fichierInfecte,
  marquerChangee,
  reponsesDe,
  tenirDemande,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { fichierEnVol } from '#infra/stores/demande-en-ligne/televersement'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { certifier, type Certification } from '#usecases/demande-en-ligne/certifier'
import { retenirReponses } from '#usecases/demande-en-ligne/retenir-reponses'
import { refermerAuDepot } from '#usecases/deverrouillage/retenir-modification'

export type RefusDeRedeposer =
  'LECTEUR_SEUL' | 'REFERMEE' | 'INCOMPLETE' | 'CHANGEE' | 'FICHIER_EN_VOL' | 'FICHIER_INFECTE'

/**
 * The structure puts the pen down: what it changed since the dossier was opened again is certified and waits for an officer, and the opening is over. Sent
 * twice, it is sent once. Where nothing was changed there is nothing to look at. `version` is that of the summary which was certified; what is judged is `arriveeLe`, the instant at which it reached the server. FICHIER_EN_VOL names a file that has not come whole yet, FICHIER_INFECTE
 * one that the antivirus locked. Throws NotFound.
 */
export const redeposerDemande = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { id, version, arriveeLe, ...certification }: Certification,
): Promise<Result<{ dossierId: string }, RefusDeRedeposer>> =>
  db.$transaction(async (tx): Promise<Result<{ dossierId: string }, RefusDeRedeposer>> => {
    const tenue = await tenirDemande(tx, demandeur.id, id)
    const le = instantDuDepot(arriveeLe, now())
    const { dossier } = tenue
    if (!peutRemplir(tenue.role)) return no('LECTEUR_SEUL')
    const ouverture = reouverture(tenue, le)
    if (!dossier || !ouverture)
      return dossier && tenue.version === version + 1 && (await estRedeposee(tx, dossier.id))
        ? ok({ dossierId: dossier.id })
        : no('REFERMEE')
    const reponses = { ...reponsesDe(tenue), ...certification }
    const { posees } = tenue
    const permis = verifierReponses({ reponses, posees: questionsAttendues(posees, ouverture) })
    if (!permis.ok) return permis
    const enVol = await fichierEnVol(tx, id, le)
    if (enVol !== null) return no('FICHIER_EN_VOL', enVol)
    const infecte = fichierInfecte(tenue)
    if (infecte !== null) return no('FICHIER_INFECTE', infecte)
    if (tenue.version !== version) return no('CHANGEE')

    await certifier(tx, demandeur, { id, reponses: certification, le })
    const retenue = await retenirReponses(tx, demandeur, {
      ...{ dossier, ouverture, reponses, posees, redepose: true, le },
    })
    if (!retenue.change)
      await tx.modification.update({
        where: { id: retenue.modificationId },
        data: { etat: 'ACCEPTEE', traiteeLe: le },
        select: { id: true },
      })
    await claimVersion(tx, dossier)
    await refermerAuDepot(tx, demandeur, { dossierId: dossier.id, le })
    await marquerChangee(tx, id, le)
    return ok({ dossierId: dossier.id })
  })

/** The last opening of the dossier ended by a deposit. */
const estRedeposee = async (tx: Tx, dossierId: string): Promise<boolean> => {
  const dernier = await tx.deverrouillage.findFirst({
    where: { dossierId },
    orderBy: [{ ouvertLe: 'desc' }, { id: 'asc' }],
    select: { fermeture: true },
  })
  return dernier?.fermeture === 'DEPOT'
}

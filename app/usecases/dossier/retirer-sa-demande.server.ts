import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { retirerSaDemande as retirer, type RefusDeRetirer } from '#domain/demande-en-ligne/retrait'
import { decider, empechement } from '#domain/dossier/decision'
import { no, ok, type Result } from '#domain/result'
import type { DepsActe } from '#infra/deps'
import { aDecider, lockEnveloppe } from '#infra/stores/campagne/enveloppe'
import { dossierDuMembre, etatPourLeMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { precisionDuRetrait } from '#libelles/demandeur/retrait'
import { changeDe, ecrireDecision } from '#usecases/dossier/decider-dossier'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { tenirSaListe } from '#usecases/seance/quitter-la-liste'

/**
 * A member of the structure withdraws a deposited demande: the decision that an officer would write down, by the same rule, with the same mail, which
 * leaves at once. Asked twice it is done once. CHANGEE where the dossier is another than the one that was shown. Throws NotFound for a dossier that is not
 * of a structure of theirs, Conflict.
 */
export const retirerSaDemande = (
  { db, now }: DepsActe,
  demandeur: Demandeur,
  { dossierId, version, motif }: Vise & { motif: string },
): Promise<Result<undefined, RefusDeRetirer | 'CHANGEE'>> =>
  db.$transaction(async (tx): Promise<Result<undefined, RefusDeRetirer | 'CHANGEE'>> => {
    const { role } = await dossierDuMembre(tx, demandeur.id, dossierId)
    await tenirSaListe(tx, dossierId)
    await lockEnveloppe(tx, dossierId)
    const dossier = await loadDossier(tx, dossierId)
    if (dossier.decision?.retireeParId) return ok()
    const le = now()
    const examine = await aDecider(tx, dossier, le)
    const { etat } = await etatPourLeMembre(tx, dossier, le)
    const ferme = empechement(examine, 'retirer')?.reason ?? null
    const permis = retirer({ role, etat, ferme }, motif)
    if (!permis.ok) return permis
    if (dossier.version !== version) return no('CHANGEE')
    const precision = precisionDuRetrait({ par: nomDActeur(demandeur), motif: permis.value.motif })
    const decision = decider(examine, { acte: 'retirer', precision, prevenir: true }, le)
    if (!decision.ok) return no('PAS_ICI')
    await claimVersion(tx, dossier, changeDe(decision.value))
    await ecrireDecision(demandeur, { tx, dossier, value: decision.value, le }, null)
    return ok()
  })

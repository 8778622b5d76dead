import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { ouvert } from '#domain/dossier/deverrouillage'
import {
  type ModificationVoulue,
  type RefusDeVouloir,
  vouloirModifier,
} from '#domain/demande-en-ligne/modification-voulue'
import { ok, type Result } from '#domain/result'
import { abreger } from '#domain/texte'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { dossierDuMembre, etatPourLeMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { claimVersion, loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'

/**
 * A member of the structure asks to change a deposited dossier: it waits with the wishes that come by mail, and an officer opens the dossier or says why not.
 * Asked twice it waits once. Throws NotFound for a dossier that is not of a structure of theirs.
 */
export const demanderModification = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { dossierId, ...voulue }: ModificationVoulue & { dossierId: string },
): Promise<Result<undefined, RefusDeVouloir>> =>
  db.$transaction(async (tx) => {
    const { role } = await dossierDuMembre(tx, demandeur.id, dossierId)
    await lockDossier(tx, dossierId)
    const le = now()
    const dossier = await loadDossier(tx, dossierId)
    const { etat } = await etatPourLeMembre(tx, dossier, le)
    const demandee = vouloirModifier(
      {
        role,
        etat,
        ouvert: ouvert(dossier, le) !== undefined,
        aExaminer: dossier.modifications.length > 0,
        enAttente: dossier.demandesDeverrouillage.some((une) => une.etat === 'EN_ATTENTE'),
      },
      voulue,
    )
    if (!demandee.ok) return demandee
    const { sections, texte } = demandee.value
    await claimVersion(tx, dossier)
    const { id } = await tx.demandeDeverrouillage.create({
      data: {
        ...{ dossierId, canal: 'EXTRANET', demandeur: nomDActeur(demandeur), recueLe: le, texte },
        sections: [...sections],
      },
      select: { id: true },
    })
    await writeJournal(tx, demandeur, {
      acte: 'recevoirDemandeDeverrouillage',
      objet: 'dossier',
      objetId: dossierId,
      detail: {
        demandeId: id,
        canal: 'EXTRANET',
        demandeur: nomDActeur(demandeur),
        sections: [...sections],
        texte: abreger(texte, 300),
      },
      le,
    })
    return ok()
  })

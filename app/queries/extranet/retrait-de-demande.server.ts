import type { Demandeur } from '#domain/acces/acteur'
import { empechementDeRetirer } from '#domain/demande-en-ligne/retrait'
import { empechement } from '#domain/dossier/decision'
import type { Db } from '#infra/db'
import { aDecider } from '#infra/stores/campagne/enveloppe'
import { dossierDuMembre, etatPourLeMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { loadDossier } from '#infra/stores/dossier/dossier'

/** What is withdrawn, and why it cannot be where it cannot. Throws NotFound for a dossier that is not of a structure of theirs. */
export async function retraitDeDemande(db: Db, demandeur: Demandeur, { id, now }: { id: string; now: Date }) {
  const { role } = await dossierDuMembre(db, demandeur.id, id)
  const dossier = await loadDossier(db, id)
  const { etat } = await etatPourLeMembre(db, dossier, now)
  const ferme = empechement(await aDecider(db, dossier, now), 'retirer')?.reason ?? null
  return {
    ...{ id, numero: dossier.numero, objet: dossier.objet, version: dossier.version },
    montantDemandeCents: dossier.montantDemandeCents,
    empechement: empechementDeRetirer({ role, etat, ferme }),
  }
}

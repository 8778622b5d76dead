import { lireReglages } from '#domain/campagne/reglages'
import { empechementDeverrouillage, ouvert } from '#domain/dossier/deverrouillage'
import { addDays, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'

/** Everything about who may write in a dossier: what is open, what was, what the demandeur asks, and the days a reopening may last. */
export async function deverrouillagesDossier(db: Db, dossierId: string, now: Date) {
  const dossier = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      id: true,
      version: true,
      etat: true,
      contactNom: true,
      contactCourriel: true,
      campagne: { select: { dispositif: true, reglages: true } },
      deverrouillages: {
        orderBy: { ouvertLe: 'desc' },
        include: { ouvertPar: { select: { prenom: true, nom: true } } },
      },
      demandesDeverrouillage: {
        orderBy: { recueLe: 'desc' },
        include: { courrielRecu: { select: { sujet: true } }, traiteePar: { select: { prenom: true, nom: true } } },
      },
    },
  })
  const { joursMin, joursDefaut, joursMax } = lireReglages(
    dossier.campagne.reglages,
    dossier.campagne.dispositif,
  ).deverrouillage
  const today = jourDeParis(now)
  const courant = ouvert(dossier, now)
  return {
    version: dossier.version,
    destinataire: dossier.contactCourriel,
    empechement: empechementDeverrouillage(dossier, now),
    courant: courant ?? null,
    historique: dossier.deverrouillages.filter((d) => d.id !== courant?.id),
    enAttente: dossier.demandesDeverrouillage.filter((d) => d.etat === 'EN_ATTENTE'),
    traitees: dossier.demandesDeverrouillage.filter((d) => d.etat !== 'EN_ATTENTE'),
    echeance: {
      min: addDays(today, Math.max(1, joursMin)),
      defaut: addDays(today, joursDefaut),
      max: addDays(today, joursMax),
    },
  }
}

import type { Agent } from '#domain/acces/droits'
import { lireReglages } from '#domain/campagne/reglages'
import { cleUnique } from '#domain/courriel/courriel'
import { empechementDeverrouillage, estAnnulable, ouvert } from '#domain/dossier/deverrouillage'
import { lireFichiers } from '#domain/portail/modification'
import { voteDe } from '#domain/dossier/ouverture'
import { addDays, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { inscriptionDe } from '#infra/stores/seance/seance'
import type { Prisma } from '#prisma'
import { modificationDossier } from '#queries/deverrouillage/modification-dossier'

const SELECTION = {
  id: true,
  version: true,
  etat: true,
  contactCourriel: true,
  campagneId: true,
  exigencesId: true,
  structure: { select: { genre: true } },
  campagne: { select: { dispositif: true, reglages: true } },
  deverrouillages: {
    orderBy: { ouvertLe: 'desc' },
    include: {
      ouvertPar: { select: { prenom: true, nom: true } },
      modifications: {
        where: { etat: { in: ['ACCEPTEE', 'ECARTEE'] } },
        select: { id: true, etat: true, motif: true, fichiers: true, traiteeLe: true, traiteePar: true },
      },
    },
  },
  demandesDeverrouillage: {
    orderBy: { recueLe: 'desc' },
    include: { courrielRecu: { select: { sujet: true } }, traiteePar: { select: { prenom: true, nom: true } } },
  },
} as const satisfies Prisma.DossierSelect

/**
 * Everything about who may write in a dossier: what is open, what was, what the demandeur asks and changed, and the days a reopening
 * may last.
 */
export async function deverrouillagesDossier(deps: DepsFichiers, dossierId: string, agent: Pick<Agent, 'role'>) {
  const { db } = deps
  const now = deps.now()
  const dossier = await db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: SELECTION })
  const [modification, attendues, enPartance, inscription] = await Promise.all([
    modificationDossier(deps, dossierId),
    attenduesDuDossier(db, dossier),
    refusEnPartance(db, dossierId),
    inscriptionDe(db, dossierId),
  ])
  const { campagne, deverrouillages, demandesDeverrouillage } = dossier
  const { joursMin, joursDefaut, joursMax } = lireReglages(campagne.reglages, campagne.dispositif).deverrouillage
  const today = jourDeParis(now)
  const courant = ouvert(dossier, now)
  return {
    version: dossier.version,
    destinataire: dossier.contactCourriel,
    empechement: empechementDeverrouillage(
      { ...dossier, deverrouillages, modifications: modification ? [modification] : [] },
      now,
      voteDe(agent, { ...dossier, inscription }, now),
    ),
    courant: courant ? { ...courant, annulable: estAnnulable(courant, now) } : null,
    modification,
    historique: deverrouillages
      .filter((d) => d.id !== courant?.id)
      .map(({ modifications, ...d }) => ({
        ...d,
        modifications: modifications.map(({ fichiers, ...m }) => ({
          ...m,
          fichiers: lireFichiers(fichiers).map(({ nomFichier }) => nomFichier),
        })),
      })),
    enAttente: demandesDeverrouillage.filter((d) => d.etat === 'EN_ATTENTE'),
    traitees: demandesDeverrouillage
      .filter((d) => d.etat !== 'EN_ATTENTE')
      .map((d) => ({ ...d, partLe: enPartance.get(d.id) ?? null })),
    pieces: attendues.map(({ code }) => code),
    echeance: {
      min: addDays(today, Math.max(1, joursMin)),
      defaut: addDays(today, joursDefaut),
      max: addDays(today, joursMax),
    },
  }
}

/** The refusals whose mail has not left, by request, with the instant it will: they can still be taken back. */
async function refusEnPartance(db: Db, dossierId: string): Promise<Map<string, Date>> {
  const prefixe = cleUnique('refus-deverrouillage', '')
  const courriels = await db.courriel.findMany({
    where: { dossierId, modele: 'deverrouillage_refuse', etat: 'A_ENVOYER' },
    select: { cleUnique: true, partirLe: true },
  })
  return new Map(
    courriels.flatMap(({ cleUnique: cle, partirLe }) =>
      partirLe ? [[cle.slice(prefixe.length).split('/')[0] ?? '', partirLe] as const] : [],
    ),
  )
}

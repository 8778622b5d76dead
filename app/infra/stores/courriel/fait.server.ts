import { ETATS_D_AVIS } from '#domain/avis-expert/avis-expert'
import { joursRestants } from '#domain/demande-en-ligne/depot'
import { lireReglages } from '#domain/campagne/reglages'
import { faitDeLaCle } from '#domain/courriel/courriel'
import type { Fait, ModeleAutomatique } from '#domain/courriel/porte'
import type { NatureDecision } from '#domain/dossier/decision'
import { estARelire } from '#domain/notification-de-decision/liberation-de-decision'
import { estDecide } from '#domain/dossier/etat'
import { examenDeLaCle } from '#domain/suite-accord/demande-de-bilan'
import { compareJours, fromDate, jourDeParis, toDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { hashJeton } from '#infra/jeton'
import { jetonDuCourriel } from '#infra/stores/acces/lien-secret'
import { campagneDe, reponsesDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { EN_ATTENTE } from '#infra/stores/complement/complement'
import type { Prisma } from '#prisma'

/** A mail, as what it tells is looked for. */
export type Annonce = {
  modele: ModeleAutomatique
  cleUnique: string
  dossierId?: string | null
  preProjetId?: string | null
  creeLe: Date
}

/** Whether a fact still holds, and who has told it. */
export type EtatDuFait = Pick<Fait, 'tient' | 'ditPar' | 'sansDeliberation' | 'aRelire'>

type Vise = { tx: Tx | Db; id: string; cle: string; dossierId: string; preProjetId: string; creeLe: Date; at: Date }

/** What no row names: a key another version of the software made finds nothing, and its mail is held. */
const AUCUN = '00000000-0000-0000-0000-000000000000'
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

type Depose = Pick<Prisma.DossierGetPayload<object>, 'deposeLe' | 'etat' | 'origine'> & {
  campagne: Pick<Prisma.CampagneGetPayload<object>, 'reglages' | 'dispositif'>
}

const tantQue = (tient: boolean): EtatDuFait => ({
  ...{ tient, ditPar: null },
  ...{ sansDeliberation: false, aRelire: false },
})

/** What the act that is writing its mail has itself just made, and nobody has told. */
export const VIENT_D_ETRE_FAIT: EtatDuFait = tantQue(true)

/** What was voted is told once its délibération is in force on that day (docs/domaine.md § 7.6); the rest is decided without a vote. */
const enVigueur = (at: Date): Prisma.DecisionWhereInput => {
  const executoireLe = { lte: toDate(jourDeParis(at)) }
  return {
    OR: [
      { vote: null },
      { vote: 'HORS_SEANCE', deliberationExecutoireLe: executoireLe },
      { vote: 'SEANCE', ligneSeance: { seance: { deliberation: { executoireLe } } } },
    ],
  }
}

const decision =
  (...natures: NatureDecision[]) =>
  async ({ tx, id, dossierId, at }: Vise): Promise<EtatDuFait> => {
    const prise = { id, dossierId, nature: { in: natures }, dossier: { etat: { in: natures } } }
    const tenue = await tx.decision.findFirst({
      where: { ...prise, ...enVigueur(at) },
      select: { vote: true, libereeLe: true },
    })
    if (tenue) return { ...tantQue(true), aRelire: estARelire(tenue) }
    // It stands, and no délibération that anybody typed makes it one.
    const sansDeliberation = (await tx.decision.count({ where: { ...prise, vote: 'NON_RENSEIGNE' } })) > 0
    return { ...tantQue(sansDeliberation), sansDeliberation }
  }

const ouverture = async ({ tx, id, at }: Vise): Promise<EtatDuFait> =>
  tantQue((await tx.deverrouillage.count({ where: { id, refermeLe: null, echeance: { gt: at } } })) > 0)

/** An officer who has written to the structure of a fiche since has told that it arrived. */
async function ficheRecue({ tx, id, creeLe }: Vise): Promise<EtatDuFait> {
  const ecrits = await tx.courriel.count({
    where: { preProjetId: id, acteurType: 'AGENT', creeLe: { gte: creeLe }, etat: { notIn: ['ANNULE', 'RETENU'] } },
  })
  return { ...tantQue((await tx.preProjet.count({ where: { id } })) > 0), ditPar: ecrits > 0 ? 'AGENT' : null }
}

async function depot({ tx, id }: Vise): Promise<EtatDuFait> {
  const dossier = await tx.dossier.findUnique({ where: { id }, include: { campagne: true } })
  return dossier ? etatDuDepot(dossier) : tantQue(false)
}

/** A deposit is news until it is decided; the portal tells it by itself, unless it came by the extranet or the MCEI tells it. */
export function etatDuDepot({ deposeLe, etat, origine, campagne }: Depose): EtatDuFait {
  const { accuseReception } = lireReglages(campagne.reglages, campagne.dispositif)
  return {
    ...tantQue(deposeLe !== null && !estDecide(etat)),
    ditPar: accuseReception || origine === 'EXTRANET' ? null : 'PORTAIL',
  }
}

/** Silence has not yet rejected the request: a reminder of it still has a purpose. */
async function relance({ tx, id, dossierId, at }: Vise): Promise<EtatDuFait> {
  const attendue = await tx.demandeComplement.findFirst({
    where: { id, dossierId, etat: EN_ATTENTE },
    select: { dossier: { select: { etat: true, rejetImpliciteLe: true } } },
  })
  if (!attendue) return tantQue(false)
  const { etat, rejetImpliciteLe } = attendue.dossier
  const rejete = rejetImpliciteLe !== null && compareJours(fromDate(rejetImpliciteLe), jourDeParis(at)) < 0
  return tantQue(!estDecide(etat) && !rejete)
}

/** The bilan has not come, or is still to complete as this mail says it, and the grant that obliges to it stands. */
const bilanAttendu = async ({ tx, id, cle, dossierId }: Vise): Promise<EtatDuFait> => {
  const accorde = { etat: { in: ['ACCORDE' as const, 'ACCORDE_PARTIEL' as const] } }
  const complementLe = examenDeLaCle(cle)
  const attendu = complementLe ? { verdict: 'A_COMPLETER' as const, complementLe } : { recuLe: null }
  return tantQue((await tx.bilanDeProjet.count({ where: { id, dossierId, ...attendu, dossier: accorde } })) > 0)
}

/** The payment was not cancelled, nor one of those that its mail adds up with it. */
const versementFait = async ({ tx, id, dossierId, creeLe }: Vise): Promise<EtatDuFait> => {
  if ((await tx.versement.count({ where: { id, dossierId, annuleLe: null } })) === 0) return tantQue(false)
  return tantQue((await tx.versement.count({ where: { dossierId, annuleLe: { gt: creeLe } } })) === 0)
}

/** It is still asked, nothing of it came, and the bilan that makes it is not thought otherwise since. */
const reversementAttendu = async ({ tx, id, dossierId, creeLe }: Vise): Promise<EtatDuFait> => {
  const bilan = { verdict: 'CONFORME' as const, jugeLe: { lte: creeLe } }
  const attendu = { id, dossierId, annuleLe: null, renduCents: 0n, dossier: { bilan } }
  return tantQue((await tx.demandeDeReversement.count({ where: attendu })) > 0)
}

/** Found incomplete, then complete again, a dossier is complete since another day, that another mail tells. */
async function complet({ tx, id, creeLe }: Vise): Promise<EtatDuFait> {
  const ditDepuis = { modele: 'dossier_complet', creeLe: { gt: creeLe } }
  const tenus = await tx.dossier.count({
    where: { id, etat: { in: ['COMPLET', 'EN_INSTRUCTION'] }, courriels: { none: ditDepuis } },
  })
  return tantQue(tenus > 0)
}

const ETATS: Record<ModeleAutomatique, (vise: Vise) => Promise<EtatDuFait>> = {
  fiche_recue: ficheRecue,
  avis_preprojet: async ({ tx, id, creeLe }) =>
    tantQue((await tx.preProjet.count({ where: { id, avis: { not: null }, avisLe: creeLe } })) > 0),
  invitation_depot: async ({ tx, id }) =>
    tantQue(
      (await tx.preProjet.count({
        where: { id, avis: 'FAVORABLE', rapprochements: { none: { etat: 'CONFIRME' } } },
      })) > 0,
    ),
  confirmation_envoi: async ({ tx, id }) =>
    tantQue((await tx.demandeEnLigne.count({ where: { dossierId: id, deposeeLe: { not: null } } })) > 0),
  ar_depot: depot,
  pieces_manquantes: async ({ tx, id, dossierId }) =>
    tantQue((await tx.demandeComplement.count({ where: { id, dossierId, etat: 'OUVERTE' } })) > 0),
  relance,
  dossier_complet: complet,
  deverrouillage_accorde: ouverture,
  deverrouillage_rappel: ouverture,
  deverrouillage_refuse: async ({ tx, id }) =>
    tantQue((await tx.demandeDeverrouillage.count({ where: { id, etat: 'REFUSEE' } })) > 0),
  decision_favorable: decision('ACCORDE'),
  decision_partielle: decision('ACCORDE_PARTIEL'),
  decision_defavorable: decision('REFUSE'),
  demande_bilan: bilanAttendu,
  versement: versementFait,
  reversement: reversementAttendu,
  sans_suite: decision('SANS_SUITE'),
  retrait: decision('RETIRE'),
  irrecevabilite: decision('HORS_DELAI', 'INELIGIBLE'),
  nouvelles_du_jour: async ({ tx, id }) =>
    tantQue((await tx.agent.count({ where: { id, actif: true, resumeDuJour: true } })) > 0),
  compte_a_confirmer: async ({ tx, id, at }) =>
    tantQue(
      (await tx.ouvertureDeCompte.count({
        where: { id, etat: 'A_CONFIRMER', confirmationExpireLe: { gt: at } },
      })) > 0,
    ),
  compte_ouvert: async ({ tx, id }) =>
    tantQue((await tx.ouvertureDeCompte.count({ where: { id, etat: 'ACCEPTEE' } })) > 0),
  compte_refuse: async ({ tx, id }) =>
    tantQue((await tx.ouvertureDeCompte.count({ where: { id, etat: 'REFUSEE' } })) > 0),
  demande_a_deposer: async ({ tx, id, at }) => {
    const lue = await tx.demandeEnLigne.findUnique({ where: { id }, include: { campagne: true } })
    return tantQue(lue !== null && lue.deposeeLe === null && joursRestants(campagneDe(lue), at) !== null)
  },
  // Ticked anew, the règlement was read: nothing is left to say.
  changement_reglement: async ({ tx, id, at }) => {
    const lue = await tx.demandeEnLigne.findUnique({ where: { id }, include: { campagne: true, reponses: true } })
    if (lue === null || lue.deposeeLe !== null || joursRestants(campagneDe(lue), at) === null) return tantQue(false)
    return tantQue(reponsesDe(lue).reglementLu !== 'oui')
  },
  demande_avis: async ({ tx, id, at }) =>
    tantQue(
      (await tx.avisDExpert.count({
        where: {
          ...{ id, revoqueLe: null, renduLe: null, jusquAu: { gte: toDate(jourDeParis(at)) } },
          dossier: { etat: { in: [...ETATS_D_AVIS] } },
        },
      })) > 0,
    ),
  mot_de_passe_extranet: async ({ tx, id, cle, at }) =>
    tantQue(
      (await tx.demandeur.count({
        where: { id, actif: true, activation: hashJeton(jetonDuCourriel(cle)), activationExpireLe: { gt: at } },
      })) > 0,
    ),
  mot_de_passe: async ({ tx, id, cle, at }) =>
    tantQue(
      (await tx.agent.count({
        where: { id, actif: true, activation: hashJeton(jetonDuCourriel(cle)), activationExpireLe: { gt: at } },
      })) > 0,
    ),
}

/** Does what this mail tells still hold at this instant, and who else has told it? Looked at by the act that promises it and by its departure. */
export async function etatDuFait(
  tx: Tx | Db,
  { modele, cleUnique, dossierId, preProjetId, creeLe }: Annonce,
  at: Date,
): Promise<EtatDuFait> {
  const nomme = faitDeLaCle(cleUnique)
  const id = UUID.test(nomme) ? nomme : AUCUN
  return ETATS[modele]({
    tx,
    id,
    cle: cleUnique,
    dossierId: dossierId ?? AUCUN,
    preProjetId: preProjetId ?? AUCUN,
    creeLe,
    at,
  })
}

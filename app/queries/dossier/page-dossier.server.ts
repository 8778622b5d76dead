import { avecGenre } from '#infra/stores/dossier/structure'
import type { Agent } from '#domain/acces/droits'
import { type BloquantVu, lectureEnCours, passesOutre, restants } from '#domain/dossier/bloquants'
import { empechementDeverrouillage, ouvert } from '#domain/dossier/deverrouillage'
import { etatRecevabilite } from '#domain/dossier/examen-recevabilite'
import { empechements } from '#domain/dossier/decision'
import { empechementComplement } from '#domain/complement/complement'
import { niveauDelai } from '#domain/dossier/delais'
import { ACTES_INSTRUCTION, type ActeInstruction, avancer, type RefusInstruction } from '#domain/dossier/instruction'
import { type PieceSignalee, resteAFaire, suiteProbable } from '#domain/dossier/reste-a-faire'
import { lireReglages } from '#domain/campagne/reglages'
import { voteDe } from '#domain/dossier/ouverture'
import { aUneVueDuDemandeur } from '#domain/demandeur/vue-du-demandeur'
import { aUneLettre } from '#domain/dossier/lettre'
import { peutPasserOutre } from '#domain/dossier/passer-outre'
import type { Controle } from '#domain/piece/piece'
import { estNote, lireSignalements } from '#domain/piece/signalement'
import { compareJours, fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { dernierActeSur } from '#infra/journal'
import { rejetDate } from '#libelles/delais'
import { direBloquant, suiteDuBloquant } from '#libelles/dossier/bloquants'
import { direSignalement } from '#libelles/dossier/recevabilite'
import { avecSonNom } from '#libelles/journal/journal'
import { etatExplique } from '#libelles/mots'
import { A_REGLER } from '#infra/stores/courriel/retour'
import { EN_ORDRE, lireEtiquetteGardee } from '#infra/stores/etiquette/etiquette'
import { recevabiliteDe } from '#infra/stores/dossier/recevabilite'
import { situationDuDossier } from '#infra/stores/dossier/situation'
import { EN_ATTENTE } from '#infra/stores/deverrouillage/modification'
import { decisionARelire } from '#queries/dossier/liberation-de-decision'
import { inscriptionDe } from '#infra/stores/seance/seance'

const lire = (db: Db, id: string) =>
  db.dossier.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      numero: true,
      objet: true,
      etat: true,
      origine: true,
      version: true,
      statutPortail: true,
      disparuLe: true,
      deposeLe: true,
      montantDemandeCents: true,
      coutTotalCents: true,
      montantAccordeCents: true,
      rejetImpliciteLe: true,
      complementLimite: true,
      anomalies: true,
      agentId: true,
      agent: { select: { prenom: true, nom: true } },
      structure: { select: { nom: true, genre: true } },
      campagne: { select: { code: true, libelle: true, dispositif: true, reglages: true } },
      deverrouillages: { select: { sections: true, echeance: true, refermeLe: true } },
      decision: { select: { parCourrierDepuis: true } },
      modifications: { where: EN_ATTENTE, select: { id: true } },
      courriels: { where: A_REGLER, orderBy: { creeLe: 'desc' }, take: 20, select: { id: true, sujet: true } },
      pieces: {
        orderBy: [{ rang: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          code: true,
          controle: true,
          signalementsEcartes: { select: { probleme: true, sha256: true } },
          versions: { orderBy: { numero: 'desc' }, take: 1, select: { sha256: true, signalements: true } },
        },
      },
      etiquettes: {
        orderBy: EN_ORDRE.map((etiquette) => ({ etiquette })),
        select: { etiquette: true },
      },
      _count: {
        select: {
          courriels: true,
          courrielsRecus: true,
          elementsRetenus: { where: { demandeId: null } },
          demandesDeverrouillage: { where: { etat: 'EN_ATTENTE' } },
          rapprochements: { where: { etat: 'PROPOSE' } },
          notes: { where: { retireeLe: null } },
        },
      },
    },
  })

type PieceVue = {
  id: string
  code: string | null
  controle: Controle
  signalementsEcartes: { probleme: string; sha256: string }[]
  versions: { sha256: string; signalements: unknown }[]
}

/** What was noticed of files nobody has judged, false alarms and notes left out. */
const piecesSignalees = (pieces: readonly PieceVue[]): PieceSignalee[] =>
  pieces.flatMap(({ id, code, controle, signalementsEcartes, versions: [version] }) => {
    if (!version || controle !== 'A_CONTROLER') return []
    const problemes = lireSignalements(version.signalements)
      .filter((s) => !estNote(s, code))
      .filter((s) => !signalementsEcartes.some((e) => e.probleme === s.probleme && e.sha256 === version.sha256))
      .map(({ probleme }) => probleme)
    return problemes.length > 0 ? [{ pieceId: id, code, problemes }] : []
  })

type Vue = { id: string; agent: Pick<Agent, 'role'>; budget: ResumeBudget; now: Date }

/** In words: the sentences of every rule of the budget, or of the recevabilité, need not go to the browser to say one. */
const enMots = (bloquant: BloquantVu) => ({
  cle: bloquant.cle,
  levee: bloquant.levee,
  dit: direBloquant(bloquant),
  suite: suiteDuBloquant(bloquant),
})

export type ResumeBudget = { lisible: boolean; bloquants: number; avertissements: number } | null

/**
 * What stands above every tab of a dossier: who asks for what, where it stands, its clocks, what is left to do, and each act with
 * the reason it is closed.
 */
export async function pageDossier(db: Db, { id, agent, budget, now }: Vue) {
  const dossier = await situationDuDossier(db, avecGenre(await lire(db, id)), now)
  const {
    pieces,
    anomalies,
    deverrouillages,
    rejetImpliciteLe,
    complementLimite,
    courriels,
    etiquettes,
    _count,
    bloquants,
    ...lu
  } = dossier
  const { completude } = dossier
  const dernierActe = avecSonNom(await dernierActeSur(db, 'dossier', id))
  const recevabilite = await recevabiliteDe(db, id)
  const today = jourDeParis(now)
  const rejetLe = rejetImpliciteLe && fromDate(rejetImpliciteLe)
  const limite = complementLimite && fromDate(complementLimite)
  const complements = limite === null ? null : { limite, depasses: compareJours(today, limite) > 0 }
  const courant = ouvert({ deverrouillages }, now)
  const aFaire = {
    ...lu,
    complements,
    bloquants,
    piecesAReconnaitre: pieces.filter((p) => p.code === null && p.versions.length > 0).length,
    piecesSignalees: piecesSignalees(pieces),
    demandesEnAttente: _count.demandesDeverrouillage,
    nonRemis: courriels,
    parCourrierDepuis: lu.decision?.parCourrierDepuis ? jourDeParis(lu.decision.parCourrierDepuis) : null,
    decisionARelire: await decisionARelire(db, id),
    modificationAExaminer: lu.modifications.length > 0 && !courant,
    anomalies: Array.isArray(anomalies) ? anomalies.length : 0,
  }
  const inscription = await inscriptionDe(db, id)
  const vote = voteDe(agent, { ...lu, inscription }, now)
  const refus = (acte: ActeInstruction) => {
    const answer = avancer(dossier, acte)
    return answer.ok ? null : { reason: answer.reason, detail: answer.detail ?? '' }
  }
  const { code, libelle } = lu.campagne
  return {
    ...lu,
    mots: etatExplique(lu.etat),
    lettre: aUneLettre(lu.etat),
    suiviEnLigne: aUneVueDuDemandeur(lu),
    dernierActe,
    campagne: { code, libelle },
    etiquettes: etiquettes.map(({ etiquette }) => lireEtiquetteGardee(etiquette)),
    ouvert: courant ? { echeance: courant.echeance, sections: courant.sections } : null,
    rejet: rejetLe
      ? {
          le: rejetLe,
          dit: rejetDate(rejetLe, today, complements?.depasses === false),
          niveau: niveauDelai(rejetLe, today),
        }
      : null,
    complements,
    completude,
    bloquants: { restants: restants(bloquants).map(enMots), passesOutre: passesOutre(bloquants).map(enMots) },
    lectureEnCours: lectureEnCours(bloquants),
    peutPasserOutre: peutPasserOutre(agent, lireReglages(lu.campagne.reglages, lu.campagne.dispositif)),
    recevabilite: {
      examen: recevabilite.examen,
      signalements: recevabilite.signalements.map((s) => ({ regle: s.regle, ...direSignalement(s) })),
      etat: etatRecevabilite(recevabilite),
    },
    resteAFaire: resteAFaire(aFaire),
    suite: suiteProbable(aFaire, courant !== undefined),
    refus: {
      ...(Object.fromEntries(ACTES_INSTRUCTION.map((acte) => [acte, refus(acte)])) as Record<
        ActeInstruction,
        { reason: RefusInstruction; detail: string } | null
      >),
      complements: empechementComplement(lu.etat),
      deverrouiller: empechementDeverrouillage({ ...lu, deverrouillages }, now, vote),
      ...empechements({
        ...dossier,
        signalements: recevabilite.signalements,
        inscription,
      }),
    },
    comptes: {
      piecesBonnes: completude.satisfaites.length,
      piecesDemandees:
        completude.satisfaites.length +
        completude.manquantes.length +
        completude.nonConformes.length +
        completude.aControler.length,
      signalements: aFaire.piecesSignalees.length,
      constats: budget && budget.lisible ? budget.bloquants + budget.avertissements : 0,
      echanges: _count.courriels + _count.courrielsRecus,
      demandes: _count.demandesDeverrouillage,
      retenus: _count.elementsRetenus,
      rapprochements: _count.rapprochements,
      notes: _count.notes,
    },
  }
}

import { type Agent, requireDroit } from '#domain/acces/droits'
import { fromDate } from '#domain/temps/jour'
import type { Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { AUTEURS, nomDeLAuteur } from '#infra/stores/dossier/auteur-de-decision'
import { recevabiliteDe } from '#infra/stores/dossier/recevabilite'
import { voteDeDecision } from '#infra/stores/seance/seance'
import { type Interrompue, lire } from '#lecteurs/lecteurs'
import { motDuCourriel } from '#libelles/courriel/courriel'
import { motDEtatDePiece, nomDeMotif, nomDePiece } from '#libelles/piece/piece'
import { LIBELLE_PROBLEME } from '#libelles/piece/signalement'
import { phraseProposition } from '#libelles/proposition/proposition'
import { formatInstant } from '#libelles/temps'
import { budgetDossier, resumeBudget } from '#queries/budget/budget-dossier'
import { filCourriels } from '#queries/courriel/fil-courriels'
import { champsServiceDossier } from '#queries/champ-du-service/champs'
import { pageDossier } from '#queries/dossier/page-dossier'
import { syntheseDossier } from '#queries/dossier/synthese-dossier'
import { propositionDossier } from '#queries/proposition/proposition-dossier'
import { type LignePiece, piecesDossier } from '#queries/piece/pieces-dossier'
import type { CourrielDuResume, FaitsDuResume, PieceDuResume } from '#reports/dossier/faits-du-resume'
import { resumeDeDossier } from '#reports/dossier/resume'

/** Entries of the journal that a résumé prints: the newest. The whole journal is a file of its own. */
const ENTREES_MAX = 300

type Fil = Awaited<ReturnType<typeof filCourriels>>

function enCourriels(fil: Fil): CourrielDuResume[] {
  return fil.flatMap((un): CourrielDuResume[] => {
    if (un.sens === 'TU') return []
    const { le, sujet } = un
    return un.sens === 'RECU'
      ? [{ le, sens: 'RECU', qui: un.deNom || un.de, sujet, etat: 'Reçu' }]
      : [
          {
            le,
            sens: 'ENVOYE',
            qui: un.destinataireNom || un.destinataire,
            sujet,
            etat: motDuCourriel(un),
          },
        ]
  })
}

function enPiece({ code, exigence, piece }: LignePiece): PieceDuResume {
  const [derniere] = piece?.versions ?? []
  const sansFichier = !derniere && piece?.controle !== 'SANS_OBJET' && piece?.controle !== 'DISPENSEE'
  const controle = sansFichier ? null : (piece?.controle ?? 'A_CONTROLER')
  const motif = piece?.motif ? nomDeMotif(piece.motif) : ''
  const par =
    piece?.controlePar && piece.controleLe
      ? `${piece.controlePar.prenom} ${piece.controlePar.nom}, le ${formatInstant(piece.controleLe)}`
      : ''
  return {
    nom: code === null ? (piece?.libelle ?? nomDePiece(null)) : nomDePiece(code),
    etat: motDEtatDePiece({ code, exigence, controle }),
    raison: [motif, piece?.precision ?? '', par].filter(Boolean).join('\n'),
    fichier: derniere?.nomFichier ?? '',
    signalements: (derniere?.signalements ?? []).map(({ probleme, detail, ecarte }) => {
      const dit = detail ? `${LIBELLE_PROBLEME[probleme]}\u00a0: ${detail}` : LIBELLE_PROBLEME[probleme]
      return ecarte ? `${dit} (écarté par ${ecarte.par})` : dit
    }),
  }
}

function enBudget(budget: Awaited<ReturnType<typeof budgetDossier>>): FaitsDuResume['budget'] {
  if (!budget) return null
  const fichier = budget.fichier.nomFichier
  if (budget.etat === 'LU') return { etat: budget.etat, fichier, chiffres: budget.chiffres, constats: budget.constats }
  return budget.etat === 'ILLISIBLE'
    ? { etat: budget.etat, fichier, motif: budget.motif }
    : { etat: budget.etat, fichier }
}

async function faitsDuResume(deps: DepsFichiers, agent: Agent, id: string): Promise<FaitsDuResume> {
  const { db } = deps
  const now = deps.now()
  const budget = await budgetDossier(deps, id)
  const page = await pageDossier(db, { id, agent, budget: resumeBudget(budget), now })
  const ou = { objet: 'dossier', objetId: id }
  const [
    synthese,
    pieces,
    recevabilite,
    { actuelle, montantDemandeCents: demande },
    decision,
    fil,
    journal,
    journalTotal,
    { champs: service },
  ] = await Promise.all([
    syntheseDossier(db, id, now),
    piecesDossier(db, id, now),
    recevabiliteDe(db, id),
    propositionDossier(db, id),
    db.decision.findUnique({
      where: { dossierId: id },
      include: AUTEURS,
    }),
    filCourriels(db, { dossierId: id }),
    db.entreeJournal.findMany({
      where: ou,
      orderBy: { id: 'desc' },
      take: ENTREES_MAX,
      select: { le: true, acteur: true, acte: true, detail: true },
    }),
    db.entreeJournal.count({ where: ou }),
    champsServiceDossier(db, id),
  ])
  const { numero, objet, etat, structure, campagne, deposeLe, rejet, agent: suivi, resteAFaire } = page
  const { montantDemandeCents, coutTotalCents, montantAccordeCents } = page
  return {
    ...{ numero, objet, etat, structure, montantDemandeCents, coutTotalCents, montantAccordeCents },
    campagne: campagne.libelle,
    deposeLe: deposeLe && fromDate(deposeLe),
    rejetLe: rejet?.le ?? null,
    suiviPar: suivi && `${suivi.prenom} ${suivi.nom}`,
    champs: synthese.champs,
    anomalies: synthese.anomalies,
    reste: resteAFaire,
    bloquants: page.bloquants.restants.map(({ dit }) => dit),
    recevabilite: recevabilite.signalements,
    budget: enBudget(budget),
    pieces: pieces.lignes.map(enPiece),
    proposition: actuelle && {
      dite: phraseProposition(actuelle, demande),
      motif: actuelle.motif,
      par: `${actuelle.par.prenom} ${actuelle.par.nom}`,
      le: actuelle.le,
    },
    service: service.filter(({ dit }) => dit !== '').map(({ libelle, dit }) => [libelle, dit] as const),
    decision: decision && {
      ...decision,
      vote: await voteDeDecision(db, decision),
      prisePar: nomDeLAuteur(decision),
    },
    courriels: enCourriels(fil),
    journal,
    journalTotal,
  }
}

/** The résumé of a dossier as a PDF: everything its tabs say, to be printed or kept. LECTURE_INTERROMPUE where it took too long to lay out. */
export async function resumeDossier(
  deps: DepsFichiers,
  agent: Agent,
  dossierId: string,
): Promise<Result<Uint8Array, Interrompue>> {
  for (const droit of ['dossier.lire', 'piece.lire', 'courriel.lire', 'journal.lire'] as const)
    requireDroit(agent, droit)
  return lire('papier', resumeDeDossier(await faitsDuResume(deps, agent, dossierId), deps.now()))
}

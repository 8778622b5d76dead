import type { Agent } from '#domain/acces/droits'
import type { Verdict } from '#domain/piece/piece'
import { relireFormulaire } from '#domain/portail/suite-ligne'
import { addDays, jourDeParis } from '#domain/temps/jour'
import type { DepsFichiers } from '#infra/deps'
import { newKey } from '#infra/storage'
import type { CampagneLue } from '#infra/stores/campagne/campagne'
import { annulerComplements } from '#usecases/complement/annuler-complements'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { recevoirElement } from '#usecases/complement/recevoir-element'
import { accepterModification, ecarterModification } from '#usecases/deverrouillage/accepter-modification'
import { annulerDeverrouillage } from '#usecases/deverrouillage/annuler-deverrouillage'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refermerDeverrouillage } from '#usecases/deverrouillage/refermer-deverrouillage'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { changerDeCampagne } from '#usecases/dossier/changer-campagne'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { constaterDossier } from '#usecases/dossier/constater-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { declarerHorsDelai, declarerIneligible } from '#usecases/dossier/declarer-irrecevable'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { libererDecision } from '#usecases/dossier/liberer-decision'
import { passerOutre, retablirBloquant } from '#usecases/dossier/passer-outre'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { retirerDossier } from '#usecases/dossier/retirer-dossier'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { annulerControle } from '#usecases/piece/annuler-controle'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { ecarterSignalement } from '#usecases/piece/ecarter-signalement'
import { importerPiece } from '#usecases/piece/importer-piece'
import { reconnaitrePiece } from '#usecases/piece/reconnaitre-piece'
import { importerLigne } from '#usecases/portail/importer-ligne'
import { passerEnSeance, voteTire } from './votes-de-chemin'

/** Where these acts are done: two campagnes, and a delivery that every import is a line of. */
export type Monde = {
  deps: DepsFichiers
  campagne: CampagneLue
  autreCampagne: string
  lotId: string
  rangSuivant: () => number
}

/** One act on one dossier: who, on what version of it, on which bloquant, and a number drawn to choose what the act leaves open. */
export type AFaire = Monde & { agent: Agent; vise: Vise; numero: string; choix: number; cle: string }

/** What an act answers, or undefined where there was nothing to do it on. */
export type Acte = (faire: AFaire) => Promise<unknown>

const MOTIF = 'Vu avec la structure au téléphone.'
const ELEMENT = { code: null, constat: 'date de fin absente', aFaire: 'indiquez-la' }

const parmi = <T>(liste: readonly T[], choix: number): T | undefined => liste[choix % liste.length]

const aujourdhui = ({ deps }: AFaire) => jourDeParis(deps.now())

const VERDICTS: readonly Verdict[] = [
  { controle: 'CONFORME' },
  { controle: 'CONFORME' },
  { controle: 'NON_CONFORME', motif: 'ILLISIBLE' },
  { controle: 'A_CONTROLER' },
]

const pieceDe = async ({ deps, vise, choix }: AFaire) =>
  parmi(await deps.db.piece.findMany({ where: { dossierId: vise.dossierId }, orderBy: { id: 'asc' } }), choix)

const surUnePiece =
  (
    acte: (faire: AFaire, visee: { dossierId: string; pieceId: string; versionPiece: number }) => Promise<unknown>,
  ): Acte =>
  async (faire) => {
    const piece = await pieceDe(faire)
    const { dossierId } = faire.vise
    return piece && acte(faire, { dossierId, pieceId: piece.id, versionPiece: piece.version })
  }

/** The demandeur writes on the portal, and the next listing tells it. */
async function importer({ deps, campagne, lotId, rangSuivant, vise, choix }: AFaire) {
  const { donnees } = await deps.db.dossier.findUniqueOrThrow({ where: { id: vise.dossierId } })
  const demandeLue = relireFormulaire({
    ...(donnees as Record<string, string>),
    montantDemande: parmi(['4 500,00', '5 000,00', '4 000,00'], choix),
    statut: parmi(['En cours d’analyse', 'En cours de saisie', 'En cours d’instruction'], choix >> 2),
  })
  if (!demandeLue) throw new Error('the form of these paths is one that can be read')
  return importerLigne(deps, { lotId, rang: rangSuivant(), demandeLue, campagne, campagnes: [], accuser: true })
}

/** The demandeur deposits a file: the workbook of a budget nobody has read, or a RIB. */
async function deposerFichier({ deps, lotId, rangSuivant, numero, choix }: AFaire) {
  const libelle = parmi(['rib', 'lettre'], choix) ?? ''
  const nomFichier = `02 - ${libelle}.pdf`
  const rang = rangSuivant()
  const contenu = choix % 5 === 0 ? Buffer.alloc(0) : Buffer.from(`%PDF-1.4\n% ${rang}\n`)
  const cle = newKey('lots')
  await deps.storage.put(cle, contenu)
  const piece = {
    ...{ numero, nomFichier, libelle, rang: 2, chemin: `pieces/${numero}/${nomFichier}` },
    ...{ nature: 'PIECE' as const, extension: 'pdf', taille: contenu.length },
    source: { chemin: await deps.storage.readPath(cle), zip: null },
  }
  await importerPiece(deps, { lotId, rang, piece, occurrence: 1 })
}

/** Every act that an officer, the demandeur or the portal does to a dossier, as if posted without its page. */
export const ACTES = {
  declarerComplet: ({ deps, agent, vise }) => declarerComplet(deps, agent, vise),
  instruire: ({ deps, agent, vise }) => instruireDossier(deps, agent, vise),
  accorder: ({ deps, agent, vise, choix }) =>
    accorderDossier(deps, agent, {
      ...{ ...vise, vote: voteTire({ deps, choix }) },
      ...(choix % 2 === 0 ? { montantCents: 450_000n } : { montantCents: 1000n, precision: 'Sans les repas.' }),
    }),
  refuser: ({ deps, agent, vise, choix }) =>
    refuserDossier(deps, agent, {
      ...{ ...vise, vote: voteTire({ deps, choix }) },
      ...{ motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.' },
    }),
  passerEnSeance,
  declarerHorsDelai: ({ deps, agent, vise }) =>
    declarerHorsDelai(deps, agent, { ...vise, precision: 'Déposé après la date limite.' }),
  declarerIneligible: ({ deps, agent, vise }) =>
    declarerIneligible(deps, agent, { ...vise, motif: 'PAYS', precision: 'Le projet se tient en France.' }),
  classerSansSuite: ({ deps, agent, vise, choix }) =>
    classerSansSuite(deps, agent, { ...vise, motif: 'DEPOSE_EN_DOUBLE', prevenir: choix % 2 === 0 }),
  retirer: ({ deps, agent, vise, choix }) =>
    retirerDossier(deps, agent, { ...vise, precision: 'Courriel du 12 mai.', prevenir: choix % 2 === 0 }),
  constater: ({ deps, agent, vise, choix }) =>
    constaterDossier(deps, agent, {
      ...vise,
      constat: choix % 2 === 0 ? 'constaterRejetImplicite' : 'constaterDecisionAilleurs',
      precision: '',
    }),
  liberer: ({ deps, agent, vise }) => libererDecision(deps, agent, vise),
  reprendre: ({ deps, agent, vise }) => reprendreDecision(deps, agent, vise),
  rouvrir: ({ deps, agent, vise }) => rouvrirDecision(deps, agent, { ...vise, motif: MOTIF, avertissementLu: true }),
  demanderComplements: async (faire) => {
    const attente = await faire.deps.db.demandeComplement.findFirst({
      where: { dossierId: faire.vise.dossierId, etat: { in: ['OUVERTE', 'DEPASSEE'] } },
    })
    return demanderComplements(faire.deps, faire.agent, {
      ...{ ...faire.vise, elements: [ELEMENT], cles: [], remplace: attente?.id ?? null },
      limite: addDays(aujourdhui(faire), 21),
    })
  },
  annulerComplements: ({ deps, agent, vise }) => annulerComplements(deps, agent, vise),
  recevoirElement: (faire) =>
    recevoirElement(faire.deps, faire.agent, { ...faire.vise, rang: 0, recuLe: aujourdhui(faire) }),
  passerOutre: ({ deps, agent, vise, cle }) => passerOutre(deps, agent, { ...vise, cle, motif: MOTIF }),
  retablir: ({ deps, agent, vise, cle }) => retablirBloquant(deps, agent, { ...vise, cle }),
  deverrouiller: (faire) =>
    deverrouillerDossier(faire.deps, faire.agent, {
      ...{ ...faire.vise, sections: ['BUDGET', 'PIECES'], champs: [], pieces: [], motif: MOTIF },
      echeance: addDays(aujourdhui(faire), 5),
    }),
  refermer: ({ deps, agent, vise }) => refermerDeverrouillage(deps, agent, vise),
  annulerDeverrouillage: ({ deps, agent, vise }) => annulerDeverrouillage(deps, agent, vise),
  accepterModification: ({ deps, agent, vise }) => accepterModification(deps, agent, vise),
  ecarterModification: ({ deps, agent, vise }) => ecarterModification(deps, agent, { ...vise, motif: MOTIF }),
  controler: surUnePiece(({ deps, agent, choix }, visee) =>
    controlerPiece(deps, agent, { ...visee, ...(parmi(VERDICTS, choix >> 3) ?? { controle: 'CONFORME' }) }),
  ),
  annulerControle: surUnePiece(({ deps, agent }, visee) => annulerControle(deps, agent, visee)),
  reconnaitre: surUnePiece(({ deps, agent, choix }, visee) =>
    reconnaitrePiece(deps, agent, {
      ...visee,
      code: parmi(['LETTRE', 'BUDGET_PROJET', 'RIB', null], choix >> 3) ?? null,
    }),
  ),
  ecarterSignalement: async ({ deps, agent, vise: { dossierId } }) => {
    const version = await deps.db.pieceVersion.findFirst({
      where: { piece: { dossierId }, signalements: { not: [] } },
      orderBy: { id: 'asc' },
    })
    const [dit] = (version?.signalements ?? []) as { probleme: string }[]
    if (!version || !dit) return undefined
    return ecarterSignalement(deps, agent, { dossierId, versionId: version.id, probleme: dit.probleme, ecarte: true })
  },
  changerCampagne: ({ deps, agent, vise, autreCampagne }) =>
    changerDeCampagne(deps, agent, { ...vise, code: autreCampagne, motif: MOTIF }),
  importer,
  deposerFichier,
} as const satisfies Record<string, Acte>

export type NomDActe = keyof typeof ACTES

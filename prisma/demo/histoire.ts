import type { HorsSeance } from '#domain/dossier/vote-de-decision'
import type { Result } from '#domain/result'
import { isCodePiece } from '#domain/piece/piece'
import { addDays, jourDeParis } from '#domain/temps/jour'
import { phraseAbsente } from '#libelles/complement/complement-phrases'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { constaterDossier } from '#usecases/dossier/constater-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { declarerHorsDelai, declarerIneligible } from '#usecases/dossier/declarer-irrecevable'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { libererDecision } from '#usecases/dossier/liberer-decision'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { retirerDossier } from '#usecases/dossier/retirer-dossier'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { controlerPiece } from '#usecases/piece/controler-piece'
import { auBureau, type DepsDemo, type Evenement, type Monde, must } from './agenda'
import type { DossierDemo, Scenario } from './dossiers'
import { deposeLeDe, dossierDe, importeLeDe, numeroDe } from './extraction'

/** Days after its import that a dossier is looked at and taken up, and after its deposit that it is decided: before silence answers. */
const JOURS = { controle: 1, instruit: 2, decide: 45, constate: 80 }

/** The reopened dossier whose change has come back was opened so many days before the loading. */
const OUVERT_IL_Y_A = 9

type Geste = (deps: DepsDemo, vise: Vise, dossier: DossierDemo) => Promise<Result<unknown>>

/** The dossier of this rank as it stands, then one act on it. */
const sur = (monde: Monde, rang: number, geste: Geste) => async (deps: DepsDemo) => {
  const numero = numeroDe(monde.calendrier, rang)
  const { id, version } = await deps.db.dossier.findUniqueOrThrow({
    where: { numero },
    select: { id: true, version: true },
  })
  must(await geste(deps, { dossierId: id, version }, dossierDe(rang)), numero)
}

/** The vote of a meeting held before the séances of the demonstration: ten days before its decision, in force a week after. */
function voteTenu({ now }: DepsDemo): HorsSeance {
  const le = addDays(jourDeParis(now()), -10)
  const reference = `${le.slice(0, 4)}-${le.slice(5).replace('-', '')}`
  return { par: 'HORS_SEANCE', deliberation: { reference, le, executoireLe: addDays(le, 7) } }
}

/** What ends each dossier, or what is asked of it, once it was looked at. */
const gestesDe = ({ equipe: { instructeur, responsable, relectrice }, calendrier }: Monde) =>
  ({
    accorder: (deps, vise, { demande, scenario }) => {
      const partiel = scenario === 'partiel'
      return accorderDossier(deps, responsable, {
        ...vise,
        vote: voteTenu(deps),
        montantCents: BigInt(Math.round((demande * (partiel ? 0.7 : 1)) / 50) * 50) * 100n,
        precision: partiel ? 'Les dépenses de restauration ne sont pas retenues.' : '',
      })
    },
    refuser: (deps, vise) =>
      refuserDossier(deps, responsable, {
        ...vise,
        vote: voteTenu(deps),
        motif: 'NOTE_INSUFFISANTE',
        precision: 'Le projet ne prévoit pas de rencontre avec des jeunes du pays d’accueil.',
      }),
    /** Somebody else than who decided reads it again. */
    liberer: (deps, vise) => libererDecision(deps, relectrice, vise),
    retirer: (deps, vise) =>
      retirerDossier(deps, responsable, {
        ...vise,
        precision: 'Renonce au voyage, dit par téléphone.',
        prevenir: true,
      }),
    classer: (deps, vise) =>
      classerSansSuite(deps, responsable, { ...vise, motif: 'DEPOSE_EN_DOUBLE', prevenir: true }),
    direHorsDelai: (deps, vise) =>
      declarerHorsDelai(deps, responsable, {
        ...vise,
        precision: 'La demande a été validée trois jours après la date limite de l’appel.',
      }),
    direIneligible: (deps, vise) =>
      declarerIneligible(deps, responsable, {
        ...vise,
        motif: 'PAYS',
        precision: 'Le séjour a lieu en France : l’appel soutient les projets à l’étranger.',
      }),
    constaterAilleurs: (deps, vise) =>
      constaterDossier(deps, responsable, {
        ...vise,
        constat: 'constaterDecisionAilleurs',
        precision: 'Accordé par le service des collèges, sur ses propres crédits.',
      }),
    constaterSilence: (deps, vise) =>
      constaterDossier(deps, responsable, {
        ...vise,
        constat: 'constaterRejetImplicite',
        precision: 'La structure n’a plus donné signe.',
      }),
    completer: (deps, vise) => declarerComplet(deps, instructeur, vise),
    instruire: (deps, vise) => instruireDossier(deps, instructeur, vise),
    demander: async (deps, vise) => {
      const { codesManquants } = await deps.db.dossier.findUniqueOrThrow({
        where: { id: vise.dossierId },
        select: { codesManquants: true },
      })
      const elements = codesManquants.filter(isCodePiece).map((code) => ({ code, ...phraseAbsente(code) }))
      const demande = { elements, limite: addDays(jourDeParis(deps.now()), 21), remplace: null, cles: [] }
      return demanderComplements(deps, instructeur, { ...vise, ...demande })
    },
    rouvrir: (deps, vise, { scenario }) =>
      deverrouillerDossier(deps, instructeur, {
        ...vise,
        sections: scenario === 'modifie' ? ['PROJET', 'BUDGET'] : ['BUDGET', 'PIECES'],
        champs: [],
        pieces: [],
        motif:
          scenario === 'modifie'
            ? 'Le montant demandé dépasse l’aide habituelle : merci de le reprendre.'
            : 'Le budget prévisionnel n’est pas équilibré : merci de le corriger et de le déposer à nouveau.',
        echeance: addDays(calendrier.aujourdhui, 4),
      }),
  }) satisfies Record<string, Geste>

type NomDeGeste = keyof ReturnType<typeof gestesDe>

/** The acts of each scenario after the control of its pièces, and the days they are done on: from its import, or from its deposit. */
const SUITES: Record<Scenario, readonly (readonly [NomDeGeste, keyof typeof JOURS | 'relu' | 'ouvert' | 'fin'])[]> = {
  brouillon: [],
  nouveau: [],
  incomplet: [['demander', 'controle']],
  complet: [['completer', 'controle']],
  instruction: [
    ['completer', 'controle'],
    ['instruire', 'instruit'],
  ],
  inscrit: [
    ['completer', 'controle'],
    ['instruire', 'instruit'],
  ],
  vote: [
    ['completer', 'controle'],
    ['instruire', 'instruit'],
  ],
  deverrouille: [['rouvrir', 'fin']],
  modifie: [['rouvrir', 'ouvert']],
  accorde: [
    ['completer', 'controle'],
    ['instruire', 'instruit'],
    ['accorder', 'decide'],
    ['liberer', 'relu'],
  ],
  partiel: [
    ['completer', 'controle'],
    ['instruire', 'instruit'],
    ['accorder', 'decide'],
    ['liberer', 'relu'],
  ],
  refuse: [
    ['refuser', 'decide'],
    ['liberer', 'relu'],
  ],
  retire: [['retirer', 'decide']],
  classe: [['classer', 'decide']],
  horsDelai: [['direHorsDelai', 'instruit']],
  ineligible: [['direIneligible', 'decide']],
  ailleurs: [['constaterAilleurs', 'constate']],
  silence: [['constaterSilence', 'constate']],
}

/** The grant that waits for a second person to read it. */
const A_RELIRE = 'Théâtre franco-allemand à Erfurt'

/** Who looks at the pièces of these: the officer of the dossier. The others end without it, or wait for somebody. */
const SANS_CONTROLE: readonly Scenario[] = ['brouillon', 'nouveau', 'modifie', 'classe', 'horsDelai', 'ailleurs']

/** What one dossier lived, as far as its scenario says, through the acts an officer does. */
export function histoireDe(monde: Monde, rang: number): Evenement[] {
  const { calendrier, maintenant, equipe } = monde
  const { scenario, objet } = dossierDe(rang)
  const [depose, importe] = [deposeLeDe(calendrier, rang), importeLeDe(calendrier, rang)]
  const gestes = gestesDe(monde)
  const quand = {
    controle: auBureau(monde, addDays(importe, JOURS.controle), [14]),
    instruit: auBureau(monde, addDays(importe, JOURS.instruit), [15]),
    decide: auBureau(monde, addDays(depose, JOURS.decide), [11]),
    relu: auBureau(monde, addDays(depose, JOURS.decide), [14]),
    constate: auBureau(monde, addDays(depose, JOURS.constate), [11]),
    ouvert: auBureau(monde, addDays(calendrier.aujourdhui, -OUVERT_IL_Y_A), [10]),
    fin: maintenant,
  }
  const actes = SUITES[scenario].filter(([nom]) => nom !== 'liberer' || objet !== A_RELIRE)
  const suite = actes.map(([nom, jour]) => ({ le: quand[jour], faire: sur(monde, rang, gestes[nom]) }))
  if (SANS_CONTROLE.includes(scenario)) return suite
  const agent = rang % 4 === 0 ? equipe.responsable : equipe.instructeur
  const affecter: Geste = (deps, vise) =>
    affecterDossier(deps, equipe.instructeur, { ...vise, agentId: agent.id, message: '' })
  const jour = addDays(importe, JOURS.controle)
  return [
    { le: auBureau(monde, jour, [8]), faire: sur(monde, rang, affecter) },
    { le: auBureau(monde, jour, [9]), faire: (deps) => controlerTout(deps, monde, rang) },
    ...suite,
  ]
}

/** The officer looks at every pièce; on a dossier that will not be complete, the budget is left to be looked at again. */
async function controlerTout(deps: DepsDemo, { calendrier, equipe }: Monde, rang: number) {
  const numero = numeroDe(calendrier, rang)
  const { scenario } = dossierDe(rang)
  const sansBudget = scenario === 'incomplet' || scenario === 'deverrouille'
  const { id, pieces } = await deps.db.dossier.findUniqueOrThrow({
    where: { numero },
    select: { id: true, pieces: { orderBy: { rang: 'asc' }, select: { id: true, version: true, code: true } } },
  })
  for (const piece of pieces) {
    if (sansBudget && piece.code === 'BUDGET_PROJET') continue
    const juge = { dossierId: id, pieceId: piece.id, versionPiece: piece.version, controle: 'CONFORME' } as const
    must(await controlerPiece(deps, equipe.instructeur, juge), numero)
  }
}

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hasDroit, ROLES, rolesAyant } from '#domain/acces/droits'
import { constater, CONSTATS } from '#domain/dossier/constat'
import { ACTES_DECISION, decider, type DecisionDemandee } from '#domain/dossier/decision'
import { actesPossibles, ETATS, LIGNES, suite } from '#domain/dossier/etat'
import { ACTES_INSTRUCTION, avancer } from '#domain/dossier/instruction'
import { rouvrir } from '#domain/dossier/rouvrir'
import { notifier } from '#domain/seance/vote-notifie'
import { LIBELLE_DROIT, LIBELLE_ROLE } from '#libelles/acces'
import { LIBELLE_ACTE } from '#libelles/dossier/dossier'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { LIBELLE_ACTE_JOURNAL } from '#libelles/journal/journal'
import { desBloquants } from '#support/bloquants'
import { VOTE } from '#support/vote'

type Nom = keyof typeof LIGNES
const NOMS = Object.keys(LIGNES) as Nom[]
const nommer = (acte: Nom) =>
  acte === 'annulerComplements' || acte === 'reprendreDecision' ? LIBELLE_ACTE_JOURNAL[acte] : LIBELLE_ACTE[acte]

/** « À contrôler, Complet → Incomplet », for each state that it leads to. */
function chemins(acte: Nom): string {
  const { de } = LIGNES[acte]
  return [...new Set(ETATS.flatMap((etat) => de[etat] ?? []))]
    .map((vers) => {
      const departs = ETATS.filter((etat) => de[etat] === vers).map((etat) => LIBELLE_ETAT[etat])
      return `${departs.join(', ')} → ${vers === 'AVANT' ? 'l’état d’avant' : LIBELLE_ETAT[vers]}`
    })
    .join('\u00a0; ')
}

const cellule = (mots: string[]) => mots.join(', ') || '–'

test('docs/etats-et-roles.md is the table of the rules', () => {
  const actes = NOMS.map((acte) => {
    const { droit } = LIGNES[acte]
    const roles = droit ? rolesAyant(droit).map((role) => LIBELLE_ROLE[role]) : []
    return `| ${nommer(acte)} | ${chemins(acte)} | ${droit ? LIBELLE_DROIT[droit] : '–'} | ${cellule(roles)} |`
  })
  const etats = ETATS.map((etat) => {
    const parRole = ROLES.map((role) =>
      cellule(
        NOMS.filter((acte) => {
          const { droit, de } = LIGNES[acte]
          return droit && de[etat] && rolesAyant(droit)[0] === role
        }).map(nommer),
      ),
    )
    return `| ${LIBELLE_ETAT[etat]} | ${parRole.join(' | ')} |`
  })
  const lignes = readFileSync('docs/etats-et-roles.md', 'utf8')
    .split('\n')
    .filter((ligne) => ligne.startsWith('| ') && !/^\| (acte|état) \|/.test(ligne))
  expect(lignes).toEqual([...actes, ...etats].map((ligne) => ligne.replaceAll('\u00a0', '&nbsp;')))
})

test('each act that an agent does takes a right that some role has and that some role has not', () => {
  for (const acte of NOMS) {
    const { droit } = LIGNES[acte]
    if (droit === null) expect(['deposer', 'recontroler']).toContain(acte)
    else expect([hasDroit({ role: 'ADMIN' }, droit), hasDroit({ role: 'LECTEUR' }, droit)]).toEqual([true, false])
  }
})

const now = new Date('2025-09-15T10:00:00Z')
const COMPLETUDE = { complet: true, manquantes: [], nonConformes: [], aControler: [] }
const enVue = { bloquants: desBloquants(), completude: COMPLETUDE }

const VOULUES: Record<(typeof ACTES_DECISION)[number], DecisionDemandee> = {
  accorder: { acte: 'accorder', montantCents: 500_000n, precision: '', vote: VOTE },
  refuser: { acte: 'refuser', motif: 'CREDITS_EPUISES', precision: 'Les crédits sont épuisés.', vote: VOTE },
  classerSansSuite: { acte: 'classerSansSuite', motif: 'DEPOSE_EN_DOUBLE', prevenir: true },
  retirer: { acte: 'retirer', precision: 'Courriel du 12 mai.', prevenir: true },
  declarerHorsDelai: { acte: 'declarerHorsDelai', precision: 'Déposé après la date limite.' },
  declarerIneligible: { acte: 'declarerIneligible', motif: 'PAYS', precision: 'Le projet se tient en France.' },
}

test('from each state a decision leads where the table says, and nowhere else', () => {
  for (const etat of ETATS) {
    const dossier = {
      ...{ ...enVue, etat, montantDemandeCents: 500_000n, montantMaxCents: null, resteEnveloppeCents: null },
      ...{ inscription: null, voteRouvert: null },
      signalements: [{ regle: 'HORS_DELAI' as const }, { regle: 'PAYS' as const }],
    }
    for (const acte of ACTES_DECISION) {
      const answer = decider(dossier, VOULUES[acte], now)
      const atteint = answer.ok ? answer.value.nature : undefined
      expect({ etat, acte, atteint }).toEqual({ etat, acte, atteint: suite(etat, acte) })
    }
    const reduite = { acte: 'accorder', montantCents: 1n, precision: 'Sans les repas.', vote: VOTE } as const
    const moins = decider(dossier, reduite, now)
    expect(moins.ok ? moins.value.nature : undefined).toBe(suite(etat, 'accorderPartiellement'))
  }
})

test('from each state the other acts lead where the table says, and nowhere else', () => {
  for (const etat of ETATS) {
    for (const acte of ACTES_INSTRUCTION) {
      const answer = avancer({ ...enVue, etat, instructionCommencee: false }, acte)
      expect([etat, acte, answer.ok ? answer.value : undefined]).toEqual([etat, acte, suite(etat, acte)])
    }
    const reprise = avancer({ ...enVue, etat, instructionCommencee: true }, 'declarerComplet')
    const attendue = suite(etat, 'reprendreInstruction') ?? suite(etat, 'declarerComplet')
    expect([etat, reprise.ok ? reprise.value : undefined]).toEqual([etat, attendue])
    for (const constat of CONSTATS) {
      const silencieux = { etat, deposeLe: '2025-01-06', suspensions: [], deverrouillages: [], modifications: [] }
      const answer = constater(silencieux, constat, { now, today: '2025-09-15' })
      expect([etat, answer.ok ? answer.value : undefined]).toEqual([etat, suite(etat, constat)])
    }
    const rouverte = rouvrir({ etat, verseCents: 0n }, { motif: 'Montant différent du vote.', avertissementLu: true })
    expect([etat, rouverte.ok ? rouverte.value.etat : undefined]).toEqual([etat, suite(etat, 'rouvrir')])
    for (const [nature, acte] of [
      ['ACCORDE', 'notifierAccord'],
      ['ACCORDE_PARTIEL', 'notifierAccordPartiel'],
      ['REFUSE', 'notifierRefus'],
    ] as const) {
      // prettier-ignore
      const vote = { seanceId: 's', nature, montantCents: 1n, motif: null, precision: '' }
      const deliberation = { numero: '2025-001', le: '2025-09-01', executoireLe: '2025-09-05' } as const
      const votee = { etat, vote, deliberation, preparation: { parId: 'a' }, parId: 'b' }
      const answer = notifier(votee, now)
      expect([etat, acte, answer.ok ? answer.value.decision.nature : undefined]).toEqual([etat, acte, suite(etat, acte)]) // prettier-ignore
    }
  }
})

test('what takes an act back can be done where that act leads, and leads to no state of its own', () => {
  const arrivees = (...actes: Nom[]) => ETATS.filter((etat) => actes.some((acte) => Object.values(LIGNES[acte].de).includes(etat))) // prettier-ignore
  const departs = (acte: Nom) => ETATS.filter((etat) => LIGNES[acte].de[etat])
  expect(departs('annulerComplements')).toEqual(arrivees('declarerIncomplet'))
  expect(departs('reprendreVote')).toEqual(arrivees('voter'))
  expect(departs('reprendreDecision')).toEqual(arrivees(...ACTES_DECISION, 'accorderPartiellement'))
  expect(suite('VOTE', 'reprendreVote')).toBeUndefined()
  expect(actesPossibles('INCOMPLET')).not.toContain('annulerComplements')
})

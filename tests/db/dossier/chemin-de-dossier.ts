import fc from 'fast-check'
import { type Role, ROLES } from '#domain/acces/droits'
import type { Etat } from '#domain/dossier/etat'
import { ACTES, type NomDActe } from './actes-de-chemin'
import { NATURES_BLOQUANT } from './faits-bloquants'

const NOMS = Object.keys(ACTES) as NomDActe[]
/** Those that say « complet » or close the dossier, those that undo it, and a listing that changes the amount: drawn more often. */
const FREQUENTS: NomDActe[] = [
  'importer',
  'declarerComplet',
  'instruire',
  'accorder',
  'refuser',
  'declarerHorsDelai',
  'declarerIneligible',
  'classerSansSuite',
  'retirer',
  'constater',
  'liberer',
  'reprendre',
  'rouvrir',
  'annulerComplements',
  'passerOutre',
]

const acte = fc.record({
  quoi: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...FREQUENTS) },
    { weight: 3, arbitrary: fc.constantFrom(...NOMS) },
  ),
  role: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Role>('RESPONSABLE', 'ADMIN') },
    { weight: 2, arbitrary: fc.constantFrom<Role>(...ROLES) },
  ),
  /** The page was made from an older version of the dossier. */
  perime: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  choix: fc.nat(1000),
})
/** What happens without anybody acting: a file is found infected, a workbook is read, time goes by (in minutes). */
const arrive = fc.oneof(
  { weight: 3, arbitrary: fc.record({ survient: fc.constantFrom(...NATURES_BLOQUANT) }) },
  { weight: 1, arbitrary: fc.record({ attendre: fc.constantFrom(6, 31, 6 * 1440, 40 * 1440) }) },
)
/** What opens a dossier to its demandeur. */
export const OUVERTURES: readonly string[] = ['DEVERROUILLAGE_OUVERT', 'MODIFICATION_A_EXAMINER']

/** What was passed over is no longer what was: the same fault, in another file. */
const remplace = fc.constant({ remplacer: true as const })
/** What decides at once, and that a bloquant stops. */
const FERMENT: NomDActe[] = ['declarerComplet', 'refuser', 'accorder', 'declarerHorsDelai', 'declarerIneligible']
/** What blocks by a file: another one may take its place. */
const PAR_UN_FICHIER = NATURES_BLOQUANT.filter((nature) => !OUVERTURES.includes(nature))
const parUnResponsable = (quoi: readonly NomDActe[]) =>
  acte.map((un) => ({
    ...un,
    quoi: quoi[un.choix % quoi.length] ?? un.quoi,
    role: 'RESPONSABLE' as const,
    perime: false,
  }))
/** Passed over, then changed, then closed: what the free paths meet too seldom. */
const leveePerimee = fc.record({
  depuis: fc.constant(0),
  etat: fc.constantFrom<Etat>('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION'),
  bloquant: fc.oneof(fc.constant('BUDGET' as const), fc.constantFrom(...PAR_UN_FICHIER)),
  pas: fc.tuple(
    parUnResponsable(['passerOutre']),
    fc.oneof({ weight: 3, arbitrary: remplace }, { weight: 1, arbitrary: parUnResponsable(['importer']) }),
    parUnResponsable(FERMENT),
  ),
})
const libre = fc.record({
  /** Days after the first: the implicit rejection is forty days away, or past. */
  depuis: fc.constantFrom(0, 0, 0, 40),
  etat: fc.constantFrom<Etat>('DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION'),
  bloquant: fc.option(fc.constantFrom(...NATURES_BLOQUANT), { freq: 3 }),
  pas: fc.array(fc.oneof({ weight: 5, arbitrary: acte }, { weight: 1, arbitrary: arrive }), {
    minLength: 2,
    maxLength: 3,
  }),
})
/** Of a complete dossier, what a responsable does, one act of each of these after the other. */
const deSuite = (...actes: (readonly NomDActe[])[]) =>
  fc.record({ depuis: fc.constant(0), etat: fc.constantFrom<Etat>('COMPLET', 'EN_INSTRUCTION'), bloquant: fc.constant(null), pas: fc.tuple(...actes.map(parUnResponsable)) }) // prettier-ignore
const enSeance = deSuite(['passerEnSeance'], ['accorder', 'refuser'])
/** Granted, reopened, then granted anew by a vote that may be another or not. */
const rouverte = deSuite(['accorder'], ['rouvrir'], ['accorder'])
/** Voted elsewhere, then let go: by who took it as often as by another. */
const relue = fc
  .tuple(
    deSuite(['accorder', 'refuser'], ['liberer'], ['liberer', 'reprendre', 'rouvrir']),
    fc.array(fc.constantFrom<Role>('RESPONSABLE', 'ADMIN'), { minLength: 3, maxLength: 3 }),
  ) // prettier-ignore
  .map(([un, roles]) => ({ ...un, pas: un.pas.map((pas, i) => ({ ...pas, role: roles[i] ?? pas.role })) }))
/** Every path. */
export const chemin = fc.oneof(
  { weight: 22, arbitrary: libre },
  { weight: 2, arbitrary: leveePerimee },
  { weight: 1, arbitrary: enSeance },
  { weight: 2, arbitrary: rouverte },
  { weight: 2, arbitrary: relue },
)
/** From what state, over what bloquant, and what is done then. */
export type Chemin = typeof chemin extends fc.Arbitrary<infer T> ? T : never
type Pas = Chemin['pas'][number]
/** A step that somebody takes. */
export type Agi = Extract<Pas, { quoi: unknown }>

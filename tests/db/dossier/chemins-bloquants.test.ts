import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden, type Role, ROLES } from '#domain/acces/droits'
import type { Etat } from '#domain/dossier/etat'
import { Conflict } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { ownDb } from '#support/own-db'
import { ACTES, type Monde, type NomDActe } from './actes-de-chemin'
import { desDossiers, type Equipe, suivreTous, uneEquipe } from './des-dossiers'
import { NOW, jour, SIGNATAIRE, uneCampagne } from './faits'
import { BLOQUER, NATURES_BLOQUANT, remplacerFichiers } from './faits-bloquants'
import { constater, enTravers, NOMMES } from './oracle-bloquants'
import { DU_VOTE, voteConstate } from './votes-de-chemin'

/** Paths tried, how many of them at once, and what they are drawn from: the same paths each time. */
const CHEMINS = 2000
const A_LA_FOIS = 8
const GRAINE = 20_251_126

let own: Awaited<ReturnType<typeof ownDb>>
let equipe: Equipe
let monde: Omit<Monde, 'deps'>
beforeAll(async () => {
  process.env['CLAMD_URL'] = 'tcp://127.0.0.1:1'
  own = await ownDb()
  equipe = await uneEquipe(own.db)
  // Late, and of a country that is not abroad: both irrecevabilités can be said of these dossiers.
  const reglages = { signataire: SIGNATAIRE }
  const campagne = await uneCampagne(own.db, { enveloppeCents: 0n, reglages })
  const autre = await uneCampagne(own.db, { reglages })
  await own.db.campagne.updateMany({ data: { echeanceDepot: jour('2025-04-09') } })
  const { id: lotId } = await own.db.lot.create({
    data: { type: 'DEMANDES', etat: 'EN_COURS', fichiers: [], creeLe: NOW },
  })
  let rang = 0
  monde = { campagne, autreCampagne: autre.code, lotId, rangSuivant: () => (rang += 1) }
})
afterAll(async () => {
  delete process.env['CLAMD_URL']
  await own.drop()
})

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
const OUVERTURES: readonly string[] = ['DEVERROUILLAGE_OUVERT', 'MODIFICATION_A_EXAMINER']

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
const chemin = fc.oneof(
  { weight: 22, arbitrary: libre },
  { weight: 2, arbitrary: leveePerimee },
  { weight: 1, arbitrary: enSeance },
  { weight: 2, arbitrary: rouverte },
)
type Chemin = typeof chemin extends fc.Arbitrary<infer T> ? T : never
type Pas = Chemin['pas'][number]
type Agi = Extract<Pas, { quoi: unknown }>

const CLOS = ['ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE', 'HORS_DELAI', 'INELIGIBLE', 'SANS_SUITE', 'RETIRE', 'DECIDE_AILLEURS', 'REJET_IMPLICITE'] // prettier-ignore
/** `perimees`: acts stopped by what somebody had passed over when it was another file. */
type Suivi = {
  fautes: string[]
  atteints: string[]
  votes: string[]
  passes: number
  perimees: number
  arretes: string[]
}

const estRefus = (dit: unknown): dit is { ok: false; reason?: string } =>
  typeof dit === 'object' && dit !== null && 'ok' in dit && dit.ok === false

/** Makes this true of a dossier whose other files were scanned. */
async function survenir(dossierId: string, nature: (typeof NATURES_BLOQUANT)[number]) {
  await BLOQUER[nature](own.db, dossierId, equipe.ADMIN.id)
  if (nature === 'FICHIER_NON_ANALYSE') return
  await own.db.pieceVersion.updateMany({
    where: { piece: { dossierId }, analyse: 'NON_ANALYSE' },
    data: { analyse: 'SAIN' },
  })
}

/** Follows one path: its faults, the states it reached, how often it passed over a bloquant, and what stopped its acts. */
async function suivre(
  { depuis, bloquant, pas }: Chemin,
  { id, numero }: { id: string; numero: string },
): Promise<Suivi> {
  const suivi: Suivi = { fautes: [], atteints: [], votes: [], passes: 0, perimees: 0, arretes: [] }
  const passes = new Map<string, string>()
  let now = new Date(NOW.getTime() + depuis * 86_400_000)
  const deps = { db: own.db, storage: diskStorage(path.join(own.dataDir, 'fichiers')), now: () => now }
  const vu = () => own.db.dossier.findUniqueOrThrow({ where: { id }, select: { etat: true, version: true } })
  const faute = (quoi: string) =>
    suivi.fautes.push(`${numero}: ${quoi} in ${JSON.stringify({ depuis, bloquant, pas })}`)
  const agir = async ({ quoi, role, perime, choix }: Agi) => {
    const avant = connu
    const vise = { dossierId: id, version: avant.version - (perime ? 1 : 0) }
    const bloque = quoi === 'passerOutre' || quoi === 'retablir' ? (await constater(own.db, id, now)).bloque : new Map()
    const cles = [...bloque.keys()] as string[]
    const cle = cles[choix % cles.length] ?? 'budget/B01'
    const dit = await ACTES[quoi]({ ...monde, deps, agent: equipe[role], vise, numero, choix, cle }).catch(
      (error: unknown) => {
        if (error instanceof Conflict || error instanceof Forbidden) return { ok: false }
        throw error
      },
    )
    if (quoi === 'passerOutre' && !estRefus(dit)) {
      passes.set(cle, (bloque.get(cle) as string | undefined) ?? '')
      suivi.passes += 1
      if (role === 'LECTEUR' || role === 'INSTRUCTEUR') faute(`passed over by a ${role}`)
    }
    if (quoi === 'retablir' && !estRefus(dit)) passes.delete(cle)
    const apres = await vu()
    connu = apres
    if (apres.etat !== avant.etat && (apres.etat === 'COMPLET' || CLOS.includes(apres.etat))) {
      suivi.atteints.push(apres.etat)
      const { par, fautes } = await voteConstate(own.db, id, now)
      if (par) suivi.votes.push(par)
      for (const une of fautes) faute(`${quoi}: ${une}`)
      const reste = enTravers(await constater(own.db, id, now), passes)
      if (reste.length > 0) faute(`${quoi}: ${avant.etat} → ${apres.etat} over ${reste.join(', ')}`)
      if (perime) faute(`${quoi}: ${avant.etat} → ${apres.etat} from a page that was no longer so`)
      if (role === 'LECTEUR' || (role === 'INSTRUCTEUR' && CLOS.includes(apres.etat)))
        faute(`${quoi}: ${avant.etat} → ${apres.etat} by a ${role}`)
    } else if (estRefus(dit) && dit.reason === 'BLOQUANTS') {
      const bloquants = [...(await constater(own.db, id, now)).bloque]
      if (bloquants.length === 0) faute(`${quoi}: stopped where nothing blocks`)
      if (bloquants.some(([un, fait]) => passes.has(un) && passes.get(un) !== fait)) suivi.perimees += 1
      suivi.arretes.push(...bloquants.map(([un]) => un))
    } else if (estRefus(dit) && dit.reason !== undefined) suivi.arretes.push(dit.reason)
  }
  let connu = await vu()
  if (bloquant) await survenir(id, bloquant)
  let ouvertures = bloquant && OUVERTURES.includes(bloquant) ? 1 : 0
  for (const un of pas) {
    if ('quoi' in un) {
      if (un.quoi === 'deverrouiller') ouvertures += 1
      await agir(un)
    } else if ('remplacer' in un) await remplacerFichiers(own.db, id)
    else if ('attendre' in un) now = new Date(now.getTime() + un.attendre * 60_000)
    // One opening, and one set of changes, at a time: the base holds that much by itself.
    else if (!OUVERTURES.includes(un.survient) || (ouvertures += 1) === 1) await survenir(id, un.survient)
  }
  return suivi
}

test(
  'no path of acts reaches « complet » or a decision over what blocks, nor a grant or a refusal without a vote in force',
  { timeout: 600_000 },
  async () => {
    const chemins = fc.sample(chemin, { numRuns: CHEMINS, seed: GRAINE })
    const dossiers = await desDossiers(
      own.db,
      chemins.map(({ etat }) => ({
        ...{ etat, campagneId: monde.campagne.id, deposeLe: '2025-04-10', rejetImpliciteLe: '2025-06-10' },
        ...{ pays: 'France', contactCourriel: 'ines@exemple.test', projetFin: null },
      })),
    )
    const faits = await suivreTous(chemins, A_LA_FOIS, (un, i) => suivre(un, dossiers[i] ?? { id: '', numero: '' }))

    expect(faits).toHaveLength(CHEMINS)
    expect(
      faits.flatMap(({ fautes }) => fautes),
      `seed ${GRAINE}`,
    ).toEqual([])
    // The paths do lead somewhere: a test in which nothing is ever reached, refused or passed over would say nothing.
    expect([...new Set(faits.flatMap(({ atteints }) => atteints))].sort()).toEqual(['COMPLET', ...CLOS].sort())
    expect(faits.filter(({ atteints }) => atteints.length > 0).length).toBeGreaterThan(CHEMINS / 5)
    expect(faits.reduce((n, { passes }) => n + passes, 0)).toBeGreaterThan(CHEMINS / 50)
    expect(faits.reduce((n, { perimees }) => n + perimees, 0)).toBeGreaterThan(CHEMINS / 50)
    const arretes = new Set(faits.flatMap((un) => un.arretes).map((cle) => cle.replace(/\/[\da-f-]{36}$/, '')))
    const refus = ['DEVERROUILLAGE_OUVERT', 'MODIFICATION_A_EXAMINER', ...NOMMES, ...DU_VOTE]
    expect([...arretes]).toEqual(expect.arrayContaining(refus))
    expect([...new Set(faits.flatMap(({ votes }) => votes))].sort()).toEqual(['HORS_SEANCE', 'SEANCE'])
  },
)

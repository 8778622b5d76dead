import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { ownDb } from '#support/own-db'
import { ACTES, type Monde } from './actes-de-chemin'
import { desDossiers, type Equipe, suivreTous, uneEquipe } from './des-dossiers'
import { NOW, jour, SIGNATAIRE, uneCampagne } from './faits'
import { BLOQUER, type NATURES_BLOQUANT, remplacerFichiers } from './faits-bloquants'
import { constater, enTravers, NOMMES } from './oracle-bloquants'
import { type Agi, type Chemin, chemin, OUVERTURES } from './chemin-de-dossier'
import { DU_VOTE, relectureConstatee, voteConstate } from './votes-de-chemin'

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

const CLOS = ['ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE', 'HORS_DELAI', 'INELIGIBLE', 'SANS_SUITE', 'RETIRE', 'DECIDE_AILLEURS', 'REJET_IMPLICITE'] // prettier-ignore
/** `perimees`: acts stopped by what somebody had passed over when it was another file. */
type Suivi = {
  fautes: string[]
  atteints: string[]
  votes: string[]
  passes: number
  liberees: number
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
  const suivi: Suivi = { fautes: [], atteints: [], votes: [], passes: 0, liberees: 0, perimees: 0, arretes: [] }
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
    if (CLOS.includes(apres.etat)) {
      const { liberee, fautes } = await relectureConstatee(own.db, id)
      if (liberee && quoi === 'liberer' && !estRefus(dit)) suivi.liberees += 1
      for (const une of fautes) faute(`${quoi}: ${une}`)
    }
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
  'no path of acts reaches « complet » or a decision over what blocks, nor a grant or a refusal without a vote in force, nor its mail read by one alone',
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
    expect(faits.reduce((n, { liberees }) => n + liberees, 0)).toBeGreaterThan(CHEMINS / 100)
    const arretes = new Set(faits.flatMap((un) => un.arretes).map((cle) => cle.replace(/\/[\da-f-]{36}$/, '')))
    const refus = [
      'DEVERROUILLAGE_OUVERT',
      'MODIFICATION_A_EXAMINER',
      ...NOMMES,
      ...DU_VOTE,
      'MEME_PERSONNE',
      'PAS_A_LIBERER',
    ]
    expect([...arretes]).toEqual(expect.arrayContaining(refus))
    expect([...new Set(faits.flatMap(({ votes }) => votes))].sort()).toEqual(['HORS_SEANCE', 'SEANCE'])
  },
)

import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { MODELES_AUTOMATIQUES } from '#domain/courriel/porte'
import { MOTIFS_RETENUE } from '#domain/courriel/retenue'
import { RYTHME } from '#domain/courriel/suspension'
import { addDays, jourDeParis } from '#domain/temps/jour'
import type { CourrielLu } from '#fichiers/courriel/courriel-lu'
import { Conflict } from '#infra/errors'
import { logger } from '#infra/logger'
import type { CampagneLue } from '#infra/stores/campagne/campagne'
import { diskStorage } from '#infra/storage'
import { readEml } from '#support/courriel-lu'
import { unCourriel } from '#support/courriels'
import { ownDb } from '#support/own-db'
import { abandonnerCourriel } from '#usecases/courriel/abandonner-courriel'
import { envoyerCourrielRetenu } from '#usecases/courriel/envoyer-courriel-retenu'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { constaterRemise } from '#usecases/courriel/constater-remise'
import { suivreComplements } from '#usecases/complement/suivre-complements'
import { rappelerDeverrouillages } from '#usecases/deverrouillage/rappeler-deverrouillages'
import { refermerDeverrouillages } from '#usecases/deverrouillage/refermer-deverrouillages'
import { HANDLERS } from '#workers/handlers/index'
import type { HandlerDeps } from '#workers/define-handler'
import { desDossiers, type Equipe, suivreTous, uneEquipe } from '../dossier/des-dossiers'
import { unAgent } from '../dossier/faits'
import { type AFaireDeCourriel, ACTES_DE_COURRIEL, faireRelire } from './actes-de-courriel'
import { type Chemin, chemin, HORS_CAMPAGNE, ouvrirMonde, type Pas, temps } from './chemin-de-courriel'
import { fautesAuDepart } from './oracle-courriels'

/** Worlds, each with its own clock; the paths that share it; what they are drawn from, the same each time. */
const MONDES = 20
const CHEMINS = 100
const A_LA_FOIS = 8
const GRAINE = 20_251_127

const JOUR = 86_400_000
const DEBUT = new Date('2025-05-13T08:00:00Z')

let own: Awaited<ReturnType<typeof ownDb>>
let equipe: Equipe
let anonyme: Agent
let campagnes: (CampagneLue & { code: string })[]
let lu: CourrielLu
let deps: HandlerDeps
let now = DEBUT
let rang = 0
const fautes: string[] = []
const partis: string[] = []
/** What officers sent each mail in spite of, and the addresses that a mail came back from and nobody has seen to. */
const acceptes = new Map<string, Set<string>>()
const revenues = new Set<string>()

beforeAll(async () => {
  own = await ownDb()
  equipe = await uneEquipe(own.db)
  anonyme = await unAgent(own.db, 'RESPONSABLE', 'Zoé')
  await own.db.agent.update({ where: { id: anonyme.id }, data: { nom: '' } })
  const fiche = await readEml(unCourriel({ texte: 'Voici notre fiche.' }))
  if (!fiche.ok) throw new Error(fiche.reason)
  lu = fiche.value
  deps = {
    db: own.db,
    storage: diskStorage(path.join(own.dataDir, 'fichiers')),
    antivirus: null,
    queueOf: () => {
      throw new Error('no queue here')
    },
    mailer: { send: (mail) => partir(mail.id), close: () => undefined },
    now: () => now,
    rythme: RYTHME,
    tmp: own.dataDir,
    outbox: '/nulle-part',
  }
})
afterAll(() => own.drop())

/** The transport: whatever comes here has left. */
async function partir(id: string) {
  const courriel = await own.db.courriel.findUniqueOrThrow({ where: { id } })
  const { destinataire, modele } = courriel
  const revenue = revenues.has(destinataire)
  const vu = { now, acceptes: acceptes.get(id) ?? new Set(), revenue }
  fautes.push(...(await fautesAuDepart(own.db, courriel, vu)))
  partis.push(modele)
  return { pris: PRIS }
}

type Gens = Omit<AFaireDeCourriel, 'agent' | 'vise' | 'choix'> & { dossierId: string }

/** The people of each path: their dossier, their fiche, their address. */
async function peupler(chemins: readonly Chemin[], monde: number): Promise<Gens[]> {
  const le = jourDeParis(now)
  const { id: lotId } = await own.db.lot.create({
    data: { type: 'DEMANDES', etat: 'EN_COURS', fichiers: [], creeLe: now },
  })
  const adresses = chemins.map(({ adresse }, i) =>
    adresse === 'partagee' ? `partagee${i % 5}.${monde}@exemple.test` : adresse && `club${i}.${monde}@exemple.test`,
  )
  const campagneDe = ({ campagne }: Chemin) => campagnes[campagne] ?? { id: '' }
  const dossiers = await desDossiers(
    own.db,
    chemins.map((un, i) => ({
      ...{ etat: un.etat, campagneId: campagneDe(un).id, pays: 'France', contactCourriel: adresses[i] ?? '' },
      ...{ deposeLe: addDays(le, -un.depot), rejetImpliciteLe: addDays(le, 61 - un.depot) },
      projetFin: un.fin === null ? null : addDays(le, un.fin),
    })),
  )
  const fiches = await own.db.preProjet.createManyAndReturn({
    data: chemins.map((un, i) => ({
      ...{
        campagneId: campagneDe(un).id,
        recuLe: now,
        titre: `Échange ${i}`,
        contactCourriel: adresses[i] ?? '',
        champs: {},
      },
    })),
    select: { id: true },
  })
  return chemins.map((un, i) => ({
    ...{ deps, lotId, lu, campagne: campagneDe(un) as CampagneLue, autreCampagne: '', cle: '' },
    ...{ dossierId: dossiers[i]?.id ?? '', numero: dossiers[i]?.numero ?? '', preProjetId: fiches[i]?.id ?? '' },
    adresse: adresses[i] ?? '',
    rangSuivant: () => (rang += 1),
    regler: (adresse) => revenues.delete(adresse),
    accepter: (courrielId, motif) => acceptes.set(courrielId, new Set([...(acceptes.get(courrielId) ?? []), motif])),
  }))
}

async function agir({ dossierId, ...gens }: Gens, { quoi, role, perime, choix, retour }: Pas) {
  if (retour) await revenir(gens.adresse)
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } })
  const agent = role === 'ANONYME' ? anonyme : equipe[role]
  const vise = { dossierId, version: version - (perime ? 1 : 0) }
  await ACTES_DE_COURRIEL[quoi]({ ...gens, agent, vise, choix }).catch((error: unknown) => {
    if (!(error instanceof Conflict || error instanceof Forbidden)) throw error
  })
}

/** The last mail that left for this address comes back: nothing more leaves for it until an officer has seen to it. */
async function revenir(adresse: string) {
  const dernier = await own.db.courriel.findFirst({
    where: { destinataire: adresse, etat: 'ENVOYE' },
    orderBy: [{ envoyeLe: 'desc' }, { creeLe: 'desc' }, { id: 'desc' }],
  })
  if (!dernier) return
  const remise = { action: 'failed', codeStatut: '5.1.1', diagnostic: '550 5.1.1 User unknown' } as const
  await own.db.$transaction((tx) => constaterRemise(tx, { courriel: dernier, remise, parJeton: true }, now))
  revenues.add(adresse)
}

/** What the worker does each hour, then every mail whose hour has come. */
async function travailler() {
  await refermerDeverrouillages(deps)
  await rappelerDeverrouillages(deps)
  await suivreComplements(deps)
  const promesses = await own.db.outboxJob.findMany({ where: { publishedAt: null, name: 'courriel.envoyer' } })
  // One that leaves at once is promised at the instant it is written.
  const dues = promesses.filter(({ runAt, createdAt }) => runAt.getTime() === createdAt.getTime() || runAt <= now)
  await own.db.outboxJob.updateMany({ where: { id: { in: dues.map(({ id }) => id) } }, data: { publishedAt: now } })
  const contexte = { ...deps, log: logger.child({}, { level: 'silent' }) }
  const ecrits = await own.db.courriel.findMany({
    where: { id: { in: dues.map(({ payload }) => (payload as { courrielId: string }).courrielId) } },
    select: { id: true, destinataire: true },
    orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
  })
  // One after the other to one address: what became of the last one is asked of the next.
  const parAdresse = [...new Set(ecrits.map(({ destinataire }) => destinataire))].map((adresse) =>
    ecrits.filter(({ destinataire }) => destinataire === adresse),
  )
  await suivreTous(parAdresse, A_LA_FOIS, async (siens) => {
    for (const { id: courrielId } of siens) await HANDLERS['courriel.envoyer'].work.run({ courrielId }, contexte)
  })
}

/** Every mail that waits has its one promise; every mail held says why, and can be sent in spite of it, let go by somebody else or given up. */
async function rienDePerdu() {
  const attendent = await own.db.courriel.findMany({ where: { etat: 'A_ENVOYER' }, select: { id: true } })
  const promesses = await own.db.outboxJob.findMany({ where: { publishedAt: null, name: 'courriel.envoyer' } })
  const promis = new Set(promesses.map(({ payload }) => (payload as { courrielId: string }).courrielId))
  fautes.push(...attendent.filter(({ id }) => !promis.has(id)).map(({ id }) => `${id} waits and is promised by nobody`))
  const retenus = await own.db.courriel.findMany({ where: { etat: 'RETENU' } })
  const motifs = new Set(retenus.map(({ motifRetenue }) => motifRetenue ?? 'none'))
  for (const { id: courrielId, version, motifRetenue, ...retenu } of retenus) {
    const vise = { courrielId, version }
    const connu = MOTIFS_RETENUE.find((motif) => motif === motifRetenue)
    const envoye = await envoyerCourrielRetenu(deps, equipe.INSTRUCTEUR, vise)
    const relu = motifRetenue === 'A_RELIRE' && (await faireRelire(deps, equipe, retenu))
    const fait = envoye.ok || relu || (await abandonnerCourriel(deps, equipe.INSTRUCTEUR, vise)).ok
    if (envoye.ok) acceptes.set(courrielId, new Set([...(acceptes.get(courrielId) ?? []), motifRetenue ?? '']))
    if (!connu || !fait) fautes.push(`${courrielId} is held for ${motifRetenue}, and nothing can be done of it`)
  }
  return motifs
}

test(
  'no path of acts and of days makes a mail leave that is false when it leaves, nor loses one',
  { timeout: 600_000 },
  async () => {
    const retenus = new Set<string>()
    for (const monde of Array.from({ length: MONDES }).keys()) {
      now = new Date(DEBUT.getTime() + monde * 90 * JOUR)
      campagnes = await ouvrirMonde(own.db, now)
      const [horloge = []] = fc.sample(temps, { numRuns: 1, seed: GRAINE + monde })
      const chemins = fc.sample(chemin, { numRuns: CHEMINS, seed: GRAINE + monde })
      const gens = await peupler(chemins, monde)
      for (const [i, { ms, panne }] of horloge.entries()) {
        await suivreTous(gens, A_LA_FOIS, async (un, n) => {
          const [pas, quoi] = [chemins[n]?.pas[i], chemins[n]?.quoi[i]]
          if (pas && quoi) await agir(un, { ...pas, quoi })
        })
        now = new Date(now.getTime() + ms)
        if (!panne) await travailler()
      }
      now = new Date(now.getTime() + JOUR)
      await travailler()
      for (const motif of await rienDePerdu()) retenus.add(motif)
      // The half hour of what somebody has just read.
      now = new Date(now.getTime() + JOUR / 24)
      await travailler()
    }
    expect(fautes, `seed ${GRAINE}`).toEqual([])
    // The paths do make mails leave, of every kind, and hold some for every reason that can come of an act.
    const desChemins = MODELES_AUTOMATIQUES.filter((modele) => !HORS_CAMPAGNE.includes(modele))
    expect([...new Set(partis)].sort()).toEqual([...desChemins].sort())
    expect([...retenus]).toEqual(
      expect.arrayContaining([
        'A_RELIRE',
        'ADRESSE_EN_ECHEC',
        'ECHEANCE_PASSEE',
        'FAIT_ANCIEN',
        'FAIT_CADUC',
        'SIGNATAIRE_INCOMPLET',
      ]),
    )
  },
)

import path from 'node:path'
import { agentDe } from '#infra/stores/acces/agent'
import type { Agent, Role } from '#domain/acces/droits'
import { CODES_BUDGET } from '#domain/budget/lecture/lecture-gardee'
import { lireReglages, reglagesEnJson } from '#domain/campagne/reglages'
import { addDays, type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import { makeDb } from '#infra/db'
import { getEnv } from '#infra/env'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { diskStorage, newKey } from '#infra/storage'
import { lireBudget } from '#usecases/budget/lire-budget'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { demanderRapport } from '#usecases/rapport/demander-rapport'
import { deposerLot } from '#usecases/lot/deposer-lot'
import { installerCampagnes, CAMPAGNES_DE_LA_PROCEDURE } from '#usecases/campagne/installer-campagnes'
import { traiterLot } from '#usecases/lot/traiter-lot'
import { archiveDesPieces, deposeLeDe, dossierDe, joursDImport, listingDe, numeroDe } from './demo/extraction'
import { examinerFiches } from './demo/examens'
import { courrielsDemo, demandeDeModification } from './demo/fiches'
import { vivre } from './demo/histoire'
import { DOSSIERS } from './demo/dossiers'

/** The demonstration: two campagnes lived through the acts of the application itself, only in a database that holds nobody. */
const MOT_DE_PASSE = 'demo-mcei-2025'

const EQUIPE: [courriel: string, role: Role, prenom: string, nom: string, qualite: string][] = [
  ['lecteur@mcei.test', 'LECTEUR', 'Léa', 'Wattel', 'Assistante de direction'],
  ['agent@mcei.test', 'INSTRUCTEUR', 'Claire', 'Delmotte', 'Chargée de mission mobilité internationale'],
  ['responsable@mcei.test', 'RESPONSABLE', 'Paul', 'Verhaeghe', 'Responsable de la mission'],
  ['admin@mcei.test', 'ADMIN', 'Aline', 'Debruyne', 'Administratrice de l’application'],
]

const { DATABASE_URL, DATA_DIR, SEED } = getEnv()
// A demonstration lost in a power cut is made again: its commits need not wait for the disk.
const url = new URL(DATABASE_URL ?? '')
url.searchParams.set('options', '-c synchronous_commit=off')
const db = makeDb(url.href)
const storage = diskStorage(path.join(DATA_DIR, 'fichiers'))
const maintenant = new Date()
const aujourdhui = jourDeParis(maintenant)

const at = (jour: Jour, heure = 7) => ({
  db,
  storage,
  now: () => new Date(`${jour}T${String(heure).padStart(2, '0')}:05:00.000Z`),
})

async function equipe(): Promise<(role: Role) => Agent> {
  const motDePasse = await hashMotDePasse(MOT_DE_PASSE)
  const creer = ([courriel, role, prenom, nom, qualite]: (typeof EQUIPE)[number]) =>
    db.agent.create({ data: { courriel, role, prenom, nom, qualite, telephone: '0353012030', motDePasse } })
  const agents = await Promise.all(EQUIPE.map(creer))
  return (role: Role): Agent => {
    const agent = agents.find((a) => a.role === role)
    if (!agent) throw new Error(`no agent: ${role}`)
    return agentDe(agent)
  }
}

/** Who answers in the name of the service, without whom no receipt leaves by itself. */
async function signer() {
  const signataire = { prenom: 'Paul', nom: 'Verhaeghe', qualite: 'Responsable de la mission' }
  for (const { id, reglages, dispositif } of await db.campagne.findMany()) {
    const lus = lireReglages(reglages, dispositif)
    const apres = reglagesEnJson({ ...lus, signataire: { ...lus.signataire, ...signataire } })
    await db.campagne.update({ where: { id }, data: { reglages: apres } })
  }
}

type Depot = { nom: string; role: 'LISTING' | 'PIECES' | 'MESSAGE'; contenu: Parameters<typeof storage.put>[1] }

async function importer(jour: Jour, agent: Agent, type: 'DEMANDES' | 'COURRIELS', depots: Depot[]) {
  const fichiers = []
  for (const { nom, role, contenu } of depots) {
    const cle = newKey('lots', nom.split('.').pop())
    await storage.put(cle, contenu)
    fichiers.push({ nom, cle, role, taille: await storage.size(cle) })
  }
  const deps = at(jour)
  const lot = await deposerLot(
    deps,
    agent,
    type === 'COURRIELS' ? { type, fichiers } : { type, fichiers, couverture: 'PARTIE', accord: { courriels: true } },
  )
  if (!lot.ok) throw new Error(`the demonstration was refused: ${lot.reason}`)
  await traiterLot(deps, lot.value.id)
}

async function importerDemandes(jour: Jour, agent: Agent, avant: Jour) {
  const rangs = [...DOSSIERS.keys()].filter((rang) => deposeLeDe(dossierDe(rang), rang, aujourdhui) <= jour)
  const nouveaux = rangs.filter((rang) => deposeLeDe(dossierDe(rang), rang, aujourdhui) > avant)
  await importer(jour, agent, 'DEMANDES', [
    { nom: `extraction-${jour}.csv`, role: 'LISTING', contenu: listingDe(rangs, aujourdhui) },
    { nom: `pieces-${jour}.zip`, role: 'PIECES', contenu: archiveDesPieces(nouveaux) },
  ])
}

/** What a worker reads as files come: a budget that nobody has read blocks its dossier. */
async function lireLesBudgets() {
  const versions = await db.pieceVersion.findMany({
    where: { piece: { code: { in: [...CODES_BUDGET] } } },
    select: { id: true },
  })
  for (const { id } of versions) await lireBudget({ db, storage, now: () => maintenant }, id)
}

/** What was written before today left at once; today's mails are for the workers. */
async function marquerEnvoyes() {
  const courriels = await db.courriel.findMany({
    where: { etat: 'A_ENVOYER', creeLe: { lt: new Date(maintenant.getTime() - 86_400_000) } },
    orderBy: { creeLe: 'asc' },
  })
  for (const { id, creeLe } of courriels) {
    await declarerCourrielEnvoye({ db, now: () => new Date(creeLe.getTime() + 4_000) }, id)
  }
}

async function demonstration() {
  const agentDe = await equipe()
  const [instructeur, responsable] = [agentDe('INSTRUCTEUR'), agentDe('RESPONSABLE')]
  await installerCampagnes(at('2025-01-06'), responsable, CAMPAGNES_DE_LA_PROCEDURE)
  // Its demandes go from the spring of 2025 to today: its calls are open all along.
  await db.campagne.updateMany({ data: { echeanceDepot: toDate(addDays(aujourdhui, 30)) } })
  await signer()

  for (const { nom, recueLe, contenu } of courrielsDemo()) {
    await importer(jourDeParis(recueLe), instructeur, 'COURRIELS', [{ nom, role: 'MESSAGE', contenu }])
  }
  await examinerFiches(db, instructeur)
  let avant: Jour = '2025-01-01'
  for (const jour of joursDImport(aujourdhui)) {
    await importerDemandes(jour, instructeur, avant)
    await marquerEnvoyes()
    avant = jour
  }
  await lireLesBudgets()
  for (const rang of DOSSIERS.keys()) {
    await vivre(db, { instructeur, responsable }, rang, maintenant)
    await marquerEnvoyes()
  }

  const stage = DOSSIERS.findIndex(({ objet }) => objet === 'Stage professionnel à Herne')
  const demande = demandeDeModification(numeroDe(stage), new Date(maintenant.getTime() - 20 * 3_600_000))
  await importer(jourDeParis(maintenant), instructeur, 'COURRIELS', [
    { nom: demande.nom, role: 'MESSAGE', contenu: demande.contenu },
  ])

  await demanderRapport({ db, now: () => maintenant }, responsable, { type: 'budget', campagneCode: 'MEI-2025' })
}

try {
  if (SEED === 'demo' && (await db.agent.count()) === 0 && (await db.dossier.count()) === 0) await demonstration()
} finally {
  await db.$disconnect()
}

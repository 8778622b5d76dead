import { createHash, randomUUID } from 'node:crypto'
import { CODES_BUDGET } from '#domain/budget/lecture/lecture-gardee'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import type { Agent } from '#domain/acces/droits'
import { addDays, type Jour, jourDeParis } from '#domain/temps/jour'
import type { DepsFichiers } from '#infra/deps'
import { ecrireCourriel } from '#fichiers/courriel/courriel-ecrit'
import { newKey } from '#infra/storage'
import { Prisma } from '#prisma'
import { lireBudget } from '#usecases/budget/lire-budget'
import { suivreComplements } from '#usecases/complement/suivre-complements'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { deposerLot } from '#usecases/lot/deposer-lot'
import { traiterLot } from '#usecases/lot/traiter-lot'
import { demanderRapport } from '#usecases/rapport/demander-rapport'
import { type DepsDemo, type Evenement, instant, type Monde, must } from './agenda'
import { calendrierDe } from './calendrier'
import { comptesDe } from './comptes'
import { demandesEnLigneDe } from './demandes-en-ligne'
import { DOSSIERS } from './dossiers'
import { incidentsDe, rangDe } from './echanges'
import { examensDe, rapprochementsDe } from './examens'
import { archiveDesPieces, listingDe, numeroDe } from './extraction'
import { histoireDe } from './histoire'
import { campagnesDe, embaucher, propos } from './maison'
import { lecturesDe } from './notation'
import { seancesDe } from './seances'
import { suitesDe } from './suites'
import {
  demandeDeModification,
  type MessageDemo,
  messagesDesFiches,
  questionSurUnDossier,
  renseignement,
} from './messages'

const HEURE_MS = 3_600_000

/** Mails of the last day are for the workers; what was written before left at once. */
const EN_ATTENTE_MS = 24 * HEURE_MS

type Depot = { nom: string; role: 'LISTING' | 'PIECES' | 'MESSAGE'; contenu: Parameters<DepsDemo['storage']['put']>[1] }

async function importer(deps: DepsDemo, agent: Agent, type: 'DEMANDES' | 'COURRIELS', depots: Depot[]) {
  const fichiers = []
  for (const { nom, role, contenu } of depots) {
    const cle = newKey('lots', nom.split('.').pop())
    await deps.storage.put(cle, contenu)
    fichiers.push({ nom, cle, role, taille: await deps.storage.size(cle) })
  }
  const lot = await deposerLot(
    deps,
    agent,
    type === 'COURRIELS' ? { type, fichiers } : { type, fichiers, couverture: 'PARTIE', accord: { courriels: true } },
  )
  if (!lot.ok) throw new Error(`the demonstration was refused: ${lot.reason}`)
  await traiterLot(deps, lot.value.id)
}

/** What a worker reads as files come: a budget that nobody has read blocks its dossier. */
async function lireLesBudgets(deps: DepsDemo) {
  const versions = await deps.db.pieceVersion.findMany({
    where: { piece: { code: { in: [...CODES_BUDGET] } }, budget: { equals: Prisma.DbNull } },
    select: { id: true },
  })
  for (const { id } of versions) await lireBudget(deps, id)
}

/** The extractions, each on its day, with the pièces of what it brings. */
const extractionsDe = (monde: Monde): Evenement[] =>
  monde.calendrier.imports.map((jour) => ({
    le: instant(monde, jour, [7, 5]),
    faire: async (deps) => {
      const { calendrier, equipe } = monde
      await importer(deps, equipe.instructeur, 'DEMANDES', [
        { nom: `extraction-${jour}.csv`, role: 'LISTING', contenu: listingDe(calendrier, jour) },
        { nom: `pieces-${jour}.zip`, role: 'PIECES', contenu: archiveDesPieces(calendrier, jour) },
      ])
      await lireLesBudgets(deps)
    },
  }))

/** The mails that came: the fiches, and what people ask. */
function arriveesDe({ calendrier, equipe, maintenant }: Monde): Evenement[] {
  const ilYa = (heures: number) => new Date(maintenant.getTime() - heures * HEURE_MS)
  const messages: MessageDemo[] = [
    ...messagesDesFiches(calendrier.aujourdhui).map(({ message }) => message),
    renseignement(ilYa(44)),
    questionSurUnDossier(numeroDe(calendrier, rangDe('Correspondants de Canterbury')), ilYa(27)),
    demandeDeModification(numeroDe(calendrier, rangDe('Stage professionnel à Herne')), ilYa(20)),
  ]
  return messages.map(({ nom, recuLe, contenu }) => ({
    le: recuLe,
    faire: (deps) => importer(deps, equipe.instructeur, 'COURRIELS', [{ nom, role: 'MESSAGE', contenu }]),
  }))
}

/** Requests for compléments are followed by themselves each morning, reminders included. */
const suivisDe = (monde: Monde): Evenement[] =>
  Array.from({ length: 40 }, (_, n): Jour => addDays(monde.calendrier.aujourdhui, -n)).map((jour) => ({
    le: instant(monde, jour, [6]),
    faire: (deps) => suivreComplements(deps),
  }))

/** What waited for its hour and was to leave before this event. */
async function poster({ db, maintenant }: Monde, avant: Date) {
  const courriels = await db.courriel.findMany({
    where: {
      etat: 'A_ENVOYER',
      creeLe: { lt: new Date(Math.min(avant.getTime(), maintenant.getTime() - EN_ATTENTE_MS)) },
      OR: [{ partirLe: null }, { partirLe: { lt: avant } }],
    },
    orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
    select: {
      ...{
        id: true,
        creeLe: true,
        partirLe: true,
        destinataire: true,
        destinataireNom: true,
        sujet: true,
        texte: true,
      },
    },
  })
  for (const { id, creeLe, partirLe, destinataire, destinataireNom, sujet, texte } of courriels) {
    const le = new Date((partirLe ?? creeLe).getTime() + 4_000)
    const [de, a] = [
      { nom: 'MCEI', adresse: 'mcei@mcei.test' },
      { nom: destinataireNom, adresse: destinataire },
    ]
    const octets = await ecrireCourriel({ ...{ id, domaine: 'mcei.test', de, a, le, texte }, objet: sujet, pieces: [] })
    const copie = { octets, sha256: createHash('sha256').update(octets).digest('hex'), pieces: [] }
    const reponse = `250 2.0.0 Ok: queued as ${id.slice(0, 8).toUpperCase()}`
    await declarerCourrielEnvoye({ db, now: () => le }, { courrielId: id, prise: randomUUID(), copie, reponse })
  }
}

/**
 * Lives the demonstration in an empty database: one year that ends at the instant its clock says, through the acts of the application itself,
 * in the order in which they were done.
 */
export async function chargerDemonstration({ db, storage, now }: DepsFichiers): Promise<void> {
  const maintenant = now()
  const calendrier = calendrierDe(jourDeParis(maintenant))
  const agentDe = await embaucher(db, calendrier)
  const equipe = {
    instructeur: agentDe('INSTRUCTEUR'),
    responsable: agentDe('RESPONSABLE'),
    relectrice: agentDe('ADMIN'),
  }
  const monde: Monde = { db, storage, equipe, calendrier, maintenant }
  const rangs = [...DOSSIERS.keys()]
  const evenements = [
    ...campagnesDe(monde),
    ...arriveesDe(monde),
    ...extractionsDe(monde),
    ...suivisDe(monde),
    ...rangs.flatMap((rang) => histoireDe(monde, rang)),
    ...examensDe(monde),
    ...rapprochementsDe(monde, rangs),
    ...incidentsDe(monde),
    ...propos(monde),
    ...lecturesDe(monde),
    ...seancesDe(monde),
    ...comptesDe(monde),
    ...demandesEnLigneDe(monde),
    ...suitesDe(monde),
  ].toSorted((a, b) => a.le.getTime() - b.le.getTime())
  for (const { le, faire } of evenements) {
    await poster(monde, le)
    await faire({ db, storage, now: () => le })
  }
  await poster(monde, maintenant)
  const campagneCode = codeCampagne('MEI', calendrier.courante.annee)
  must(await demanderRapport({ db, now }, equipe.responsable, { type: 'budget', campagneCode }), campagneCode)
}

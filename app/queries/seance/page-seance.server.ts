import { type Agent, hasDroit } from '#domain/acces/droits'
import { etapeDe } from '#domain/seance/seance'
import type { Db } from '#infra/db'
import { resteEnveloppe } from '#infra/stores/campagne/enveloppe'
import { clotureSeanceJours } from '#infra/stores/seance/a-venir'
import { A_NOTIFIER, delibereeDe, loadSeance, versionDite } from '#infra/stores/seance/seance'

const LIGNE = {
  id: true,
  rang: true,
  version: true,
  avis: true,
  montantProposeCents: true,
  vote: true,
  montantCents: true,
  nature: true,
  motif: true,
  precision: true,
  depassement: true,
  presents: true,
  voteLe: true,
  rouverteLe: true,
  decision: { select: { reprenableA: true } },
  dossier: {
    select: {
      id: true,
      numero: true,
      objet: true,
      etat: true,
      montantDemandeCents: true,
      campagne: { select: { id: true, code: true, libelle: true, enveloppeCents: true } },
      structure: { select: { nom: true, commune: true } },
      propositions: { where: { remplaceeLe: null }, select: { avis: true, montantCents: true } },
    },
  },
} as const

/** What each enveloppe of the list still holds, votes already entered taken off; null where a campagne has none. */
async function enveloppes(db: Db, campagnes: { id: string; code: string; libelle: string; enveloppeCents: bigint }[]) {
  const uniques = [...new Map(campagnes.map((une) => [une.id, une])).values()]
  return Promise.all(
    uniques.map(async (campagne) => ({
      ...{ code: campagne.code, libelle: campagne.libelle },
      resteCents: await db.$transaction((tx) => resteEnveloppe(tx, campagne)),
    })),
  )
}

/** How many decisions may still be taken back, and until when the last of them; null where none may. */
function reprenables(lignes: readonly { decision: { reprenableA: Date | null } | null }[], now: Date) {
  const jusque = lignes.flatMap(({ decision }) => decision?.reprenableA ?? []).filter((jusqua) => jusqua > now)
  return jusque.length === 0 ? null : { n: jusque.length, jusquA: new Date(Math.max(...jusque.map(Number))) }
}

/** Who was there at the vote entered last: most often they are still there for the next one. */
const presentsDuDernierVote = (lignes: readonly { voteLe: Date | null; presents: string }[]): string =>
  lignes.reduce((dernier, une) => (Number(une.voteLe) > Number(dernier.voteLe) ? une : dernier), {
    voteLe: null as Date | null,
    presents: '',
  }).presents

/** A séance, its list in order, and what this agent may do there. Throws NotFound. */
export async function pageSeance(db: Db, agent: Agent, { id, now }: { id: string; now: Date }) {
  // Read before the rest: what is entered meanwhile is told again rather than missed.
  const dite = await versionDite(db, id)
  const seance = await loadSeance(db, id)
  const lues = await db.ligneSeance.findMany({ where: { seanceId: id }, orderBy: { rang: 'asc' }, select: LIGNE })
  const lignes = lues.map(({ dossier, decision, avis, montantProposeCents, voteLe: _voteLe, ...ligne }) => {
    const [propose] = dossier.propositions
    const { numero, objet, etat, montantDemandeCents, structure, campagne } = dossier
    return {
      ...ligne,
      ...{ dossierId: dossier.id, numero: numero ?? '', objet, etat, montantDemandeCents },
      ...{ structure: structure.nom, commune: structure.commune, campagne: campagne.code },
      avis: avis ?? propose?.avis ?? null,
      proposeCents: montantProposeCents ?? propose?.montantCents ?? null,
      notifiee: decision !== null,
    }
  })
  return {
    ...{ id, dite, version: seance.version, jour: seance.jour, cloture: seance.cloture, intitule: seance.intitule },
    etape: etapeDe(seance),
    clotureJours: await clotureSeanceJours(db),
    deliberation: delibereeDe(seance.deliberation),
    preparation: seance.preparation && { par: seance.preparation.par, moi: seance.preparation.parId === agent.id },
    aReprendre: reprenables(lues, now),
    lignes,
    derniersPresents: presentsDuDernierVote(lues),
    enveloppes: await enveloppes(
      db,
      lues.map(({ dossier }) => dossier.campagne),
    ),
    droits: {
      preparer: hasDroit(agent, 'seance.preparer'),
      voter: hasDroit(agent, 'seance.voter'),
      demanderRapport: hasDroit(agent, 'rapport.demander'),
    },
  }
}

/** The dossiers of a séance that are voted and not notified. */
export const aNotifier = async (db: Db, seanceId: string): Promise<string[]> =>
  (
    await db.ligneSeance.findMany({
      where: { seanceId, ...A_NOTIFIER },
      orderBy: { rang: 'asc' },
      select: { dossierId: true },
    })
  ).map(({ dossierId }) => dossierId)

/** The dossiers of a séance whose decision may still be taken back: its mail waits. */
export const aReprendre = async (db: Db, seanceId: string, now: Date): Promise<string[]> =>
  (
    await db.ligneSeance.findMany({
      where: { seanceId, decision: { reprenableA: { gt: now } } },
      orderBy: { rang: 'asc' },
      select: { dossierId: true },
    })
  ).map(({ dossierId }) => dossierId)

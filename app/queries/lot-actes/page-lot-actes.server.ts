import { z } from 'zod'
import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  ACTES_DE_LOT,
  type ActeDeLot,
  type ComptesDeLot,
  ETATS_LIGNE,
  type EtatLigne,
  etapeDuLot,
  isActeDeLot,
} from '#domain/lot-actes/acte-de-lot'
import type { Db } from '#infra/db'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { quiPeutSuivre } from '#queries/absence/absences'
import { seancesOuvertes } from '#queries/seance/seances'
import { compterLignes, comptesDuLot, loadLot, lotsDe } from '#infra/stores/lot-actes/lot-actes'

/** `etat` shows one group of lines alone, page by page; `voir` is the number of a dossier whose very mail is shown. */
export const LotActesParams = z.object({
  etat: z.enum(ETATS_LIGNE).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(0).max(1_000).catch(0),
  voir: z.string().nullable().default(null),
})

/** Lines of a group that are shown with the others; and on one page of it when it is alone. */
const APERCU = 20
const PAGE = 100

/** What is to be read first comes first: what stays as it is, and why. */
const ORDRE: readonly EtatLigne[] = ['ECHEC', 'MODIFIEE', 'REFUSEE', 'ECARTEE', 'FAITE', 'PRETE', 'A_EXAMINER']

const LIGNE = {
  dossierId: true,
  etat: true,
  motif: true,
  effet: true,
  courriels: true,
  retenus: true,
  destinataire: true,
  dossier: { select: { numero: true, objet: true, structure: { select: { nom: true } } } },
} as const

async function lireGroupe(db: Db, { id, etat, n, seul, page }: Groupe) {
  const lignes = await db.lotActesLigne.findMany({
    where: { lotId: id, etat },
    orderBy: { rang: 'asc' },
    select: LIGNE,
    skip: seul ? page * PAGE : 0,
    take: seul ? PAGE : APERCU,
  })
  return {
    etat,
    n,
    lignes: lignes.map(({ dossier, ...ligne }) => ({
      ...ligne,
      numero: dossier.numero ?? '',
      objet: dossier.objet,
      structure: dossier.structure.nom,
    })),
  }
}

/** The acts whose fields are chosen in what the menus of the bannettes offer. */
const AU_MENU: readonly ActeDeLot[] = ['etiqueter', 'retirerEtiquette', 'remplirChamp']

type Groupe = { id: string; etat: EtatLigne; n: number; seul: boolean; page: number }

/** A dossier of the lot, and the dossiers that another agent has in hand in a lot of theirs, near the time of this one. */
const recouvrements = (db: Db, agent: Agent, { id, creeLe }: { id: string; creeLe: Date }) =>
  db.$queryRaw<{ id: string; acte: string; par: string; lanceLe: Date | null; communs: number }[]>`
    SELECT a.id, a.acte, p.prenom || ' ' || p.nom AS par, a.lance_le AS "lanceLe", count(*)::int AS communs
    FROM lot_actes_ligne m JOIN lot_actes_ligne l ON l.dossier_id = m.dossier_id AND l.lot_id <> m.lot_id
      JOIN lot_actes a ON a.id = l.lot_id JOIN agent p ON p.id = a.par_id
    WHERE m.lot_id = ${id}::uuid AND a.par_id <> ${agent.id}::uuid AND l.etat <> 'ECARTEE'
      AND coalesce(a.lance_le, a.cree_le) > ${creeLe}::timestamptz - interval '1 hour'
    GROUP BY a.id, p.id ORDER BY coalesce(a.lance_le, a.cree_le)`

/**
 * A lot: before it is sent, what would change and what would not, and why; then what became of each line, joined to what was seen. Only
 * who prepared it sees it. Throws NotFound.
 */
export async function pageLotActes(
  db: Db,
  agent: Agent,
  { id, etat: seul, page, now }: { id: string; now: Date } & Pick<z.infer<typeof LotActesParams>, 'etat' | 'page'>,
) {
  const lot = await loadLot(db, agent, id)
  requireDroit(agent, ACTES_DE_LOT[lot.acte].droit)
  const comptes = await comptesDuLot(db, id)
  const montres = ORDRE.filter((etat) => comptes[etat] > 0 && (seul === null || etat === seul))
  const [courriels, raisons, groupes, autres, agents, { etiquettes, service }, seances] = await Promise.all([
    db.lotActesLigne.aggregate({
      where: { lotId: id, etat: { in: ['PRETE', 'FAITE'] } },
      _sum: { courriels: true, retenus: true },
    }),
    db.lotActesLigne.groupBy({
      by: ['etat', 'motif'],
      where: { lotId: id, motif: { not: null } },
      _count: true,
      orderBy: { _count: { lotId: 'desc' } },
    }),
    Promise.all(montres.map((etat) => lireGroupe(db, { id, etat, n: comptes[etat], seul: seul !== null, page }))),
    recouvrements(db, agent, lot),
    lot.acte === 'affecter' ? quiPeutSuivre(db, now) : [],
    AU_MENU.includes(lot.acte) ? menusBannette(db) : { etiquettes: [], service: [] },
    lot.acte === 'inscrire' ? seancesOuvertes(db, now) : [],
  ])
  return {
    ...{ id, version: lot.version, acte: lot.acte, champs: lot.champs, lanceLe: lot.lanceLe },
    ...{ parLigne: lot.parLigne, rejets: lot.rejets },
    ...{ comptes, groupes, agents, etiquettes, service, seances, seul, page, taille: PAGE, moi: agent.id },
    etape: etapeDuLot(lot, comptes),
    total: totalDe(comptes),
    courriels: courriels._sum.courriels ?? 0,
    retenus: courriels._sum.retenus ?? 0,
    raisons: raisons.map(({ etat, motif, _count }) => ({ etat, motif: motif ?? '', n: _count })),
    autres: autres.filter(({ acte }) => isActeDeLot(acte)),
  }
}

const totalDe = (comptes: ComptesDeLot): number => Object.values(comptes).reduce((somme, n) => somme + n, 0)

/** What the bannette says of a lot just prepared, when it can be sent without a page: all would change. Null for any other. */
export async function lotSansRefus(db: Db, agent: Agent, { id, now }: { id: string; now: Date }) {
  const { etape, version, acte, comptes, total, courriels, retenus, autres } = await pageLotActes(db, agent, {
    id,
    etat: 'PRETE',
    page: 0,
    now,
  })
  return etape === 'PRET' && comptes.PRETE === total && autres.length === 0
    ? { id, version, acte, lignes: total, courriels, retenus }
    : null
}

/** Lots shown to who prepared them. */
const LOTS_MAX = 50

/** The lots of an agent, the newest first: what each is, how many dossiers, and how far it is. */
export async function mesLots(db: Db, agent: Agent) {
  const lots = await lotsDe(db, agent.id, LOTS_MAX)
  const comptes = await compterLignes(
    db,
    lots.map(({ id }) => id),
  )
  return lots.flatMap((lot) => {
    const siens = comptes.get(lot.id)
    return siens
      ? [
          {
            ...{ id: lot.id, acte: lot.acte, creeLe: lot.creeLe, comptes: siens },
            etape: etapeDuLot(lot, siens),
            total: totalDe(siens),
          },
        ]
      : []
  })
}

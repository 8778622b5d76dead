import { destinataire } from '#domain/courriel/courriel'
import type { DeliberationSaisie, Inscription } from '#domain/dossier/vote-de-decision'
import { numeroDeDeliberation } from '#domain/seance/deliberation'
import { fromDate, type Jour } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { cleDAdresse } from '#infra/stores/courriel/retour'
import type { VoteDecision } from '#prisma'

/** How a séance is held while an act looks at it: alone, or with others that only enter its votes or let its mails go. */
type Verrou = 'SEUL' | 'AVEC_D_AUTRES'

const DELIBERATION = { id: true, annee: true, rang: true, le: true, executoireLe: true } as const

/** A séance as the page of one of its dossiers names it. */
export type SeanceDeDossier = Inscription & { intitule: string }

const SEANCE = { seanceId: true, seance: { select: { jour: true, intitule: true } } } as const

type LigneDeSeance = { seanceId: string; seance: { jour: Date; intitule: string } }

const enSeance = ({ seanceId, seance: { jour, intitule } }: LigneDeSeance): SeanceDeDossier => ({
  seanceId,
  jour: fromDate(jour),
  intitule,
})

const jourOuNull = (date: Date | null): Jour | null => date && fromDate(date)

/** A séance with its délibération, as rules look at it. Throws NotFound. */
export async function loadSeance(tx: Tx | Db, id: string) {
  const lue = await tx.seance.findUnique({
    where: { id },
    include: { deliberation: { select: DELIBERATION }, prepareePar: { select: { id: true, prenom: true, nom: true } } },
  })
  if (!lue) throw new NotFound('seance', id)
  const { deliberation, jour, cloture, prepareePar, ...reste } = lue
  return {
    ...reste,
    jour: fromDate(jour),
    cloture: fromDate(cloture),
    preparation: prepareePar && { parId: prepareePar.id, par: `${prepareePar.prenom} ${prepareePar.nom}` },
    deliberation: deliberation && {
      ...deliberation,
      le: fromDate(deliberation.le),
      executoireLe: jourOuNull(deliberation.executoireLe),
    },
  }
}

type SeanceChargee = Awaited<ReturnType<typeof loadSeance>>

/** The séance, held until the commit: what changes its list, ends its votes or takes back what was prepared waits for the votes being entered and the mails let go, and they for it. Throws NotFound. */
export async function holdSeance(tx: Tx, id: string, verrou: Verrou): Promise<SeanceChargee> {
  if (verrou === 'SEUL') await tx.$queryRaw`SELECT id FROM seance WHERE id = ${id}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT id FROM seance WHERE id = ${id}::uuid FOR SHARE`
  return loadSeance(tx, id)
}

/** The séance held alone, at the version that was on the screen; its version goes on. Throws NotFound, Conflict. */
export async function claimSeance(tx: Tx, { id, version }: { id: string; version: number }): Promise<SeanceChargee> {
  const seance = await holdSeance(tx, id, 'SEUL')
  if (seance.version !== version) throw new Conflict('seance', id)
  await tx.seance.update({ where: { id }, data: { version: { increment: 1 } }, select: { id: true } })
  return seance
}

/** The last entry of the journal that tells something of a séance, of its list or of its votes: what its page shows is at that version. */
export async function versionDite(tx: Tx | Db, id: string): Promise<number> {
  const [lue] = await tx.$queryRaw<{ version: number }[]>`
    SELECT coalesce(greatest(
      (SELECT max(e.id) FROM entree_journal e WHERE e.objet = 'seance' AND e.objet_id = ${id}),
      (SELECT max(e.id) FROM ligne_seance l JOIN entree_journal e ON e.objet = 'dossier' AND e.objet_id = l.dossier_id::text
        WHERE l.seance_id = ${id}::uuid AND e.detail ->> 'seanceId' = ${id})), 0)::float8 AS version`
  return lue?.version ?? 0
}

/** Where a dossier waits for a vote; null where it is on no list, or was voted on. */
export async function inscriptionDe(tx: Tx | Db, dossierId: string): Promise<SeanceDeDossier | null> {
  const ligne = await tx.ligneSeance.findFirst({ where: { dossierId, vote: null }, select: SEANCE })
  return ligne && enSeance(ligne)
}

/** A line whose vote stands: not put off, and not the vote of a decision that was reopened. One per dossier (partial index). */
export const VOTE_TENU = { nature: { not: null }, rouverteLe: null } as const

/** The séance whose vote stands for a dossier; null where none does. */
export async function seanceVotante(tx: Tx | Db, dossierId: string): Promise<SeanceDeDossier | null> {
  const ligne = await tx.ligneSeance.findFirst({ where: { dossierId, ...VOTE_TENU }, select: SEANCE })
  return ligne && enSeance(ligne)
}

/** What the délibération of a vote says of it; `deliberation` is null where what is known of it was never written down. */
export type VoteDit =
  | { par: 'SEANCE'; seance: SeanceDeDossier; deliberation: DeliberationSaisie | null }
  | { par: 'HORS_SEANCE'; deliberation: DeliberationSaisie | null }

type Decidee = {
  vote: VoteDecision | null
  ligneSeanceId: string | null
  deliberationReference: string | null
  deliberationLe: Date | null
  deliberationExecutoireLe: Date | null
}

/** The vote that a decision stands on; null where it stands on none (docs/domaine.md § 7.6). */
export async function voteDeDecision(tx: Tx | Db, decision: Decidee): Promise<VoteDit | null> {
  if (decision.vote === null) return null
  if (decision.ligneSeanceId !== null) {
    const ligne = await tx.ligneSeance.findUniqueOrThrow({
      where: { id: decision.ligneSeanceId },
      select: {
        seanceId: true,
        seance: { select: { ...SEANCE.seance.select, deliberation: { select: DELIBERATION } } },
      },
    })
    const { deliberation: lue } = ligne.seance
    const executoireLe = jourOuNull(lue?.executoireLe ?? null)
    const reference = lue && numeroDeDeliberation(lue.annee, lue.rang)
    const deliberation = lue && reference && executoireLe ? { reference, le: fromDate(lue.le), executoireLe } : null
    return { par: 'SEANCE', seance: enSeance(ligne), deliberation }
  }
  const { deliberationReference: reference, deliberationLe: le, deliberationExecutoireLe: executoireLe } = decision
  const ecrite = reference !== null && le !== null && executoireLe !== null
  const deliberation = ecrite ? { reference, le: fromDate(le), executoireLe: fromDate(executoireLe) } : null
  return { par: 'HORS_SEANCE', deliberation }
}

/** The délibération of a séance, as it is named; null where it is not numbered. */
export const delibereeDe = (deliberation: SeanceChargee['deliberation']) =>
  deliberation && {
    numero: numeroDeDeliberation(deliberation.annee, deliberation.rang),
    le: deliberation.le,
    executoireLe: deliberation.executoireLe,
  }

/** The lines whose vote is to be told, and is not yet. */
export const A_NOTIFIER = { ...VOTE_TENU, decision: null, dossier: { etat: 'VOTE' } } as const

type Ecrit = { contactCourriel: string; structure: { courriel: string } }

const adresseDe = ({ contactCourriel, structure }: Ecrit): string | null => {
  const adresse = destinataire({ contactCourriel, structureCourriel: structure.courriel })
  return adresse && cleDAdresse(adresse)
}

/** The addresses of all that a séance voted and that stands: which came back, and which two structures share. */
export async function adressesDesVotes(db: Db, seanceId: string) {
  const votees = await db.ligneSeance.findMany({
    where: { seanceId, ...VOTE_TENU },
    select: {
      dossier: { select: { structureId: true, contactCourriel: true, structure: { select: { courriel: true } } } },
    },
  })
  const structures = new Map<string, Set<string>>()
  for (const { dossier } of votees) {
    const adresse = adresseDe(dossier)
    if (adresse) structures.set(adresse, (structures.get(adresse) ?? new Set()).add(dossier.structureId))
  }
  const revenues = await db.adresseNonRemise.findMany({
    where: { adresse: { in: [...structures.keys()] } },
    select: { adresse: true },
  })
  const enEchec = new Set(revenues.map(({ adresse }) => adresse))
  return {
    de: (dossier: Ecrit) => {
      const adresse = adresseDe(dossier) ?? ''
      return { enEchec: enEchec.has(adresse), partagee: (structures.get(adresse)?.size ?? 0) > 1 }
    },
  }
}

import { destinataire } from '#domain/courriel/courriel'
import { numeroDeDeliberation } from '#domain/seance/deliberation'
import type { Deliberee } from '#domain/seance/vote-notifie'
import { fromDate, type Jour } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { cleDAdresse } from '#infra/stores/courriel/retour'

/** How a séance is held while an act looks at it: alone, or with others that only enter its votes or let its mails go. */
type Verrou = 'SEUL' | 'AVEC_D_AUTRES'

const DELIBERATION = { id: true, annee: true, rang: true, le: true, executoireLe: true } as const

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

/** Where a dossier waits for a vote; null where it is on no list, or was voted on. */
export const inscriptionDe = (tx: Tx | Db, dossierId: string) =>
  tx.ligneSeance.findFirst({
    where: { dossierId, vote: null },
    select: { id: true, seanceId: true, rang: true, seance: { select: { jour: true, closeLe: true } } },
  })

/** The délibération that bears this line, as a decision names it; null where it has none. */
export async function deliberationDeLigne(tx: Tx | Db, ligneId: string): Promise<Deliberee | null> {
  const ligne = await tx.ligneSeance.findUnique({
    where: { id: ligneId },
    select: { seance: { select: { deliberation: { select: DELIBERATION } } } },
  })
  const deliberation = ligne?.seance.deliberation
  return deliberation
    ? { numero: numeroDeDeliberation(deliberation.annee, deliberation.rang), le: fromDate(deliberation.le) }
    : null
}

/** The délibération of a séance, as it is named; null where it is not numbered. */
export const delibereeDe = (deliberation: SeanceChargee['deliberation']) =>
  deliberation && {
    numero: numeroDeDeliberation(deliberation.annee, deliberation.rang),
    le: deliberation.le,
    executoireLe: deliberation.executoireLe,
  }

/** The lines whose vote is to be told, and is not yet. */
export const A_NOTIFIER = { nature: { not: null }, decision: null, dossier: { etat: 'VOTE' } } as const

type Ecrit = { contactCourriel: string; structure: { courriel: string } }

const adresseDe = ({ contactCourriel, structure }: Ecrit): string | null => {
  const adresse = destinataire({ contactCourriel, structureCourriel: structure.courriel })
  return adresse && cleDAdresse(adresse)
}

/** The addresses of all that a séance voted: which came back, and which two structures share. */
export async function adressesDesVotes(db: Db, seanceId: string) {
  const votees = await db.ligneSeance.findMany({
    where: { seanceId, nature: { not: null } },
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

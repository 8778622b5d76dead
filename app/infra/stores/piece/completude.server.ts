import { SYSTEME } from '#domain/acces/acteur'
import { EN_COURS, type Etat, suite } from '#domain/dossier/etat'
import {
  codesManquants,
  type Completude,
  etatCompletude,
  examinerCompletude,
  type PieceDeposee,
} from '#domain/piece/completude'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import type { Prisma } from '#prisma'
import { leverSiTouteRecue } from '#infra/stores/complement/complement'
import { type Attendue, attenduesDuDossier } from '#infra/stores/campagne/exigences'

/** A pièce of a dossier, as what is complete looks at it. */
export type PieceLue = { code: string | null; controle: PieceDeposee['controle']; aUnFichier: boolean }

/** A row that holds neither a file, a « sans objet » nor a « déjà détenue » says nothing: nobody deposited it, nobody excused it. */
export const deposees = (pieces: readonly PieceLue[]): PieceDeposee[] =>
  pieces.filter(({ aUnFichier, controle }) => aUnFichier || controle === 'SANS_OBJET' || controle === 'DISPENSEE')

/** A dossier, with what is asked of it and what it holds. */
type AExaminer = { id: string; attendues: readonly Attendue[]; pieces: readonly PieceLue[] }

async function lireDossier(tx: Tx | Db, dossierId: string): Promise<AExaminer> {
  const dossier = await tx.dossier.findUnique({
    where: { id: dossierId },
    select: {
      id: true,
      campagneId: true,
      exigencesId: true,
      structure: { select: { genre: true } },
      pieces: { select: { code: true, controle: true, _count: { select: { versions: true } } } },
    },
  })
  if (!dossier) throw new NotFound('dossier', dossierId)
  return {
    id: dossierId,
    attendues: await attenduesDuDossier(tx, dossier),
    pieces: dossier.pieces.map(({ _count, ...piece }) => ({ ...piece, aUnFichier: _count.versions > 0 })),
  }
}

const examiner = ({ attendues, pieces }: AExaminer): Completude => examinerCompletude(attendues, deposees(pieces))

/** What the campagne asks of this dossier's genre, against what was deposited. Throws NotFound. */
export const examinerDossier = async (tx: Tx | Db, dossierId: string): Promise<Completude> =>
  examiner(await lireDossier(tx, dossierId))

/**
 * Rewrites the completeness a bannette sorts and filters on; every act that touches a pièce, the genre of the structure or
 * the matrix ends with it. `nbManquantes` counts what is to be asked for: absent or refused. A request for
 * compléments that has all it asked ends there, and a dossier that was complete and no longer is goes back to be looked at (`le` is the
 * instant of the act). The version is not raised.
 */
export const rafraichirCompletude = async (tx: Tx, dossierId: string, le: Date): Promise<Completude> =>
  ecrireCompletude(tx, await lireDossier(tx, dossierId), le)

/** The same of a dossier of which all this is known: it was just made. */
export async function ecrireCompletude(tx: Tx, dossier: AExaminer, le: Date): Promise<Completude> {
  const { id: dossierId } = dossier
  const completude = examiner(dossier)
  const manquants = codesManquants(completude)
  const [ecrit] = await tx.$queryRaw<{ complementLimite: Date | null; etat: Etat }[]>`
    UPDATE dossier SET completude = ${etatCompletude(completude)}::"EtatCompletude", nb_manquantes = ${manquants.length},
      nb_a_controler = ${completude.aControler.length}, codes_manquants = ${manquants}
    WHERE id = ${dossierId}::uuid RETURNING complement_limite AS "complementLimite", etat::text`
  if (!ecrit) throw new NotFound('dossier', dossierId)
  const { complementLimite, etat } = ecrit
  if (complementLimite) await leverSiTouteRecue(tx, dossierId)
  const remis = completude.complet ? undefined : suite(etat, 'recontroler')
  if (remis) {
    await tx.dossier.update({ where: { id: dossierId }, data: { etat: remis }, select: { id: true } })
    const detail = { avant: etat, apres: remis }
    await writeJournal(tx, SYSTEME, { acte: 'recontroler', objet: 'dossier', objetId: dossierId, detail, le })
  }
  return completude
}

/**
 * The same for every dossier of these that waits for a decision, when something they share has changed: the genre of their structure, a
 * grant of the year before. In the order of their ids, so that two at once wait for each other rather than block.
 */
export async function rafraichirEnCours(tx: Tx, where: Prisma.DossierWhereInput, le: Date): Promise<void> {
  const dossiers = await tx.dossier.findMany({
    where: { AND: [{ etat: { in: ['BROUILLON', ...EN_COURS] } }, where] },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const { id } of dossiers) await rafraichirCompletude(tx, id, le)
}

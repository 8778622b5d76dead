import { type Agent, requireDroit } from '#domain/acces/droits'
import { empechementControle, type EmpechementControle } from '#domain/dossier/instruction'
import type { Completude } from '#domain/piece/completude'
import type { CodePiece } from '#domain/piece/piece'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { type PieceVisee, pieceVisee } from '#infra/stores/piece/piece'
import { piecesDetenues } from '#infra/stores/piece/piece-detenue'
import { ecrireControle } from '#usecases/piece/ecrire-controle'

export type RefusDispense = EmpechementControle | 'PIECE_NON_DEMANDEE' | 'PIECE_NON_DETENUE'

/** `detenueId` is the file of the earlier dossier, as the page offered it. */
type Input = { dossierId: string; detenueId: string } & (PieceVisee | { code: CodePiece })

/**
 * Excuses a pièce that an earlier dossier of the same structure holds (CRPA L114-8), with a link to that file; the completeness follows
 * in the same commit. Undone by putting the pièce back to be looked at; a later deposit takes its place.
 */
export async function dispenserPiece(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, detenueId, ...visee }: Input,
): Promise<Result<Completude & { vue: PieceVisee }, RefusDispense>> {
  requireDroit(agent, 'dossier.instruire')

  return db.$transaction(async (tx) => {
    const vue = await pieceVisee(tx, dossierId, visee)
    const { dossier, piece, code } = vue
    const closed = empechementControle(dossier.etat)
    if (closed) return no(closed)
    if (!(await attenduesDuDossier(tx, dossier)).some((a) => a.code === code)) return no('PIECE_NON_DEMANDEE')
    const detenue = (await piecesDetenues(tx, dossier)).find((d) => d.code === code && d.versionId === detenueId)
    if (!detenue) return no('PIECE_NON_DETENUE')

    const le = now()
    const trace = {
      controle: 'DISPENSEE' as const,
      motif: null,
      precision: '',
      controleParId: agent.id,
      controleLe: le,
      dispenseDeId: detenue.versionId,
    }
    const completude = await ecrireControle(tx, vue, trace)
    await writeJournal(tx, agent, {
      acte: 'dispenserPiece',
      objet: 'dossier',
      objetId: dossierId,
      detail: {
        piece: code,
        avant: piece?.controle ?? 'ABSENTE',
        apres: 'DISPENSEE',
        dossier: detenue.numero,
        fichier: detenue.nomFichier,
        versionId: detenue.versionId,
      },
      le,
    })
    return ok(completude)
  })
}

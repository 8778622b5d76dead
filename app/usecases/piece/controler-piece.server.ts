import { type Agent, requireDroit } from '#domain/acces/droits'
import { empechementControle } from '#domain/dossier/instruction'
import { controler, type CodePiece, type RefusControle, type Verdict } from '#domain/piece/piece'
import type { Completude } from '#domain/piece/completude'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { type PieceVisee, pieceVisee } from '#infra/stores/piece/piece'
import { ecrireControle } from '#usecases/piece/ecrire-controle'

export type RefusControlePiece = RefusControle | 'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE' | 'PIECE_NON_DEMANDEE'

export type Input = Verdict & { dossierId: string } & (PieceVisee | { code: CodePiece })

/**
 * What an officer says of a pièce, and the completeness that follows, in one commit. Aimed at a pièce by the version seen, or
 * by its code where nothing was deposited. Acts on one dossier follow each other; on one pièce, the second gets Conflict.
 */
export async function controlerPiece(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, controle, motif, precision, ...visee }: Input,
): Promise<Result<Completude & { vue: PieceVisee }, RefusControlePiece>> {
  requireDroit(agent, 'dossier.instruire')

  return db.$transaction(async (tx) => {
    const vue = await pieceVisee(tx, dossierId, visee)
    const { dossier, piece, code } = vue
    const closed = empechementControle(dossier.etat)
    if (closed) return no(closed)
    if (!piece && !(await attenduesDuDossier(tx, dossier)).some((a) => a.code === code)) return no('PIECE_NON_DEMANDEE')
    const answer = controler({ aUnFichier: (piece?.versions.length ?? 0) > 0 }, { controle, motif, precision })
    if (!answer.ok) return answer

    const le = now()
    const trace = { ...answer.value, controleParId: agent.id, controleLe: le, dispenseDeId: null }
    const completude = await ecrireControle(tx, vue, trace)
    await writeJournal(tx, agent, {
      acte: 'controlerPiece',
      objet: 'dossier',
      objetId: dossierId,
      detail: {
        piece: code,
        fichier: piece?.versions[0]?.nomFichier ?? null,
        avant: piece?.controle ?? 'ABSENTE',
        apres: answer.value.controle,
        motif: answer.value.motif,
        precision: answer.value.precision,
      },
      le,
    })
    return ok(completude)
  })
}

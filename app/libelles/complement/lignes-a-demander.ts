import type { LigneComposee, PiecesEtRetenus } from '#domain/complement/complement'
import { isCodePiece } from '#domain/piece/piece'
import { phraseAbsente, phraseNonConforme } from '#libelles/complement/complement-phrases'

/** What could be asked, in the words of the mail: pièces absent or refused but those already awaited, then what officers kept. */
export function lignesADemander(
  { manquantes, nonConformes, refusees, retenus }: PiecesEtRetenus,
  attendus: ReadonlySet<string | null>,
): LigneComposee[] {
  const absentes = manquantes
    .filter(isCodePiece)
    .map((code) => ({ cle: `piece/${code}`, code, ...phraseAbsente(code) }))
  const aRefaire = nonConformes.filter(isCodePiece).flatMap((code) =>
    refusees
      .filter((piece) => piece.code === code)
      .map(({ motif, precision }, rang) => ({
        cle: `piece/${code}/${rang}`,
        code,
        ...phraseNonConforme(code, motif, precision),
      })),
  )
  return [...[...absentes, ...aRefaire].filter(({ code }) => !attendus.has(code)), ...retenus]
}

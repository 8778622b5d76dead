import { type Agent, requireDroit } from '#domain/acces/droits'
import { type LigneRetenue, type LigneSaisie, type RefusLigne, retenirLigne } from '#domain/campagne/edition'
import { CODES_PIECE } from '#domain/piece/piece'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { brouillonVise, campagneARegler } from '#infra/stores/campagne/version-exigences'
import { Prisma } from '#prisma'

/** `version` is that of the draft the page showed; null where nothing was being prepared. */
export type Input = { campagne: string; version: number | null; ligne: LigneSaisie }

/**
 * Changes what the draft of a campagne asks of some genres for one pièce; the draft begins with the first change. What is published is
 * never touched, so that no deposited dossier sees anything of it.
 */
export async function modifierExigences(
  { db, now }: Deps,
  agent: Agent,
  { campagne: code, version, ligne }: Input,
): Promise<Result<LigneRetenue, RefusLigne | 'CAMPAGNE_ARCHIVEE'>> {
  requireDroit(agent, 'campagne.regler')
  const answer = retenirLigne(ligne)
  if (!answer.ok) return answer

  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagne = visee.value
    const brouillon = await brouillonVise(tx, campagne.id, version)
    await ecrireLigne(tx, brouillon.id, answer.value)
    await tx.versionExigences.update({ where: { id: brouillon.id }, data: { version: { increment: 1 } } })
    await writeJournal(tx, agent, {
      acte: 'modifierExigences',
      objet: 'campagne',
      objetId: campagne.id,
      detail: {
        version: brouillon.numero,
        piece: answer.value.code,
        genres: answer.value.genres,
        exigence: answer.value.exigence,
      },
      le: now(),
    })
    return answer
  })
}

async function ecrireLigne(tx: Tx, exigencesId: string, ligne: LigneRetenue) {
  const { genres, code, exigence, condition, regles, motifs } = ligne
  await tx.pieceAttendue.deleteMany({ where: { exigencesId, code, genre: { in: genres } } })
  if (exigence === 'NON_DEMANDEE') return
  await tx.pieceAttendue.createMany({
    data: genres.map((genre) => ({
      exigencesId,
      genre,
      code,
      exigence,
      rang: CODES_PIECE.indexOf(code),
      condition: condition ?? Prisma.DbNull,
      regles: regles ?? Prisma.DbNull,
      motifs,
    })),
  })
}

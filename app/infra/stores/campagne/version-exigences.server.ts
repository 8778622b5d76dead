import type { Reglement } from '#domain/campagne/reglement-a-plat'
import { lireReglages } from '#domain/campagne/reglages'
import { reglable } from '#domain/campagne/vie-campagne'
import { no, ok, type Result } from '#domain/result'
import { lireGenre } from '#domain/structure/genre'
import { isCodePiece } from '#domain/piece/piece'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'

/** The campagne of this code. Throws NotFound. */
export async function campagneDuCode(tx: Tx | Db, code: string) {
  const campagne = await tx.campagne.findUnique({ where: { code } })
  if (!campagne) throw new NotFound('campagne', code)
  return campagne
}

type Ligne = Awaited<ReturnType<typeof campagneDuCode>>

/** The règlement that a campagne's row holds. */
export const reglementDe = (campagne: Ligne): Reglement => ({
  libelle: campagne.libelle,
  ouverteLe: fromDate(campagne.ouverteLe),
  echeanceFiche: fromDate(campagne.echeanceFiche),
  echeanceDepot: fromDate(campagne.echeanceDepot),
  enveloppeCents: campagne.enveloppeCents,
  reglages: lireReglages(campagne.reglages, campagne.dispositif),
})

/** The lines of one version, in reading order. Throws where a line is of a genre or a pièce that is not of ours: nobody could answer it. */
export async function lignesDe(tx: Tx | Db, exigencesId: string | null) {
  if (exigencesId === null) return []
  const lignes = await tx.pieceAttendue.findMany({
    where: { exigencesId },
    orderBy: [{ genre: 'asc' }, { rang: 'asc' }],
  })
  return lignes.map((ligne) => {
    const { code } = ligne
    const genre = lireGenre(ligne.genre)
    if (!genre || !isCodePiece(code))
      throw new Error(`unknown line of exigences ${exigencesId}: ${ligne.genre}/${code}`)
    return { ...ligne, genre, code }
  })
}

/** What is being prepared for a campagne, or null. */
export const findBrouillon = (tx: Tx | Db, campagneId: string) =>
  tx.versionExigences.findFirst({
    where: { campagneId, publieeLe: null },
    select: { id: true, numero: true, version: true, campagneId: true },
  })

/** One act on the exigences of a campagne follows another. */
export async function lockCampagne(tx: Tx, campagneId: string) {
  await tx.$queryRaw`SELECT id FROM campagne WHERE id = ${campagneId}::uuid FOR UPDATE`
}

/** The campagne that an act sets, held until the act ends: one that is put away is not set. Throws NotFound. */
export async function campagneARegler(tx: Tx, code: string): Promise<Result<Ligne, 'CAMPAGNE_ARCHIVEE'>> {
  const { id } = await campagneDuCode(tx, code)
  await lockCampagne(tx, id)
  const campagne = await campagneDuCode(tx, code)
  return reglable(campagne.etat) ? ok(campagne) : no('CAMPAGNE_ARCHIVEE')
}

/**
 * The draft this act is aimed at, by the version the officer's page showed: null where there was none, and then it is begun, a copy of
 * what was last published. Of two officers at once the second gets Conflict.
 */
export async function brouillonVise(tx: Tx, campagneId: string, vue: number | null) {
  await lockCampagne(tx, campagneId)
  const connu = await findBrouillon(tx, campagneId)
  if (connu && vue === null) throw new Conflict('campagne', campagneId)
  if (connu && vue !== null) {
    expectVersion('campagne', { id: campagneId, version: connu.version }, vue)
    return connu
  }
  if (vue !== null) throw new Conflict('campagne', campagneId)
  return commencerBrouillon(tx, campagneId)
}

/** The draft an act ends, by publishing it or letting it go: null where there is none any more. Of two officers at once the second gets Conflict. */
export async function brouillonAFinir(tx: Tx, campagneId: string, vue: number) {
  await lockCampagne(tx, campagneId)
  const connu = await findBrouillon(tx, campagneId)
  if (connu) expectVersion('campagne', { id: campagneId, version: connu.version }, vue)
  return connu
}

async function commencerBrouillon(tx: Tx, campagneId: string) {
  const { _max } = await tx.versionExigences.aggregate({ where: { campagneId }, _max: { numero: true } })
  const enVigueur = await exigencesEnVigueur(tx, campagneId)
  const brouillon = await tx.versionExigences.create({
    data: { campagneId, numero: (_max.numero ?? 0) + 1 },
    select: { id: true, numero: true, version: true, campagneId: true },
  })
  if (enVigueur) {
    await tx.$executeRaw`
      INSERT INTO piece_attendue (exigences_id, genre, code, exigence, rang, condition, regles, motifs)
      SELECT ${brouillon.id}::uuid, genre, code, exigence, rang, condition, regles, motifs
      FROM piece_attendue WHERE exigences_id = ${enVigueur}::uuid`
  }
  return brouillon
}

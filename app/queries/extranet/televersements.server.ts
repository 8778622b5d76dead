import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { estEnVol, type PourQuoi, SANS_EMPREINTE } from '#domain/demande-en-ligne/televersement'
import type { Db } from '#infra/db'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { pourQuoi, quiContinuent, televersementDe } from '#infra/stores/demande-en-ligne/televersement'
import { phraseDeTeleversement } from '#libelles/demande-en-ligne/refus-de-televersement'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

/** What a file of theirs is sent for, and under which code. Throws NotFound for any other. */
export async function televersementPour(
  db: Db,
  demandeur: Demandeur,
  id: string,
): Promise<{ pour: PourQuoi; code: string }> {
  const lu = await televersementDe(db, demandeur.id, id)
  return { pour: pourQuoi(lu), code: lu.code }
}

/**
 * The files on their way for a demande or a dossier that this demandeur may see, and those of theirs that were refused. `bloque`: a deposit waits for it.
 * `sha256` is told to who sends it alone, that the same file chosen again goes on; null for one that comes whole, and does not.
 */
export async function televersementsVus(db: Db, demandeur: Demandeur, { pour, now }: { pour: PourQuoi; now: Date }) {
  const lus = await db.televersement.findMany({
    // One that comes whole has a name and a pièce once its form was read up to there.
    where: { ...pour, code: { not: '' }, OR: [quiContinuent(now), { refus: { not: '' }, demandeurId: demandeur.id }] },
    include: { demandeur: true },
    orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
  })
  return lus.map(({ id, code, nomFichier, taille, recu, recuLe, finiLe, sha256, refus, refusDetail, ...un }) => {
    const mien = un.demandeurId === demandeur.id
    return {
      ...{ id, code, piece: nomPourLeDemandeur(code), nomFichier, taille, recu, recuLe, mien },
      sha256: mien && !finiLe && sha256 !== SANS_EMPREINTE ? sha256 : null,
      par: mien ? null : nomDActeur(demandeurDe(un.demandeur)),
      bloque: estEnVol({ recuLe, finiLe }, now),
      refus: refus === '' ? null : phraseDeTeleversement(refus, refusDetail),
    }
  })
}

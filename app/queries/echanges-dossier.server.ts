import type { Db } from '#infra/db'

/** How much of a mail the list shows; the whole stands behind its link. */
const EXTRAIT = 4_000

/** The mails sent and received about one dossier, the newest first. */
export async function echangesDossier(db: Db, dossierId: string) {
  const [envoyes, recus] = await Promise.all([
    db.courriel.findMany({
      where: { dossierId },
      select: {
        id: true,
        sujet: true,
        texte: true,
        destinataire: true,
        destinataireNom: true,
        etat: true,
        erreur: true,
        creeLe: true,
        envoyeLe: true,
      },
      orderBy: { creeLe: 'desc' },
      take: 200,
    }),
    db.courrielRecu.findMany({
      where: { dossierId },
      select: {
        id: true,
        sujet: true,
        texte: true,
        de: true,
        deNom: true,
        recuLe: true,
        nature: true,
        _count: { select: { pieces: true } },
      },
      orderBy: { recuLe: 'desc' },
      take: 200,
    }),
  ])
  return [
    ...envoyes.map(({ creeLe, envoyeLe, texte, ...c }) => ({
      sens: 'ENVOYE' as const,
      le: envoyeLe ?? creeLe,
      texte: texte.slice(0, EXTRAIT),
      ...c,
    })),
    ...recus.map(({ recuLe, texte, _count, ...c }) => ({
      sens: 'RECU' as const,
      le: recuLe,
      texte: texte.slice(0, EXTRAIT),
      nbPieces: _count.pieces,
      ...c,
    })),
  ].sort((a, b) => b.le.getTime() - a.le.getTime())
}

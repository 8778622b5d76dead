import { CODES_DURABLES } from '#domain/piece/deja-detenue'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'

/** `id` is null for what is no dossier yet: a demande being filled in. */
type Dossier = { id: string | null; structureId: string; deposeLe: Date | null }

const VERSION = { id: true, nomFichier: true, recueLe: true, cle: true, analyse: true } as const

/** Enough for several years of every lasting pièce. */
const LUES = 60

const texte = (donnees: unknown, cle: string): string => {
  const value: unknown = typeof donnees === 'object' && donnees !== null ? Reflect.get(donnees, cle) : ''
  return typeof value === 'string' ? value : ''
}

/**
 * What earlier dossiers of this structure hold that lasts, found CONFORME, the last looked at of each code: in one query. `identite` is the
 * structure as that dossier's form named it.
 */
export async function piecesDetenues(tx: Tx | Db, { id, structureId, deposeLe }: Dossier) {
  const pieces = await tx.piece.findMany({
    where: {
      code: { in: CODES_DURABLES },
      controle: 'CONFORME',
      versions: { some: {} },
      dossier: {
        structureId,
        ...(id !== null && { id: { not: id } }),
        numero: { not: null },
        ...(deposeLe && { deposeLe: { lte: deposeLe } }),
      },
    },
    orderBy: [{ controleLe: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    take: LUES,
    select: {
      code: true,
      controleLe: true,
      versions: { orderBy: { numero: 'desc' }, take: 1, select: VERSION },
      dossier: { select: { numero: true, deposeLe: true, donnees: true } },
    },
  })
  const vus = new Set<string>()
  return pieces.flatMap(({ code, controleLe, versions: [version], dossier }) => {
    if (code === null || !version || !dossier.numero || vus.has(code)) return []
    vus.add(code)
    return [
      {
        code,
        versionId: version.id,
        nomFichier: version.nomFichier,
        fichier: { cle: version.cle, analyse: version.analyse },
        numero: dossier.numero,
        controleLe,
        le: fromDate(dossier.deposeLe ?? version.recueLe),
        identite: { nom: texte(dossier.donnees, 'raisonSociale'), siret: texte(dossier.donnees, 'siret') },
      },
    ]
  })
}

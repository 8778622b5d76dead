import { type Genre, lireGenre } from '#domain/structure/genre'
import { type Probleme, PROBLEMES } from '#domain/piece/depot'
import { reconnaitrePiece } from '#domain/piece/reconnaissance'
import { lireSignalements, type SignalementDePiece as Signale } from '#domain/piece/signalement'
import type { Db } from '#infra/db'
import { examinerDossier } from '#infra/stores/piece/completude'

/** One thing noticed of a deposited file; `piece` is its code, or null while nobody knows what it is. */
export type SignalementDePiece = { piece: string | null; fichier: string; probleme: Probleme; detail: string }

export type CompletudeDossier = {
  numero: string
  genre: Genre | null
  complet: boolean
  manquantes: string[]
  aControler: string[]
  nonConformes: string[]
  signalements: SignalementDePiece[]
}

/** What a dossier lacks, and what its files show, refused ones included; null when no dossier has this number. */
export async function completudeDossier(db: Db, numero: string): Promise<CompletudeDossier | null> {
  const dossier = await db.dossier.findUnique({
    where: { numero },
    select: {
      id: true,
      structure: { select: { genre: true } },
      pieces: {
        orderBy: [{ rang: 'asc' }, { id: 'asc' }],
        select: {
          code: true,
          signalementsEcartes: { select: { probleme: true, sha256: true } },
          versions: { orderBy: { numero: 'desc' }, take: 1 },
        },
      },
    },
  })
  if (!dossier) return null
  const { complet, manquantes, aControler, nonConformes } = await examinerDossier(db, dossier.id)
  const signalements = dossier.pieces.flatMap(({ code, signalementsEcartes, versions: [version] }) =>
    duContrat(lireSignalements(version?.signalements))
      .filter(({ ecrit }) => !signalementsEcartes.some((e) => e.probleme === ecrit && e.sha256 === version?.sha256))
      .map(({ probleme, detail }) => ({ piece: code, fichier: version?.nomFichier ?? '', probleme, detail })),
  )
  return {
    numero,
    genre: lireGenre(dossier.structure.genre),
    complet,
    manquantes,
    aControler,
    nonConformes,
    signalements: [...signalements, ...(await tropVolumineuses(db, numero))],
  }
}

/** The kinds that the contract knows. Last year's file is one already seen in another dossier. */
const duContrat = (signalements: Signale[]): { probleme: Probleme; ecrit: string; detail: string }[] =>
  signalements.flatMap(({ probleme: ecrit, detail }) => {
    const dit = ecrit === 'MEME_QUE_L_AN_DERNIER' ? 'DEJA_VU' : ecrit
    const probleme = PROBLEMES.find((p) => p === dit)
    return probleme ? [{ probleme, ecrit, detail }] : []
  })

/** Files refused for their weight, as long as no lighter one has come under the same name. */
async function tropVolumineuses(db: Db, numero: string): Promise<SignalementDePiece[]> {
  const refusees = await db.lotLigne.findMany({
    where: { numero, resultat: 'PIECE_REFUSEE', colonne: 'TROP_VOLUMINEUSE' },
    distinct: ['fichier'],
    orderBy: [{ fichier: 'asc' }, { lot: { creeLe: 'desc' } }],
    select: { fichier: true, motif: true, lot: { select: { creeLe: true } } },
  })
  const found = await Promise.all(
    refusees.map(async ({ fichier, motif, lot }) => {
      const nomFichier = fichier.split('/').at(-1) ?? fichier
      const plusTard = await db.pieceVersion.count({
        where: { nomFichier, recueLe: { gt: lot.creeLe }, piece: { dossier: { numero } } },
      })
      return plusTard > 0
        ? []
        : [
            {
              piece: reconnaitrePiece(nomFichier)?.code ?? null,
              fichier: nomFichier,
              probleme: 'TROP_VOLUMINEUX' as const,
              detail: motif ?? '',
            },
          ]
    }),
  )
  return found.flat()
}

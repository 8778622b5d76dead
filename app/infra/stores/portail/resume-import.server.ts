import type { BilanDemandes } from '#domain/portail/bilan'
import type { AnomalieSuivie } from '#domain/portail/suite-ligne'
import type { Tx } from '#infra/db'
import type { NatureCourrielRecu } from '#prisma'

/** A row of a listing has its line; a pièce has its file name and no line; a dossier gone from the listing has neither. */
const DU_LISTING = { ligne: { not: null } }
const DE_PIECE = { ligne: null, fichier: { not: '' } }

/** Counts a lot from its lines: the same after an interruption as without. */
export async function bilanDemandes(tx: Tx, lotId: string, campagnesOuvertes: string[]): Promise<BilanDemandes> {
  const [listing, pieces] = [
    await tx.lotLigne.groupBy({ by: ['resultat'], where: { lotId, ...DU_LISTING }, _count: true }),
    await tx.lotLigne.groupBy({ by: ['resultat'], where: { lotId, ...DE_PIECE }, _count: true }),
  ]
  const count = (groups: typeof listing, ...resultats: string[]) =>
    groups.filter(({ resultat }) => resultats.includes(resultat)).reduce((sum, { _count }) => sum + _count, 0)
  const rejets = await tx.lotLigne.findMany({
    where: { lotId, ...DU_LISTING, resultat: 'REJET' },
    orderBy: { rang: 'asc' },
  })
  const refusees = await tx.lotLigne.findMany({ where: { lotId, resultat: 'PIECE_REFUSEE' }, orderBy: { rang: 'asc' } })
  const disparus = await tx.lotLigne.findMany({ where: { lotId, ligne: null, fichier: '' }, orderBy: { rang: 'asc' } })
  const envois = await tx.lotLigne.aggregate({ where: { lotId }, _sum: { courriels: true } })
  return {
    lignes: listing.reduce((sum, { _count }) => sum + _count, 0),
    crees: count(listing, 'CREE'),
    misAJour: count(listing, 'MIS_A_JOUR'),
    inchanges: count(listing, 'INCHANGE'),
    brouillons: count(listing, 'BROUILLON'),
    horsPerimetre: count(listing, 'HORS_PERIMETRE'),
    rejets: rejets.map(({ ligne, colonne, valeur, motif }) => ({
      ligne: ligne ?? 0,
      colonne: colonne ?? '',
      valeur: valeur ?? '',
      motif: motif ?? '',
    })),
    anomalies: await anomaliesDe(tx, lotId),
    disparus: disparus.flatMap(({ numero }) => numero ?? []),
    nouvelles: count(pieces, 'CREE', 'MIS_A_JOUR'),
    campagnesOuvertes,
    courriels: envois._sum.courriels ?? 0,
    pieces: {
      recues: count(pieces, 'CREE', 'MIS_A_JOUR', 'INCHANGE'),
      refusees: refusees.map(({ fichier, motif }) => ({ fichier, motif: motif ?? '' })),
    },
  }
}

/** What is wrong in the dossiers that this listing names, whether it changed them or not. */
async function anomaliesDe(tx: Tx, lotId: string): Promise<BilanDemandes['anomalies']> {
  const lignes = await tx.lotLigne.findMany({
    where: { lotId, ...DU_LISTING, numero: { not: null }, resultat: { notIn: ['REJET', 'HORS_PERIMETRE'] } },
    orderBy: { rang: 'asc' },
    select: { numero: true, colonne: true, motif: true },
  })
  const numeros = lignes.flatMap(({ numero }) => numero ?? [])
  const dossiers = await tx.dossier.findMany({
    where: { numero: { in: numeros }, NOT: { anomalies: { equals: [] } } },
    select: { numero: true, anomalies: true },
  })
  const parNumero = new Map(dossiers.map(({ numero, anomalies }) => [numero, anomalies as AnomalieSuivie[]]))
  return lignes.flatMap(({ numero, colonne: origine, motif: pourquoi }) =>
    numero === null
      ? []
      : [
          ...(origine === null ? [] : [{ numero, colonne: origine, motif: pourquoi ?? '' }]),
          ...(parNumero.get(numero) ?? []).map(({ colonne, motif }) => ({ numero, colonne, motif })),
        ],
  )
}

/** What one mail became (docs/contrat.md, `importer-courriels`): amounts in euros, days as ISO days. */
export type Message = {
  fichier: string
  resultat: NatureCourrielRecu
  preProjet?: string
  dossier?: string
  horsDelai?: boolean
  champs?: Record<string, string | number | null>
  aRelire?: string[]
}

export type BilanCourriels = { messages: Message[] }

/** Tells what a mail became, in the transaction that did it: a fiche told twice in one delivery is told as it was each time. */
export const addMessage = (tx: Tx, lotId: string, message: Message) => tx.$executeRaw`
  UPDATE lot SET bilan = jsonb_build_object('messages', coalesce(bilan -> 'messages', '[]'::jsonb) || ${JSON.stringify([message])}::jsonb)
  WHERE id = ${lotId}::uuid`

import { preuveDe } from '#domain/courriel/preuve'
import { MODELES_RELUS } from '#domain/courriel/relecture'
import type { Db } from '#infra/db'
import type { Prisma } from '#prisma'

/** Mails of one page, last first. */
const PAR_PAGE = 20

/** What is shown of a mail that was sent. */
export const RELU = {
  ...{ id: true, sujet: true, texte: true, destinataire: true, envoyeLe: true },
  ...{ etat: true, cause: true, remisAuServeurLe: true },
} as const satisfies Prisma.CourrielSelect

type Lu = Prisma.CourrielGetPayload<{ select: typeof RELU }>

/** A mail as who it was sent to reads it again, with what is proved of it; none of one that has not left. */
export function relire({ envoyeLe, etat, cause, remisAuServeurLe, ...courriel }: Lu) {
  return envoyeLe ? [{ ...courriel, envoyeLe, preuve: preuveDe({ etat, cause, remisAuServeurLe }) }] : []
}

/**
 * Every mail that was sent about the demandes of their structures, and to their own address about nothing that is another's: reminders, fiches,
 * accounts. Those that hold a link that serves once are not shown again. `page` begins at 1.
 */
export async function courrielsDuDemandeur(db: Db, { demandeurId, page }: { demandeurId: string; page: number }) {
  const [{ courriel: adresse }, dossiers] = await Promise.all([
    db.demandeur.findUniqueOrThrow({ where: { id: demandeurId }, select: { courriel: true } }),
    db.dossier.findMany({
      where: { disparuLe: null, structure: { membres: { some: { demandeurId } } } },
      select: { id: true, numero: true },
    }),
  ])
  const numeros = new Map(dossiers.map(({ id, numero }) => [id, numero]))
  const lus = await db.courriel.findMany({
    where: {
      envoyeLe: { not: null },
      modele: { in: [...MODELES_RELUS] },
      OR: [{ dossierId: { in: [...numeros.keys()] } }, { destinataire: adresse, dossierId: null }],
    },
    select: { ...RELU, dossierId: true },
    orderBy: [{ envoyeLe: 'desc' }, { id: 'asc' }],
    skip: (page - 1) * PAR_PAGE,
    take: PAR_PAGE + 1,
  })
  return {
    adresse,
    page,
    suivante: lus.length > PAR_PAGE,
    courriels: lus.slice(0, PAR_PAGE).flatMap(({ dossierId, ...courriel }) =>
      relire(courriel).map((relu) => ({
        ...relu,
        dossier: dossierId === null ? null : { id: dossierId, numero: numeros.get(dossierId) ?? null },
      })),
    ),
  }
}

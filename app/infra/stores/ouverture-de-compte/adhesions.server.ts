import { sirenDe } from '#domain/structure/identifiants'
import type { Db } from '#infra/db'
import { structureVisee } from '#infra/stores/ouverture-de-compte/structures-connues'

/** Requests looked at of one SIREN, oldest first. */
const DEMANDES_MAX = 50

/**
 * Who asks to join this structure, their address confirmed, the oldest first; nobody for one whose SIRET is not known. Who has a closed account is an
 * officer's to answer, and no member is told of it.
 */
export async function adhesionsAttendues(db: Db, { id, siret }: { id: string; siret: string | null }) {
  if (siret === null) return []
  const siren = sirenDe(siret)
  const lues = await db.ouvertureDeCompte.findMany({
    where: { etat: 'A_TRAITER', siret: { gte: `${siren}00000`, lte: `${siren}99999` } },
    select: {
      ...{ id: true, version: true, prenom: true, nom: true, courriel: true, fonction: true, role: true },
      ...{ confirmeeLe: true, siret: true },
    },
    orderBy: [{ confirmeeLe: 'asc' }, { id: 'asc' }],
    take: DEMANDES_MAX,
  })
  const vers = new Map<string, string | undefined>()
  for (const { siret: demande } of lues)
    if (!vers.has(demande)) vers.set(demande, (await structureVisee(db, demande))?.id)
  const fermes = await db.demandeur.findMany({
    where: { actif: false, courriel: { in: lues.map(({ courriel }) => courriel) } },
    select: { courriel: true },
  })
  const aEux = (lue: (typeof lues)[number]) =>
    vers.get(lue.siret) === id && !fermes.some(({ courriel }) => courriel === lue.courriel)
  return lues.filter(aEux).map(({ siret: _siret, ...lue }) => lue)
}

import type { Connus, CourrielARanger, FicheConnue, NotreCourriel } from '#domain/courriel-recu/connus'
import { type ChampsEnregistres, lireChamps } from '#domain/pre-projet/champs'
import { lireEffet } from '#domain/courriel-recu/effet'
import { jourDeParis } from '#domain/temps/jour'
import { plier } from '#domain/texte'
import type { Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { courrielRendu } from '#infra/stores/courriel/retour'
import type { Prisma } from '#prisma'

/** The received mail. Throws NotFound. */
export async function loadCourrielRecu(tx: Tx, id: string) {
  const recu = await tx.courrielRecu.findUnique({ where: { id } })
  if (!recu) throw new NotFound('courriel-recu', id)
  return recu
}

export type CourrielRecuGarde = Awaited<ReturnType<typeof loadCourrielRecu>>

/** Claims the mail for this act: it must still be at the version the act was decided on, else Conflict. */
export async function claimCourrielRecu(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Prisma.CourrielRecuUncheckedUpdateManyInput,
) {
  const { count } = await tx.courrielRecu.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict('courriel-recu', id)
}

/** Mails are sorted one at a time: two versions of one fiche that arrive together must see each other. */
export const lockCourriels = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('courriels-recus'))`

const NOTRE = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@/i

/** The mails of ours that these ids name. */
async function notresDe(tx: Tx, ids: readonly string[]): Promise<NotreCourriel[]> {
  const courriels = await tx.courriel.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      sujet: true,
      creeLe: true,
      preProjetId: true,
      dossierId: true,
      dossier: { select: { numero: true } },
    },
  })
  return courriels.map(({ creeLe, dossier, ...notre }) => ({
    ...notre,
    ecritLe: jourDeParis(creeLe),
    numero: dossier?.numero ?? null,
  }))
}

/** Those of these Message-IDs that are of mails of ours: a courriel's id is the left part of its own. */
async function nosCourriels(tx: Tx, messageIds: string[]): Promise<Map<string, NotreCourriel>> {
  const parId = new Map(
    messageIds.flatMap((messageId) => {
      const id = NOTRE.exec(messageId)?.[1]?.toLowerCase()
      return id ? [[id, messageId] as const] : []
    }),
  )
  if (parId.size === 0) return new Map()
  const notres = await notresDe(tx, [...parId.keys()])
  return new Map(notres.map((notre) => [parId.get(notre.id) ?? notre.id, notre]))
}

/** The mail of ours that a report is proved to speak of, with what it was about. */
async function renduPar(tx: Tx, remise: CourrielARanger['remise']): Promise<Connus['rendu']> {
  const rendu = await courrielRendu(tx, remise)
  const [courriel] = rendu ? await notresDe(tx, [rendu.courriel.id]) : []
  return rendu && courriel ? { courriel, action: rendu.remise.action } : null
}

/** What a fiche said before the mail that had this effect. */
function versionRemplacee(json: unknown): ChampsEnregistres[] {
  const effet = lireEffet(json)
  return effet?.genre === 'VERSION_RECUE' ? [lireChamps(effet.champs)] : []
}

/** Of all that was read before, what can tell the nature of this mail: the mails it cites, its twins, the fiches of its structures. */
export async function connusPour(tx: Tx, recuId: string, courriel: CourrielARanger): Promise<Connus> {
  const { messageId, empreinte, inReplyTo, references, remise } = courriel
  const cites = [...(inReplyTo ? [inReplyTo] : []), ...references]
  const recus = await tx.courrielRecu.findMany({
    where: {
      id: { not: recuId },
      traiteLe: { not: null },
      OR: [{ messageId: { in: [messageId, ...cites] } }, { empreinte }],
    },
    select: { messageId: true, empreinte: true, preProjetId: true, autres: { select: { preProjetId: true } } },
  })
  const nos = await nosCourriels(tx, cites)
  const duFil = [...recus, ...recus.flatMap(({ autres }) => autres), ...nos.values()]
  return {
    messageIds: new Map(recus.map((recu) => [recu.messageId, recu.preProjetId])),
    autresFiches: new Map(recus.map(({ messageId: id, autres }) => [id, autres.map(({ preProjetId }) => preProjetId)])),
    empreintes: new Map(recus.map((recu) => [recu.empreinte, recu.preProjetId])),
    nosCourriels: nos,
    rendu: await renduPar(tx, remise),
    fiches: await fichesConnues(tx, recuId, { ids: duFil.flatMap(({ preProjetId }) => preProjetId ?? []), courriel }),
  }
}

const FICHE_CONNUE = {
  id: true,
  siret: true,
  structureNomPlie: true,
  titrePlie: true,
  etat: true,
  champs: true,
  campagne: { select: { code: true } },
} as const satisfies Prisma.PreProjetSelect

/** These fiches, and those of the structures that the mail names. */
async function fichesConnues(
  tx: Tx,
  recuId: string,
  { ids, courriel: { fiche, autresFiches } }: { ids: string[]; courriel: CourrielARanger },
): Promise<FicheConnue[]> {
  const lues = [...(fiche ? [fiche] : []), ...autresFiches.map((autre) => autre.fiche)]
  const sirets = lues.flatMap(({ champs }) => champs.siret?.valeur ?? [])
  const structures = lues.flatMap(({ champs }) => champs.structure?.valeur ?? []).map(plier)
  const dAutres = { courrielRecuId: { not: recuId } }
  const fiches = await tx.preProjet.findMany({
    where: { OR: [{ id: { in: ids } }, { siret: { in: sirets } }, { structureNomPlie: { in: structures } }] },
    orderBy: { recuLe: 'desc' },
    select: {
      ...FICHE_CONNUE,
      courriels: { where: { id: { not: recuId } }, select: { effet: true } },
      autresCourriels: { where: dAutres, select: { effet: true } },
    },
  })
  return fiches.map(({ id, structureNomPlie, campagne, champs, courriels, autresCourriels, ...reste }) => ({
    ...reste,
    versions: [
      lireChamps(champs),
      ...[...courriels, ...autresCourriels].flatMap(({ effet }) => versionRemplacee(effet)),
    ],
    preProjetId: id,
    structurePliee: structureNomPlie,
    campagneCode: campagne?.code ?? null,
  }))
}

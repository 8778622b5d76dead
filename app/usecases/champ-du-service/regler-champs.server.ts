import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  type ChampDuService,
  lireChamp,
  type RefusChamp,
  type TypeDeChamp,
  unChampDePlus,
} from '#domain/champ-du-service/champ'
import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { champsDe } from '#infra/stores/champ-du-service/champ'
import { campagneARegler } from '#infra/stores/campagne/version-exigences'
import type { Prisma } from '#prisma'

type RefusReglageChamp = RefusChamp | 'CAMPAGNE_ARCHIVEE'

type Vue = { tx: Tx; campagneId: string; tous: ChampDuService[]; le: Date }

/** One act on the fields of a campagne: right, the campagne held, what is there, then the fact and the journal in one commit. */
async function surLesChamps(
  { db, now }: Deps,
  agent: Agent,
  code: string,
  faire: (vue: Vue) => Promise<Result<Prisma.InputJsonObject, RefusChamp>>,
): Promise<Result<undefined, RefusReglageChamp>> {
  requireDroit(agent, 'campagne.regler')
  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagneId = visee.value.id
    const le = now()
    const answer = await faire({ tx, campagneId, tous: await champsDe(tx, campagneId), le })
    if (!answer.ok) return answer
    const detail = { code, ...answer.value }
    await writeJournal(tx, agent, { acte: 'reglerChamp', objet: 'campagne', objetId: campagneId, detail, le })
    return ok()
  })
}

type Saisie = { libelle: string; choix: readonly string[] }

/** Adds a field to a campagne, after the others. Throws NotFound, Forbidden. */
export const ajouterChamp = (
  deps: Deps,
  agent: Agent,
  { code, ...saisie }: Saisie & { code: string; type: TypeDeChamp },
): Promise<Result<undefined, RefusReglageChamp>> =>
  surLesChamps(deps, agent, code, async ({ tx, campagneId, tous, le }) => {
    const [place, lu] = [unChampDePlus(tous), lireChamp(saisie, tous)]
    if (!place.ok) return place
    if (!lu.ok) return lu
    const { libelle, type, choix } = lu.value
    const data = { libelle, type, choix: [...choix], campagneId, rang: tous.length, creeLe: le }
    await tx.champDuService.create({ data, select: { id: true } })
    return ok({ fait: 'AJOUTE', apres: libelle })
  })

type Vise = { code: string; champId: string; version: number }

type Suite = Result<{ data: Prisma.ChampDuServiceUncheckedUpdateManyInput; detail: Prisma.InputJsonObject }, RefusChamp>

/** One act on one field, at the version that was seen. */
const surUn = (
  deps: Deps,
  agent: Agent,
  { code, champId, version }: Vise,
  decider: (un: ChampDuService, vue: Vue) => Suite,
): Promise<Result<undefined, RefusReglageChamp>> =>
  surLesChamps(deps, agent, code, async (vue) => {
    const un = vue.tous.find(({ id }) => id === champId)
    if (!un) throw new NotFound('champ-du-service', champId)
    const answer = decider(un, vue)
    if (!answer.ok) return answer
    const { count } = await vue.tx.champDuService.updateMany({
      where: { id: un.id, version },
      data: { ...answer.value.data, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('champ-du-service', un.id)
    return ok(answer.value.detail)
  })

/** Names it otherwise, or changes its choices; what is written stays. Throws NotFound, Conflict, Forbidden. */
export const modifierChamp = (deps: Deps, agent: Agent, { libelle, choix, ...vise }: Vise & Saisie) =>
  surUn(deps, agent, vise, (un, { tous }) => {
    const autres = tous.filter(({ id }) => id !== un.id)
    const lu = lireChamp({ libelle, choix, type: un.type }, autres)
    if (!lu.ok) return lu
    const data = { libelle: lu.value.libelle, choix: [...lu.value.choix] }
    return ok({ data, detail: { fait: 'MODIFIE', avant: un.libelle, apres: lu.value.libelle } })
  })

/** Puts it away: what is written stays, and it is filled in no more. Throws NotFound, Conflict, Forbidden. */
export const archiverChamp = (deps: Deps, agent: Agent, vise: Vise) =>
  surUn(deps, agent, vise, ({ libelle }, { le }) =>
    ok({ data: { archiveLe: le }, detail: { fait: 'ARCHIVE', apres: libelle } }),
  )

/** Offers it again. Throws NotFound, Conflict, Forbidden. */
export const reprendreChamp = (deps: Deps, agent: Agent, vise: Vise) =>
  surUn(deps, agent, vise, ({ libelle }, { tous }) => {
    const place = unChampDePlus(tous)
    return place.ok ? ok({ data: { archiveLe: null }, detail: { fait: 'REPRIS', apres: libelle } }) : place
  })

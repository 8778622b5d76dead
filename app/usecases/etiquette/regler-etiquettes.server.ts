import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  type CouleurEtiquette,
  deplacer,
  type Etiquette,
  lireEtiquette,
  type Ordre,
  type RefusEtiquette,
  uneDePlus,
} from '#domain/etiquette/etiquette'
import { ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { campagneARegler } from '#infra/stores/campagne/version-exigences'
import { etiquettesDe } from '#infra/stores/etiquette/etiquette'
import type { Prisma } from '#prisma'

type Saisie = { nom: string; couleur: CouleurEtiquette }
type Visee = { code: string; etiquetteId: string; version: number }

type Vue = { tx: Tx; campagneId: string; toutes: Etiquette[]; le: Date }

export type RefusReglageEtiquette = RefusEtiquette | 'CAMPAGNE_ARCHIVEE'

/** One act on the étiquettes of a campagne: right, the campagne held, what is there, then the fact and the journal in one commit. */
const surLesEtiquettes = (
  { db, now }: Deps,
  agent: Agent,
  code: string,
  faire: (vue: Vue) => Promise<Result<Prisma.InputJsonObject, RefusEtiquette>>,
): Promise<Result<undefined, RefusReglageEtiquette>> => {
  requireDroit(agent, 'campagne.regler')
  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagneId = visee.value.id
    const le = now()
    const answer = await faire({ tx, campagneId, toutes: await etiquettesDe(tx, campagneId), le })
    if (!answer.ok) return answer
    const detail = { code, ...answer.value }
    await writeJournal(tx, agent, { acte: 'reglerEtiquette', objet: 'campagne', objetId: campagneId, detail, le })
    return ok()
  })
}

/** Adds an étiquette to a campagne, after the others. Throws NotFound, Forbidden. */
export const ajouterEtiquette = (
  deps: Deps,
  agent: Agent,
  { code, ...saisie }: Saisie & { code: string },
): Promise<Result<undefined, RefusReglageEtiquette>> =>
  surLesEtiquettes(deps, agent, code, async ({ tx, campagneId, toutes, le }) => {
    const [place, lue] = [uneDePlus(toutes), lireEtiquette(saisie, toutes)]
    if (!place.ok) return place
    if (!lue.ok) return lue
    const data = { ...lue.value, campagneId, rang: toutes.length, creeLe: le }
    await tx.etiquette.create({ data, select: { id: true } })
    return ok({ fait: 'AJOUTEE', apres: lue.value.nom })
  })

type Suite = Result<{ data: Prisma.EtiquetteUncheckedUpdateManyInput; detail: Prisma.InputJsonObject }, RefusEtiquette>

/** One act on one étiquette, at the version that was seen. Throws NotFound, Conflict, Forbidden. */
const surUne = (
  deps: Deps,
  agent: Agent,
  { code, etiquetteId, version }: Visee,
  decider: (une: Etiquette, vue: Vue) => Suite | Promise<Suite>,
): Promise<Result<undefined, RefusReglageEtiquette>> =>
  surLesEtiquettes(deps, agent, code, async (vue) => {
    const une = vue.toutes.find(({ id }) => id === etiquetteId)
    if (!une) throw new NotFound('etiquette', etiquetteId)
    const answer = await decider(une, vue)
    if (!answer.ok) return answer
    const { count } = await vue.tx.etiquette.updateMany({
      where: { id: une.id, version },
      data: { ...answer.value.data, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('etiquette', une.id)
    return ok(answer.value.detail)
  })

/** Names it otherwise, or in another colour, on every dossier where it is. Throws NotFound, Conflict, Forbidden. */
export const modifierEtiquette = (deps: Deps, agent: Agent, { nom, couleur, ...visee }: Visee & Saisie) =>
  surUne(deps, agent, visee, (une, { toutes }) => {
    const lue = lireEtiquette({ nom, couleur }, toutes.filter(({ id }) => id !== une.id)) // prettier-ignore
    if (!lue.ok) return lue
    return ok({ data: lue.value, detail: { fait: 'MODIFIEE', avant: une.nom, apres: lue.value.nom } })
  })

/** Puts it away: it stays on the dossiers where it is, and is offered no more. Throws NotFound, Conflict, Forbidden. */
export const archiverEtiquette = (deps: Deps, agent: Agent, visee: Visee) =>
  surUne(deps, agent, visee, ({ nom }, { le }) =>
    ok({ data: { archiveeLe: le }, detail: { fait: 'ARCHIVEE', apres: nom } }),
  )

/** Offers it again. Throws NotFound, Conflict, Forbidden. */
export const reprendreEtiquette = (deps: Deps, agent: Agent, visee: Visee) =>
  surUne(deps, agent, visee, ({ nom }, { toutes }) => {
    const place = uneDePlus(toutes)
    return place.ok ? ok({ data: { archiveeLe: null }, detail: { fait: 'REPRISE', apres: nom } }) : place
  })

/** Moves it one place up or down among those of its campagne. Throws NotFound, Conflict, Forbidden. */
export const deplacerEtiquette = (deps: Deps, agent: Agent, { sens, ...visee }: Visee & { sens: Ordre }) =>
  surUne(deps, agent, visee, async (une, { tx, toutes }) => {
    const ids = deplacer(toutes.map(({ id }) => id), une.id, sens) // prettier-ignore
    for (const [rang, id] of ids.entries()) await tx.etiquette.updateMany({ where: { id }, data: { rang } })
    return ok({ data: {}, detail: { fait: 'DEPLACEE', apres: une.nom } })
  })
